import assert from 'node:assert/strict'
import { after, type TestContext } from 'node:test'
import type { Outgoing } from '#connectors/connector.ts'
import type { Rig } from '#connectors/connector-suite.ts'
import { email } from '#connectors/email/index.ts'
import { type Letter, outgoing } from '#connectors/suite/bench.ts'
import { listen, messagesIn } from '#connectors/suite/listen.ts'
import { requires } from '#test/requires.ts'
import { buildRig } from './rig.ts'
import { type MailServers, mailServersReady, startMailServers } from './servers.ts'

export interface World {
  mail: MailServers
  rig: Rig
}

/** One set of servers for the tests of a file; a test that asks for it where there is none is skipped, loudly. */
export const makeWorld = () => {
  let made: Promise<World> | undefined
  after(async () => {
    const world = await made?.catch(() => undefined)
    await world?.rig.close()
    await world?.mail.close()
  })
  const make = async (): Promise<World> => {
    const mail = await startMailServers()
    const rig = await buildRig(mail)
    assert.ok(!('missing' in rig))
    return { mail, rig }
  }
  return async (t: TestContext): Promise<World | null> => {
    if (!requires('the mail servers', mailServersReady(), t)) return null
    made ??= make()
    return made
  }
}

export const calm = (): AbortSignal => new AbortController().signal

/** The desk has just opened, and has heard all that was there. */
export const caughtUp = async ({ rig }: World) => {
  const desk = listen(email, rig)
  await desk.hear()
  return desk
}

/** The one message that says this, among what is new. */
export const hearOne = async (desk: ReturnType<typeof listen>, text: string) => {
  const heard = messagesIn(await desk.hear()).filter((message) => message.text.includes(text))
  assert.equal(heard.length, 1, `« ${text} » was heard ${heard.length} times`)
  const [message] = heard
  assert.ok(message)
  return message
}

export const replyTo = (
  { rig }: World,
  message: Awaited<ReturnType<typeof hearOne>>,
  text: string,
  over: Partial<Letter> = {},
): Outgoing => {
  const { author, conversationKey, subject } = message
  const answers = { ...message, ...(subject === undefined ? {} : { subject }) }
  return outgoing(rig, { text, to: author, audience: 'private', conversationKey, answers, ...over })
}

import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import type { Audience } from '#core/mention.ts'
import type { Connector, Outgoing } from '../connector.ts'
import type { Held, Person, Rig, Said } from './rig.ts'

/** Where the parts of the suite write their tests; each one gets the network as the tests before have left it. */
export interface Bench {
  connector: Connector
  test(name: string, body: (rig: Rig, t: TestContext) => Promise<void>): void
}

export const calm = (): AbortSignal => new AbortController().signal

/** Words that nobody else on the network says. */
export const words = (what: string): string => `${what} (${randomUUID().slice(0, 13)})`

export interface Letter {
  text: string
  to: Person
  audience: Audience
  conversationKey: string
  answers?: { messageId: string; text: string; sentAt: number; meta?: Record<string, unknown>; subject?: string }
  subject?: string
  attachments?: Outgoing['attachments']
}

/** What the desk would hand to `send`, with a key of its own. */
export const outgoing = (rig: Rig, letter: Letter): Outgoing => ({
  key: randomUUID(),
  audience: letter.audience,
  text: letter.text,
  ...(letter.subject === undefined ? {} : { subject: letter.subject }),
  to: letter.to,
  conversationKey: letter.conversationKey,
  ...(letter.answers === undefined ? {} : { inReplyTo: { ...letter.answers, meta: letter.answers.meta ?? {} } }),
  thread: letter.answers === undefined ? [] : [letter.answers.messageId],
  attachments: letter.attachments ?? [],
  since: rig.tools().now(),
})

export const heldWith = async (rig: Rig, text: string): Promise<Held[]> => {
  await rig.settle()
  return (await rig.holds()).filter((held) => held.text.includes(text))
}

export const sayAndSettle = async (rig: Rig, by: Person, text: string, answers?: string): Promise<Said> => {
  const said = await rig.says({ by, text, audience: rig.ordinary, ...(answers === undefined ? {} : { answers }) })
  await rig.settle()
  return said
}

export const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** This network has no such thing. It is said, but it is no skipped test: nothing is missing that could be installed. */
export const notHere = (t: TestContext, why: string): void => t.diagnostic(`not here: ${why}`)

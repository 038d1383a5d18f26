import { hostname } from 'node:os'
import type { Account } from '../account.ts'
import { findRoad, type Road, SMTP_PORTS } from '../road.ts'
import type { Server } from '../secret.ts'
import { connectionTrouble, stopped, type Trouble, trouble } from '../trouble.ts'
import { type Dialogue, Lost, openDialogue, type Reply } from './dialogue.ts'
import { encrypt, openSocket } from './socket.ts'

/** What the server says it can do, by name in capitals. */
export type Abilities = ReadonlyMap<string, string>

export interface SignedIn {
  dialogue: Dialogue
  abilities: Abilities
}

const tell = ({ code, status, text }: Reply): string => [code, status, text].filter((part) => part !== '').join(' ')

const abilitiesOf = ({ text }: Reply): Abilities =>
  new Map(
    text
      .split('\n')
      .slice(1)
      .map((line) => {
        const [name = '', ...values] = line.split(/[ =]/)
        return [name.toUpperCase(), values.join(' ')]
      }),
  )

/** The name that we give ourselves: what is no plain host name would be taken for an attack. */
const ourName = (): string => (/^[\w-]+(\.[\w-]+)+$/.test(hostname()) ? hostname() : '[127.0.0.1]')

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const authenticate = async (dialogue: Dialogue, { user, password }: Server, ways: string): Promise<Reply> => {
  const plain = base64(`\0${user}\0${password}`)
  if (/\bPLAIN\b/i.test(ways) || !/\bLOGIN\b/i.test(ways)) return dialogue.ask(`AUTH PLAIN ${plain}`)
  const first = await dialogue.ask('AUTH LOGIN')
  if (first.code !== 334) return first
  const second = await dialogue.ask(base64(user))
  return second.code === 334 ? dialogue.ask(base64(password)) : second
}

const troubleOfReply = (reply: Reply): { trouble: Trouble } =>
  reply.code >= 500 ? trouble('refused-by-server', tell(reply), true) : trouble('busy', tell(reply))

const troubleOfSignIn = (reply: Reply): { trouble: Trouble } => {
  if (reply.code < 500 || reply.status.startsWith('4')) return trouble('busy', tell(reply))
  return trouble(reply.code === 538 ? 'not-encrypted' : 'wrong-password', tell(reply), true)
}

const hello = (dialogue: Dialogue): Promise<Reply> => dialogue.ask(`EHLO ${ourName()}`)

/** What follows the connection: greeting, encryption, password. */
const introduce = async (
  first: Dialogue,
  server: Server,
  road: Road,
  signal: AbortSignal,
): Promise<SignedIn | { trouble: Trouble }> => {
  let dialogue = first
  const greeting = await dialogue.read()
  if (greeting.code !== 220) return troubleOfReply(greeting)
  let greeted = await hello(dialogue)
  if (greeted.code !== 250) return troubleOfReply(greeted)
  if (server.security === 'starttls') {
    if (!abilitiesOf(greeted).has('STARTTLS')) return trouble('no-encryption-offered', 'the server offers no STARTTLS')
    const ready = await dialogue.ask('STARTTLS')
    if (ready.code !== 220) return troubleOfReply(ready)
    const socket = await encrypt(dialogue.release(), road, signal).catch((error: unknown) => connectionTrouble(error))
    if ('trouble' in socket) return socket
    dialogue = openDialogue(socket, signal)
    greeted = await hello(dialogue)
    if (greeted.code !== 250) return troubleOfReply(greeted)
  }
  const abilities = abilitiesOf(greeted)
  if (!abilities.has('AUTH')) return trouble('no-sign-in-offered', 'the server does not take a password here', true)
  const answer = await authenticate(dialogue, server, abilities.get('AUTH') ?? '')
  return answer.code === 235 ? { dialogue, abilities } : troubleOfSignIn(answer)
}

/** Signs in to the server that takes the brand's mail. Nothing that is sent here is a mail yet. */
export const signIn = async (
  { smtp, selfSigned, tools }: Account,
  signal: AbortSignal,
): Promise<SignedIn | { trouble: Trouble }> => {
  const road = await findRoad(smtp, SMTP_PORTS, { allowHosts: tools.allowHosts, selfSigned })
  if ('trouble' in road) return road
  try {
    const dialogue = openDialogue(await openSocket(smtp, road, signal), signal)
    const signedIn = await introduce(dialogue, smtp, road, signal).catch((error: unknown) => {
      dialogue.close()
      throw error
    })
    if ('trouble' in signedIn) dialogue.close()
    return signedIn
  } catch (error) {
    if (signal.aborted) return stopped
    if (error instanceof Lost) return trouble(error.isNonsense ? 'not-a-mail-server' : 'unreachable', error.message)
    return connectionTrouble(error)
  }
}

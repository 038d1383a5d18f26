import { domainToASCII } from 'node:url'
import type { Reply } from './dialogue.ts'
import { Lost } from './dialogue.ts'
import type { SignedIn } from './sign-in.ts'

/** What came of handing in one mail. Only `doubt` leaves a question open. */
export type Submitted =
  | { kind: 'accepted'; reply: Reply }
  /** The server said no before it had the mail, or to the mail as a whole. */
  | { kind: 'declined'; at: 'sender' | 'customer' | 'own-copy' | 'mail'; reply: Reply }
  /** Certainly not taken: the connection broke before the end of the mail was sent. */
  | { kind: 'broken'; detail: string }
  /** The end of the mail was sent, and no clear answer came. */
  | { kind: 'doubt'; detail: string }

export interface Envelope {
  from: string
  customer: string
  /** Our own mailbox, which takes a copy: the proof that the server took the mail. */
  ownCopy: string
}

const tell = ({ code, status, text }: Reply): string => `${code} ${status} ${text}`.replaceAll(/\s+/g, ' ').trim()

/** Lines end with CRLF and no line is a lone dot: nothing inside a mail can end it (RFC 5321 4.5.2). */
export const stuffed = (mail: Uint8Array): Buffer => {
  const text = Buffer.from(mail)
    .toString('latin1')
    .replaceAll(/\r\n|\r|\n/g, '\r\n')
  const body = text.endsWith('\r\n') ? text : `${text}\r\n`
  return Buffer.from(body.replaceAll(/^\./gm, '..'), 'latin1')
}

const END = Buffer.from('.\r\n')

const isAscii = (text: string): boolean => /^[\x21-\x7e]*$/.test(text)

/** An address as the envelope needs it: a domain in its own letters is written as the network knows it. */
const inEnvelope = (address: string): string => {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return `${address.slice(0, at)}@${isAscii(domain) ? domain : domainToASCII(domain)}`
}

/** Sender and recipients. Each one must be taken: a mail that only our own mailbox gets would look like one that was sent. */
const address = async (
  { dialogue, abilities }: SignedIn,
  envelope: Envelope,
  size: number,
): Promise<Submitted | null> => {
  const { from, customer, ownCopy } = {
    from: inEnvelope(envelope.from),
    customer: inEnvelope(envelope.customer),
    ownCopy: inEnvelope(envelope.ownCopy),
  }
  const utf8 = [from, customer, ownCopy].every(isAscii) ? '' : ' SMTPUTF8'
  const sized = abilities.has('SIZE') ? ` SIZE=${size}` : ''
  const sender = await dialogue.ask(`MAIL FROM:<${from}>${sized}${utf8}`)
  if (sender.code !== 250) return { kind: 'declined', at: 'sender', reply: sender }
  const recipients: ['customer' | 'own-copy', string][] = [
    ['customer', customer],
    ['own-copy', ownCopy],
  ]
  for (const [at, recipient] of recipients) {
    const taken = await dialogue.ask(`RCPT TO:<${recipient}>`)
    if (taken.code !== 250 && taken.code !== 251) return { kind: 'declined', at, reply: taken }
  }
  return null
}

/**
 * Hands one mail in. Until the last line is written the server must throw away what it has (RFC 5321 4.1.1.4); from then on only a clear
 * answer counts: a « not now » given so late may come from a machine between us and the one that has taken the mail.
 */
export const submit = async (signedIn: SignedIn, envelope: Envelope, mail: Uint8Array): Promise<Submitted> => {
  const { dialogue } = signedIn
  const bytes = stuffed(mail)
  let isEnded = false
  try {
    const declined = await address(signedIn, envelope, bytes.length)
    if (declined !== null) return declined
    const go = await dialogue.ask('DATA')
    if (go.code !== 354) return { kind: 'declined', at: 'mail', reply: go }
    await dialogue.write(bytes)
    isEnded = true
    await dialogue.write(END)
    const reply = await dialogue.read()
    if (reply.code === 250) return { kind: 'accepted', reply }
    if (reply.code >= 500) return { kind: 'declined', at: 'mail', reply }
    return { kind: 'doubt', detail: tell(reply) }
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    return { kind: isEnded ? 'doubt' : 'broken', detail: error.message }
  }
}

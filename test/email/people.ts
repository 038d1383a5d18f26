import { randomUUID } from 'node:crypto'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { BRAND, type MailServers, PASSWORD } from './servers.ts'

/** A mail program that knows nothing of the connector: what it sends is what programs send. */
export interface Letter {
  from: string
  name?: string
  to?: string
  subject?: string
  text: string
  /** The mail that it answers, as it lies in this person's mailbox. */
  answers?: Email
  /** Some programs leave the list of earlier mails out. */
  withoutReferences?: boolean
  headers?: Record<string, string>
  attachments?: { filename: string; content: Buffer; contentType?: string }[]
}

export interface Written {
  messageId: string
  sentAt: number
}

const quoted = (text: string): string =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n')

const bodyOf = ({ text, answers }: Letter): string =>
  answers === undefined
    ? text
    : `${text}\n\nLe lun. 2 mars 2026 à 10:04, Fleurs du Port <${BRAND}> a écrit :\n\n${quoted(answers.text ?? '')}\n`

const threadOf = ({ answers, withoutReferences }: Letter): Record<string, string | string[]> => {
  if (answers?.messageId === undefined) return {}
  const references = [...(answers.references ?? '').split(/\s+/), answers.messageId].filter((id) => id !== '')
  return { inReplyTo: answers.messageId, ...(withoutReferences ? {} : { references }) }
}

/** Hands a mail to the MTA, as a customer of the brand. */
export const write = async (mail: MailServers, letter: Letter): Promise<Written> => {
  const { from, name = '', to = BRAND, subject = 'Ma commande', headers = {}, attachments = [] } = letter
  const messageId = `<${randomUUID()}@clients.test>`
  const date = new Date(Math.floor(Date.now() / 1000) * 1000)
  const transport = createTransport({ host: '127.0.0.1', port: mail.smtp, ignoreTLS: true })
  const subjectNow = letter.answers === undefined ? subject : `Re: ${letter.answers.subject ?? subject}`
  await transport.sendMail({
    ...{ from: { name, address: from }, to, subject: subjectNow, text: bodyOf(letter) },
    ...{ messageId, date, headers, attachments },
    ...threadOf(letter),
  })
  transport.close()
  return { messageId, sentAt: date.getTime() }
}

/** A colleague answers from a telephone: by the brand's own account, with a copy in Sent, past the desk. */
export const writeAsBrand = async (
  mail: MailServers,
  to: string,
  text: string,
  inReplyTo?: string,
): Promise<string> => {
  const messageId = `<${randomUUID()}@telephone.test>`
  const auth = { user: BRAND, pass: PASSWORD }
  const thread = inReplyTo === undefined ? {} : { inReplyTo, references: [inReplyTo] }
  const letter = { from: BRAND, to, subject: 'Votre commande', text, messageId, ...thread }
  const transport = createTransport({ host: '127.0.0.1', port: mail.submission, ignoreTLS: true, auth })
  await transport.sendMail(letter)
  transport.close()
  const made = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(letter)
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: mail.imap,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  })
  await client.connect()
  await client.append('Sent', made.message as Buffer, ['\\Seen'])
  await client.logout()
  return messageId
}

/** The mails in somebody's mailbox, as their mail program shows them. */
export const mailsIn = async (mail: MailServers, address: string, mailbox = 'INBOX'): Promise<Email[]> =>
  Promise.all((await mail.dovecot.mailsOf(address, mailbox)).map((source) => PostalMime.parse(source)))

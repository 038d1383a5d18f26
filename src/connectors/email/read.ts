import type { Activity, AttachmentSeen } from '#core/mention.ts'
import { conversationKeyOf, findMark, idOfDelivery, isKey, isMadeUp, isProbe } from './ids.ts'
import { shownName } from './parse/people.ts'
import { type Mail, type MailAttachment, type Person, receiptSchema } from './shapes.ts'
import { headerOf, isAutomatic, isNoReply } from './words/automatic.ts'
import { findBounce } from './words/bounce.ts'
import { htmlToText } from './words/html-to-text.ts'
import { findNewWords } from './words/new-words.ts'
import { stripHtml } from './words/strip-html.ts'

const HOUR_MS = 3_600_000
const MOST_FULL_TEXT = 100_000
const NOBODY: Person = { address: 'sender@unknown.invalid', name: '' }

/** The sender's clock is believed when it agrees with the server's within a day, and never about the future (A2). */
const sentAtOf = ({ date, receivedAt }: Mail): number =>
  date === null || date > receivedAt + 24 * HOUR_MS || date < receivedAt - 24 * HOUR_MS
    ? receivedAt
    : Math.min(date, receivedAt)

const messageIdOf = ({ id, twin, digest }: Mail): string => (twin ? `${id}#${digest}` : id)

const isReply = ({ inReplyTo, references, subject }: Mail): boolean =>
  inReplyTo !== undefined || references.length > 0 || /^\s*(?:re|aw|sv|antw)\s*:/i.test(subject ?? '')

const wordsOf = (mail: Mail): { text: string; full: string } => {
  const full = mail.text?.trim() || htmlToText(mail.html ?? '')
  return { text: findNewWords(full, isReply(mail)), full: full.trim() }
}

const kindOf = (mediaType: string): AttachmentSeen['kind'] => {
  const [kind] = mediaType.split('/')
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file'
}

const seen = ({ name, mediaType, size, content }: MailAttachment): AttachmentSeen => ({
  kind: kindOf(mediaType),
  name,
  mediaType,
  size,
  ...(content === undefined ? {} : { content }),
})

/** A mail too large to fetch is shown by what its beginning says, and named whole, so that somebody fetches it from the mailbox. */
const attachmentsOf = ({ attachments, oversize, size }: Mail): AttachmentSeen[] => [
  ...attachments.map(seen),
  ...(oversize ? [{ kind: 'file' as const, name: 'message.eml', mediaType: 'message/rfc822', size }] : []),
]

/**
 * Who is answered is who is shown: one address to reply to, where the mail gives one, and the sender otherwise. A name proves nothing.
 * Forms of a website write from the brand's own address and give the customer's to reply to.
 */
const authorOf = ({ from, replyTo }: Mail, own: string): Person => {
  const sender = from[0] ?? NOBODY
  const others = replyTo.filter(({ address }) => address !== own)
  const [answer] = others
  if (answer === undefined || others.length > 1 || isNoReply(answer.address)) return sender
  return answer.name === '' && sender.address !== own ? { ...answer, name: sender.name } : answer
}

const customerMail = (mail: Mail, own: string): Activity => {
  const author = authorOf(mail, own)
  const { text, full } = wordsOf(mail)
  const automatic = isAutomatic(mail, author.address)
  const html = mail.html === undefined ? '' : stripHtml(mail.html)
  return {
    kind: 'message',
    messageId: messageIdOf(mail),
    conversationKey: conversationKeyOf(mail.root, author.address),
    author: { externalId: author.address, handle: author.address, displayName: shownName(author) },
    audience: 'private',
    form: 'mail',
    text,
    attachments: attachmentsOf(mail),
    sentAt: sentAtOf(mail),
    meta: {
      ...(isMadeUp(mail.id) ? {} : { id: mail.id }),
      references: mail.references.length > 0 || mail.inReplyTo === undefined ? mail.references : [mail.inReplyTo],
      ...(author.address === mail.from[0]?.address ? {} : { from: mail.from[0] ?? NOBODY }),
      ...(full === text ? {} : { fullText: full.slice(0, MOST_FULL_TEXT).toWellFormed() }),
      ...(mail.oversize ? { oversize: mail.size } : {}),
    },
    ...(html === '' ? {} : { html }),
    ...(mail.subject === undefined ? {} : { subject: mail.subject }),
    ...(mail.inReplyTo === undefined ? {} : { parentId: mail.inReplyTo }),
    ...(automatic ? { automatic } : {}),
  }
}

/** The delivery that made it; a server that puts an id of its own on every mail leaves our header alone. */
export const markOf = (mail: Pick<Mail, 'id' | 'headers'>): string | undefined => {
  const header = headerOf(mail, 'x-vigie-delivery').toLowerCase()
  return findMark(mail.id) ?? (isKey(header) ? header : undefined)
}

/** Only who has the password can put a mail into the Sent folder: what lies there is the brand's own word. */
const sentMail = (mail: Mail, own: string): Activity => {
  const mark = markOf(mail)
  const to = mail.to.find(({ address }) => address !== own)
  return {
    kind: 'own',
    messageId: mark === undefined ? messageIdOf(mail) : idOfDelivery(mark, own),
    audience: 'private',
    text: wordsOf(mail).text,
    sentAt: sentAtOf(mail),
    ...(mark === undefined ? {} : { mark }),
    ...(to === undefined ? {} : { conversationKey: conversationKeyOf(mail.root, to.address) }),
    ...(mail.inReplyTo === undefined ? {} : { parentId: mail.inReplyTo }),
  }
}

const bounced = (mail: Mail, own: string): Activity | null => {
  const bounce = findBounce(mail, own)
  if (bounce === null) return null
  if (bounce.outcome === 'other')
    return { kind: 'nothing', why: 'a server says that a mail is on its way or has arrived' }
  if (bounce.messageId === null)
    return { kind: 'nothing', why: 'a server could not deliver a mail, and does not say which one' }
  const permanent = bounce.outcome === 'failed'
  return { kind: 'undelivered', messageId: bounce.messageId, reason: bounce.reason, permanent, at: sentAtOf(mail) }
}

/** Anybody can write our address behind « From »: such a mail proves nothing, but for the mark of a delivery, which nobody can guess. */
const inOurName = (mail: Mail, own: string): Activity | null => {
  if (mail.from[0]?.address !== own) return null
  if (markOf(mail) !== undefined) return sentMail(mail, own)
  if (authorOf(mail, own).address !== own) return null
  return { kind: 'nothing', why: 'in the name of this very address: only the Sent folder tells what it wrote' }
}

const activityOf = (mail: Mail, own: string): Activity => {
  if (isProbe(mail.id)) return { kind: 'nothing', why: 'the mail by which the desk has tried the mailbox' }
  if (mail.folder === 'sent') return sentMail(mail, own)
  return bounced(mail, own) ?? inOurName(mail, own) ?? customerMail(mail, own)
}

/** One receipt into what happened. Pure; throws on what could not be parsed, which is quarantine: the mail's own bytes are in there. */
export const read = (receipt: { body?: unknown }, account: { externalId: string }): Activity[] => {
  const body = receiptSchema.parse(receipt.body)
  if (body.kind === 'unreadable') throw new Error(`this mail cannot be parsed: ${body.fault}`)
  return [activityOf(body, account.externalId)]
}

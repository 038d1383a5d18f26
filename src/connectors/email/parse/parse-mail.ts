import { createHash } from 'node:crypto'
import PostalMime, { type Attachment, decodeWords, type Email } from 'postal-mime'
import { findIds, findOwnId, makeUpId } from '../ids.ts'
import { type MailAttachment, MOST, type ParsedMail } from '../shapes.ts'
import { htmlToText } from '../words/html-to-text.ts'
import { cleanLine, findPeople } from './people.ts'
import { isBetter, isBroken, otherReadings, readAgainAsUtf8 } from './repair-text.ts'

const TELLING =
  /^(auto-submitted|precedence|list-(id|unsubscribe|post)|return-path|sender|x-auto.*|x-vigie-delivery|x-failed-recipients|feedback-id|content-type|delivered-to|x-original-to|x-loop|x-spam-flag)$/

const headerOf = ({ headers }: Email, name: string): string => headers.find(({ key }) => key === name)?.value ?? ''

const tellingHeaders = ({ headers }: Email): [string, string][] =>
  headers
    .filter(({ key }) => TELLING.test(key))
    .slice(0, MOST.headers)
    .map(({ key, value }) => [key.slice(0, 100), cleanLine(value, MOST.header)])

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content instanceof Uint8Array ? content : new Uint8Array(content)

const nameOf = ({ filename, mimeType }: Attachment, at: number): string => {
  const name = cleanLine((filename ?? '').replaceAll(/^.*[/\\]/g, ''), 200).replace(/^[. ]+/, '')
  const kind = cleanLine(mimeType.split('/')[1] ?? 'bin', 30).replaceAll(/[^\w.+-]/g, '')
  return name === '' ? `${at + 1}.${kind || 'bin'}` : name
}

const isReportPart = ({ mimeType }: Attachment): boolean =>
  /^message\/(delivery-status|feedback-report|disposition-notification)$/.test(mimeType)
const isOriginal = ({ mimeType }: Attachment): boolean => /^(message\/rfc822|text\/rfc822-headers)$/.test(mimeType)

const textOf = (attachment: Attachment | undefined): string =>
  attachment === undefined
    ? ''
    : Buffer.from(bytesOf(attachment).subarray(0, MOST.report)).toString('utf8').slice(0, MOST.report)

const findReport = ({ attachments }: Email): ParsedMail['report'] => {
  const status = attachments.find(isReportPart)
  return status === undefined ? undefined : { status: textOf(status), original: textOf(attachments.find(isOriginal)) }
}

const keepAttachments = ({ attachments }: Email, isWhole: boolean): MailAttachment[] => {
  let room = MOST.attachmentsBytes
  return attachments.slice(0, MOST.attachments).map((attachment, at) => {
    const bytes = bytesOf(attachment)
    const fits = isWhole && bytes.length <= MOST.attachmentBytes && bytes.length <= room
    if (fits) room -= bytes.length
    return {
      name: nameOf(attachment, at),
      mediaType: cleanLine(attachment.mimeType, 100).toLowerCase() || 'application/octet-stream',
      size: bytes.length,
      ...(fits ? { content: Buffer.from(bytes).toString('base64') } : {}),
    }
  })
}

/** The same mail by another way, or after its server has numbered it again, says the same. Without an id, each byte of it counts. */
const digestOf = (mail: Email, source: Uint8Array): string => {
  const hash = createHash('sha256')
  const headers = ['message-id', 'from', 'date', 'subject'].map((name) => headerOf(mail, name))
  hash.update(JSON.stringify([headers, mail.text ?? '', mail.html ?? '']))
  for (const attachment of mail.attachments) hash.update('\0').update(bytesOf(attachment))
  if (findOwnId(headerOf(mail, 'message-id')) === null) hash.update('\0').update(source)
  return hash.digest('hex')
}

const dateOf = (header: string): number | null => {
  const at = Date.parse(
    header
      .replaceAll(/\([^()]*\)/g, '')
      .trim()
      .slice(0, 200),
  )
  return Number.isFinite(at) ? at : null
}

const LIMITS = { maxNestingDepth: 100, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 3 }

const parse = (source: Uint8Array): Promise<Email> => PostalMime.parse(source, LIMITS)

/** The words in their letters: a wrong label of character set is tried again as the other one that it usually is. */
const readWords = async (email: Email, source: Uint8Array): Promise<Pick<Email, 'text' | 'html'>> => {
  const { text = '', html = '' } = email
  for (const other of isBroken(text) || isBroken(html) ? otherReadings(source) : []) {
    const again = await parse(other)
    if (isBetter(again.text ?? '') && isBetter(again.html ?? '')) return again
  }
  return { text: readAgainAsUtf8(text) ?? text, html: readAgainAsUtf8(html) ?? html }
}

/** Half a page is worse than none: one that is too long is kept as its words. */
const bodyOf = ({ text = '', html = '' }: Pick<Email, 'text' | 'html'>): Pick<ParsedMail, 'text' | 'html'> => {
  const keptHtml = html.length <= MOST.html ? html : ''
  const words = text.trim() === '' && keptHtml === '' ? htmlToText(html) : text
  return {
    ...(words === '' ? {} : { text: words.slice(0, MOST.text).toWellFormed() }),
    ...(keptHtml === '' ? {} : { html: keptHtml.toWellFormed() }),
  }
}

/** One mail as it came, into its parts. Throws where nothing can be made of it. `isWhole`: its last part is not cut off. */
export const parseMail = async (source: Uint8Array, isWhole: boolean): Promise<ParsedMail> => {
  const email = await parse(source)
  const words = await readWords(email, source)
  const digest = digestOf(email, source)
  const subject = cleanLine(decodeWords(headerOf(email, 'subject')), 1000)
  const [inReplyTo] = findIds(headerOf(email, 'in-reply-to'))
  const report = findReport(email)
  const from = findPeople(headerOf(email, 'from'), 10)
  const isEmpty = from.length === 0 && subject === '' && email.attachments.length === 0
  if (isEmpty && !words.text?.trim() && !words.html?.trim())
    throw new Error('no sender, no subject and no words are in it')
  return {
    id: findOwnId(headerOf(email, 'message-id')) ?? makeUpId(digest),
    digest: digest.slice(0, 32),
    date: dateOf(headerOf(email, 'date')),
    from,
    replyTo: findPeople(headerOf(email, 'reply-to'), 10),
    to: [...findPeople(headerOf(email, 'to'), 25), ...findPeople(headerOf(email, 'cc'), 25)],
    references: findIds(headerOf(email, 'references')),
    headers: tellingHeaders(email),
    attachments: keepAttachments(email, isWhole),
    ...(subject === '' ? {} : { subject }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...bodyOf(words),
    ...(report === undefined ? {} : { report }),
  }
}

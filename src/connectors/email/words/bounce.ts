import { findIds, findMark, idOfDelivery, isKey } from '../ids.ts'
import type { Mail } from '../shapes.ts'
import { reasonOf } from '../smtp/reasons.ts'
import { headerOf } from './automatic.ts'

/** A server says what became of a mail of ours. `messageId` is null where it does not say of which one. */
export interface Bounce {
  outcome: 'failed' | 'delayed' | 'other'
  messageId: string | null
  reason: string
}

const FROM_MACHINE = /^(?:mailer-daemon|postmaster|mail-?daemon|no-?reply-?daemon)@/i
const SUBJECT =
  /^(?:undeliver(?:ed|able)|delivery status notification|mail delivery (?:failed|failure|system)|delivery (?:failure|has failed)|failure notice|returned mail|message (?:non|not) (?:remis|distribué|delivered)|non remis|échec de (?:la )?(?:remise|distribution)|warning: (?:message|could not)|delayed mail|unzustellbar)/i
const STATUS = /\b([245]\.\d{1,3}\.\d{1,3})\b/

const unfold = (text: string): string => text.replaceAll(/\r?\n[ \t]+/g, ' ')

const fieldsOf = (block: string): Map<string, string> =>
  new Map(
    [...block.matchAll(/^([A-Za-z-]{1,60}):[ \t]*(.*)$/gm)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.trim(),
    ]),
  )

const headerIn = (text: string, name: string): string =>
  fieldsOf(unfold(text.split(/\r?\n\r?\n/, 1)[0] ?? '')).get(name) ?? ''

const addressIn = (value: string): string =>
  value
    .replace(/^[^;]*;/, '')
    .replaceAll(/[<>\s]/g, '')
    .toLowerCase()

/** The mail that came back: by the mark that we put in it, since some servers give ids of their own, or by its id. */
const findOriginal = (mail: Mail, own: string): string | null => {
  const original = mail.report?.original ?? ''
  const mark = headerIn(original, 'x-vigie-delivery').toLowerCase()
  if (isKey(mark)) return idOfDelivery(mark, own)
  const [id] = findIds(headerIn(original, 'message-id'))
  if (id !== undefined) return id
  const named = mail.inReplyTo === undefined ? mail.references : [...mail.references, mail.inReplyTo]
  return [...findIds(mail.text ?? ''), ...named].find((one) => findMark(one) !== null) ?? null
}

const outcomeOf = (action: string, status: string): Bounce['outcome'] => {
  if (action === 'failed' || (action === '' && status.startsWith('5'))) return 'failed'
  if (action === 'delayed' || (action === '' && status.startsWith('4'))) return 'delayed'
  return 'other'
}

/** What a report says of each recipient; the worst counts. Our own copy is nobody's loss. */
const readReport = (mail: Mail, status: string, own: string): Bounce => {
  const verdicts = unfold(status)
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has('final-recipient') || fields.has('action'))
    .filter((fields) => addressIn(fields.get('final-recipient') ?? '') !== own)
    .map((fields) => {
      const code = STATUS.exec(fields.get('status') ?? '')?.[1] ?? ''
      const text = fields.get('diagnostic-code') ?? ''
      const outcome = outcomeOf((fields.get('action') ?? '').toLowerCase(), code)
      return { outcome, reason: reasonOf({ status: code, text }) }
    })
  const worst =
    verdicts.find(({ outcome }) => outcome === 'failed') ?? verdicts.find(({ outcome }) => outcome === 'delayed')
  return { ...(worst ?? { outcome: 'other', reason: 'unknown' }), messageId: findOriginal(mail, own) }
}

/** Servers that do not follow the standard say it in words; only what names a mail of ours is believed. */
const readWords = (mail: Mail, own: string): Bounce | null => {
  const sender = mail.from[0]?.address ?? ''
  const isEmptySender =
    /^<?>?$/.test(headerOf(mail, 'return-path')) && mail.headers.some(([name]) => name === 'return-path')
  const looks = FROM_MACHINE.test(sender) || headerOf(mail, 'x-failed-recipients') !== '' || isEmptySender
  if (!looks || !(SUBJECT.test(mail.subject ?? '') || headerOf(mail, 'x-failed-recipients') !== '')) return null
  const text = (mail.text ?? '').slice(0, 20_000)
  const status = STATUS.exec(text)?.[1] ?? ''
  const isDelay =
    status.startsWith('4') ||
    /\b(?:will be retried|will retry|delayed|no action is required|nouvelle tentative)\b/i.test(text)
  return {
    outcome: isDelay ? 'delayed' : 'failed',
    reason: reasonOf({ status, text }),
    messageId: findOriginal(mail, own),
  }
}

/** Whether a mail is a server's word on one of ours; never a customer's (RFC 3464). */
export const findBounce = (mail: Mail, own: string): Bounce | null => {
  const type = headerOf(mail, 'content-type').toLowerCase()
  const isReport = type.startsWith('multipart/report') && /report-type="?delivery-status/.test(type)
  if (mail.report !== undefined && (isReport || /^final-recipient:/im.test(mail.report.status)))
    return readReport(mail, mail.report.status, own)
  return readWords(mail, own)
}

import type { Mail } from '../shapes.ts'

export const headerOf = ({ headers }: Pick<Mail, 'headers'>, name: string): string =>
  headers.find(([known]) => known === name)?.[1] ?? ''

const NO_REPLY =
  /^(?:no-?reply|ne-?pas-?repondre|do-?not-?reply|noreply-.*|mailer-daemon|postmaster|bounces?|daemon|nobody)(?:[+.-].*)?@/i

/** Nobody reads what is sent there. */
export const isNoReply = (address: string): boolean => NO_REPLY.test(address)

const AWAY =
  /^(?:réponse automatique|message automatique d.absence|absence du bureau|absent du bureau|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|abwesenheitsnotiz|automatische antwort|respuesta automática|risposta automatica)\b/i

/** A machine answers another mail: a holiday notice, an acknowledgement. */
export const isAutoReply = (mail: Pick<Mail, 'headers' | 'subject'>): boolean =>
  /^auto-replied/i.test(headerOf(mail, 'auto-submitted')) ||
  ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-auto-reply'].some((name) => headerOf(mail, name) !== '') ||
  /^auto_?reply$/i.test(headerOf(mail, 'precedence')) ||
  AWAY.test(mail.subject ?? '')

/**
 * A machine wrote it, so nobody waits for an answer (RFC 3834): shown, but owed none. A form of a website is a machine too, but what it
 * hands over are a customer's words: it gives their address to reply to, `author`.
 */
export const isAutomatic = (mail: Pick<Mail, 'headers' | 'subject' | 'from'>, author: string): boolean => {
  if (isAutoReply(mail) || isNoReply(author)) return true
  if (/^(?:bulk|junk|list)$/i.test(headerOf(mail, 'precedence').trim())) return true
  if (['list-id', 'list-unsubscribe', 'list-post', 'feedback-id'].some((name) => headerOf(mail, name) !== ''))
    return true
  const submitted = headerOf(mail, 'auto-submitted')
  return submitted !== '' && !/^no\b/i.test(submitted) && author === mail.from[0]?.address
}

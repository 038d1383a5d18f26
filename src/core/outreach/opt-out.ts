import { fold } from '#core/guard/reading/fold.ts'

const LINE = {
  fr: 'Pour ne plus recevoir de message de ce genre, répondez « stop ».',
  en: 'To receive no more messages of this kind, reply “stop”.',
}

/** Ends a mail that nobody asked for with the way out of it. */
export const withOptOut = (text: string, language: 'fr' | 'en'): string => `${text}\n\n${LINE[language]}`

const STOP =
  /^(?:stop(?: (?:sms|mail|e-?mails?|merci|svp|please|thanks))?|arret(?:ez)?|desabonn(?:ez|er)(?:[- ]moi)?|desinscri(?:re|vez)(?:[- ]moi)?|desinscription|desabonnement|unsubscribe(?: me)?|opt[- ]?out|remove me|ne m'?(?:ecrivez|envoyez|contactez) plus(?: (?:de|rien).{0,40})?|(?:please )?stop (?:writing|mailing|e-?mailing|contacting)(?: me)?)$/

const bare = (line: string): string =>
  fold(line)
    .folded.replaceAll(/[^\p{L}\p{N}' -]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/**
 * Whether these words, or this subject, ask for no more messages. Only what says nothing else: « la livraison est au stop » is a customer
 * who speaks, and is answered (A1). What is asked so is kept for ever.
 */
export const asksToStop = (text: string, subject: string | null = null): boolean => {
  const [first = ''] = text
    .split('\n')
    .map(bare)
    .filter((line) => line !== '')
  return STOP.test(first) || STOP.test(bare(subject ?? ''))
}

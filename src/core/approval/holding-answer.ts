import type { Language } from '#core/guard/guard-input.ts'

/** What a holding answer is made of: nothing that could be untrue. */
export type Holding = {
  readonly language: Language
  readonly firstName: string | null
  /** The sentence that invites to a private way, where the answer is the first one in public (P1). */
  readonly invitation: string | null
  /** The first name of whoever sends it (A4). */
  readonly signature: string
}

const body: Readonly<Record<Language, string>> = {
  fr: 'je viens de lire votre message et je reviens vers vous ici',
  en: 'I have just read your message and will come back to you here',
}
const hello: Readonly<Record<Language, string>> = { fr: 'Bonjour', en: 'Hello' }

/**
 * What may be said while a reply waits to be approved: that somebody has read the customer, and nothing about their affair (V2, G4). It
 * promises no hour, admits nothing, and names no one but its sender.
 */
export const holdingAnswer = ({ language, firstName, invitation, signature }: Holding): string => {
  const greeting = firstName === null ? hello[language] : `${hello[language]} ${firstName}`
  const said = `${greeting}, ${body[language]}`
  const last = invitation === null ? said : `${said}. ${invitation.trim().replace(/\.$/, '')}`
  return `${last} – ${signature}`
}

/** The name to greet somebody by: the first word of a name written as people write theirs, or nothing. */
export const greetingName = (displayName: string): string | null => {
  const [first = ''] = displayName.trim().split(/\s+/)
  return /^\p{Lu}[\p{Ll}\p{M}]+(?:[-’']\p{Lu}?[\p{Ll}\p{M}]+)*$/u.test(first) && first.length <= 20 ? first : null
}

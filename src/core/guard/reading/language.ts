import type { Language } from '../guard-input.ts'

const FRENCH =
  /\b(?:le|la|les|l|de|des|du|un|une|vous|votre|vos|nous|notre|je|tu|ton|ta|est|et|pas|pour|en|au|que|qui|avec|merci|bonjour|sur|ce|ca|svp|oui)\b/g
const ENGLISH =
  /\b(?:the|an|of|to|you|your|we|our|us|is|are|and|not|for|in|that|it|with|thanks|thank|hi|hello|sorry|please|be|have|i|yes)\b/g

const ACCENTED = /[àâçéèêëîïôùûœ]/gi
const ENOUGH = 500

const count = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0

/** French or English, by the little words; what stays undecided is read as the language given. */
export const languageOf = ({ text, folded }: { text: string; folded: string }, otherwise: Language): Language => {
  const part = folded.slice(0, ENOUGH)
  const balance = count(FRENCH, part) + count(ACCENTED, text.slice(0, ENOUGH)) - count(ENGLISH, part)
  return balance === 0 ? otherwise : balance > 0 ? 'fr' : 'en'
}

/** Whether the draft says « tu » to the customer; the wording of a fix follows it. */
export const saysTu = (folded: string): boolean =>
  /\b(?:tu|toi|ton|ta|tes|t'(?:as|es|a|en|envoie|appelle|ecrit)|stp)\b/.test(folded) &&
  !/\b(?:vous|votre|vos)\b/.test(folded)

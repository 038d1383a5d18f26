import type { Features } from './features.ts'
import { type MessageLanguage, messageLanguages } from './labels.ts'
import { eachLetters, hashOf, placed } from './letters.ts'
import { type Scale, weigh } from './model.ts'

/** A language shows in its first words. */
const READ = 400
const WORD = /[\p{L}\p{M}]+/gu
const NOT_WORDS = /https?:?\S{0,300}|www\.\S{1,300}|[@]\w{1,60}|[\w.%+-]{1,64}@\S{1,64}/g

/** What a text is made of, as far as its language goes: words and letters with their accents. */
export const languageFeatures = (text: string): Features => {
  const words = text.slice(0, READ).normalize('NFC').toLowerCase().replace(NOT_WORDS, ' ').match(WORD) ?? []
  const [places, from, to]: [number[], number[], number[]] = [[], [], []]
  words.forEach((word, i) => {
    const add = (hash: number) => {
      places.push(placed(hash))
      from.push(i)
      to.push(i + 1)
    }
    add(hashOf('w', word))
    eachLetters(word, 1, 4, add)
  })
  const share = 2 / Math.sqrt(Math.max(1, places.length))
  return { places, values: places.map(() => share), from, to }
}

const FOREIGN = /\p{L}/gu
const LATIN = /\p{Script=Latin}/u
/** Written in other letters than ours, for more than half. */
const isForeignScript = (text: string): boolean => {
  const letters = text.slice(0, READ).normalize('NFKD').match(FOREIGN) ?? []
  return letters.length > 0 && letters.filter((letter) => !LATIN.test(letter)).length * 2 > letters.length
}

/** A word or two may be anything: another language than ours must be this much likelier (in the logarithm of the odds). */
const SURE_OF_OTHER = 0.8

/** French, English or another; a text without words has the language that is expected where it was written. */
export const languageOfMessage = (scale: Scale, text: string, expected: MessageLanguage): MessageLanguage => {
  if (isForeignScript(text)) return 'other'
  const features = languageFeatures(text)
  if (features.places.length === 0) return expected
  const sums = weigh(scale, features)
  const sumOf = (language: MessageLanguage) =>
    (sums[scale.at[language] ?? -1] ?? 0) - (language === 'other' ? SURE_OF_OTHER : 0)
  return messageLanguages.reduce((a, b) => (sumOf(b) > sumOf(a) ? b : a))
}

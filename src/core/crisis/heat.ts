import { type Lexicon, meet, readLexicon, wordsOf } from '#core/guard/concepts/lexicon.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { ENGLISH_HEAT, FRENCH_HEAT } from './heat-words.ts'

/** What heated words speak of. `trade`: what this brand's charter calls sensitive. */
export const HEATS = ['danger', 'boycott', 'scandal', 'deceit', 'justice', 'trade'] as const
export type Heat = (typeof HEATS)[number]

/** One heat met in a text, with the words that say it as they were read. */
export type Met = { readonly heat: Heat; readonly words: string }

/** The words of everybody and those of the trade, ready to be looked for. */
export type HeatList = { readonly everyone: Lexicon; readonly trade: Lexicon }

const EVERYONE = readLexicon(FRENCH_HEAT, ENGLISH_HEAT)
const NOT = new Set([
  'pas',
  'not',
  'no',
  'aucun',
  'aucune',
  'jamais',
  'never',
  "isn't",
  "wasn't",
  "n'",
  'sans',
  'without',
])
/** « pas une arnaque », « not a scam »: so many words back a denial still denies. */
const DENIAL_REACH = 2

const flat = (text: string): string => fold(text).folded

/** The list that the gauge reads by: ours, and the subjects that the charter in force calls sensitive (V1, L3). */
export const heatListOf = (tradeWords: readonly string[]): HeatList => ({
  everyone: EVERYONE,
  trade: readLexicon(`trade: ${tradeWords.map((words) => flat(words).replaceAll(/[:|\n]/g, ' ')).join(' | ')}`),
})

const isHeat = (name: string | undefined): name is Heat => HEATS.some((heat) => heat === name)

const isDenied = (words: readonly string[], from: number): boolean =>
  words.slice(Math.max(0, from - DENIAL_REACH), from).some((word) => NOT.has(word))

/** The heated words of a message: what they speak of, and which they are; a word that is denied is none (L3). */
export const findHeat = (text: string, list: HeatList): readonly Met[] => {
  const words = wordsOf(flat(text))
  const found = new Map<string, Met>()
  for (const lexicon of [list.everyone, list.trade])
    for (const { concept, from, to } of meet(lexicon, words)) {
      const heat = lexicon.names[concept]
      if (!isHeat(heat) || isDenied(words, from)) continue
      const said = words.slice(from, to).join(' ')
      found.set(`${heat} ${said}`, { heat, words: said })
    }
  return [...found.values()]
}

import { readFileSync, writeFileSync } from 'node:fs'
import { wordsOf } from '#core/guard/concepts/lexicon.ts'
import { beginningOf } from '#core/guard/faults/beginning.ts'
import { encodeWeights } from '#core/guard/learned/net-letters.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { corpusFiles, messageFiles } from './corpus.ts'
import { type Meetings, principalDirections } from './principal-directions.ts'

type Text = { readonly lang: string; readonly words: readonly string[] }

const WIDTH = 64
/** Words that are met less often tell of themselves and not of their company. */
const LEAST_MET = 3
/** How far a word's company reaches; the farther off, the less it counts. */
const REACH = 5
/** What everybody stands beside says less: as in « word2vec » (Mikolov and others, 2013). */
const COMMON = 0.75
/** Beside fewer letters a word keeps every company; it is somebody's company itself all the same. */
const OWN_COMPANY = /^(?:[a-z]{4,}|\p{Extended_Pictographic})$/u

const lines = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

/** Everything that the project wrote of desks and customers: drafts, what they answer, what was answered lately, and messages. */
const readTexts = (): Text[] => {
  const said = [...corpusFiles(), ...messageFiles()]
    .flatMap(lines)
    .flatMap((line) =>
      [
        line.draft,
        line.incoming,
        line.text,
        ...(Array.isArray(line.recent_replies) ? line.recent_replies : []),
      ].flatMap((text) => (typeof text === 'string' ? [`${line.lang === 'en' ? 'en' : 'fr'} ${text}`] : [])),
    )
  return [...new Set(said)].map((text) => ({ lang: text.slice(0, 2), words: wordsOf(fold(text.slice(3)).folded) }))
}

/** Who stands beside whom, as how much more often than chance would have it. */
const meetingsOf = (texts: readonly Text[]): { readonly words: readonly string[]; readonly meetings: Meetings } => {
  const rows = texts.map(({ lang, words }) => words.map((word) => `${lang}${beginningOf(word)}`))
  const met = new Map<string, number>()
  for (const word of rows.flat()) met.set(word, (met.get(word) ?? 0) + 1)
  const words = [...met].flatMap(([word, times]) => (times >= LEAST_MET ? [word] : [])).sort()
  const number = new Map(words.map((word, i) => [word, i]))
  const beside = words.map(() => new Map<number, number>())
  const meet = (a: number, b: number, worth: number) => beside[a]?.set(b, (beside[a].get(b) ?? 0) + worth)
  for (const row of rows) {
    const numbers = row.map((word) => number.get(word))
    for (const [i, a] of numbers.entries())
      for (let far = 1; far <= REACH; far++) {
        const b = numbers[i + far]
        if (a === undefined || b === undefined) continue
        meet(a, b, 1 / far)
        meet(b, a, 1 / far)
      }
  }
  const often = beside.map((others) => [...others.values()].reduce((sum, worth) => sum + worth, 0))
  const common = often.map((times) => times ** COMMON)
  const all = common.reduce((sum, share) => sum + share, 0)
  const more = beside.map((others, a) =>
    [...others]
      .map(([b, worth]): [number, number] => [b, Math.log((worth * all) / ((often[a] ?? 1) * (common[b] ?? 1)))])
      .filter(([, told]) => told > 0),
  )
  const from = new Int32Array(words.length + 1)
  more.forEach((others, a) => {
    from[a + 1] = (from[a] ?? 0) + others.length
  })
  const at = Int32Array.from(more.flat(), ([b]) => b)
  const worth = Float32Array.from(more.flat(), ([, told]) => told)
  return { words, meetings: { size: words.length, from, at, worth } }
}

/** The company that each word keeps, as `WIDTH` numbers of length one together; the same texts always teach the same. */
export const learnAlike = (texts: readonly Text[]) => {
  const { words, meetings } = meetingsOf(texts)
  const directions = principalDirections(meetings, WIDTH)
  const kept = words.flatMap((word, row) => (OWN_COMPANY.test(word.slice(2)) ? [row] : []))
  const table = new Float32Array(kept.length * WIDTH)
  for (const [i, row] of kept.entries()) {
    const own = directions.subarray(row * WIDTH, (row + 1) * WIDTH)
    const length = Math.sqrt(own.reduce((sum, x) => sum + x * x, 0)) || 1
    for (const [k, x] of own.entries()) table[i * WIDTH + k] = x / length
  }
  const beginnings = (lang: string) =>
    kept.flatMap((row) => (words[row]?.startsWith(lang) ? [words[row].slice(2)] : [])).join(' ')
  return { width: WIDTH, en: beginnings('en'), fr: beginnings('fr'), ...encodeWeights(table) }
}

const main = (): void => {
  const texts = readTexts()
  const { width, en, fr, most, table } = learnAlike(texts)
  const file = `/** Written by learn-alike.ts from ${texts.length} texts; not to be edited by hand. The rows are those of the English beginnings, then of the French. */
export const ALIKE = {
  width: ${width},
  most: ${most},
  en: '${en}',
  fr: '${fr}',
  table: '${table}',
}
`
  writeFileSync(new URL('../../core/guard/learned/alike.ts', import.meta.url), file)
  console.error(`The company of words is learned from ${texts.length} texts.`)
}

if (import.meta.main) main()

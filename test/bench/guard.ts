import { checkDraft } from '#core/guard/check-draft.ts'
import { lexicon } from '#core/guard/concepts/words.ts'
import type { GuardLine } from '#server/cli/guard-line.ts'
import { corpusFiles } from '#server/training/corpus.ts'
import { judgeOnUnseenTrades } from '#server/training/cross-validate.ts'
import { readCorpus } from '#server/training/examples.ts'
import { type Measure, median, quantile } from './measure.ts'

/** The codes on which labelled drafts have an opinion. */
export const CODES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'P1', 'A4', 'D2x']
const LENGTH = 1000
const DRAFTS = 40
const WARM = 1000
const CHECKS = 2000
const MOST_MS = 5

/** Drafts of a thousand characters, French and English in turn, made of the sentences of the corpus. */
const longDrafts = (lines: readonly GuardLine[]): string[] =>
  Array.from({ length: DRAFTS }, (_, i) => {
    const lang = i % 2 === 0 ? 'fr' : 'en'
    const same = lines.filter((line) => line.lang === lang)
    let text = ''
    for (let k = i * 7; text.length < LENGTH; k++) text += `${same[k % same.length]?.input.text ?? ''} `
    return text.slice(0, LENGTH)
  })

/** One check beside what any reader must do at least: bring the same text to one form. */
const timeChecks = (lines: readonly GuardLine[]): Measure[] => {
  const drafts = longDrafts(lines)
  const check = (turn: number) => {
    const line = lines[turn % lines.length]
    const text = drafts[turn % drafts.length]
    if (line === undefined || text === undefined) throw new Error('There is no draft to check.')
    return checkDraft({ ...line.input, text })
  }
  const times: number[] = []
  const references: number[] = []
  for (let turn = 0; turn < WARM + CHECKS; turn++) {
    const began = performance.now()
    check(turn)
    const checked = performance.now()
    const plain = (drafts[turn % drafts.length] ?? '')
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z']+/g)
    const normalised = performance.now()
    if (turn < WARM || plain === null) continue
    times.push(checked - began)
    references.push(normalised - checked)
  }
  const half = { value: median(times), reference: median(references) }
  return [
    { name: `a check of ${LENGTH} characters, p50`, unit: 'ms', ...half, ratio: half.value / half.reference },
    { name: `a check of ${LENGTH} characters, p99`, unit: 'ms', value: quantile(times, 0.99), most: MOST_MS },
  ]
}

export type Score = { readonly truly: number; readonly falsely: number; readonly missed: number }

/** What the guard fires on a line, among the codes that it knows, without those that a fair reader could defend. */
export const firedOn = (line: GuardLine): ReadonlySet<string> =>
  new Set(
    checkDraft(line.input)
      .map((finding): string => finding.rule)
      .filter((code) => !line.tolerated.includes(code)),
  )

export const scoreOf = (code: string, lines: readonly GuardLine[], fired: readonly ReadonlySet<string>[]): Score => {
  let [truly, falsely, missed] = [0, 0, 0]
  lines.forEach((line, i) => {
    const expected = line.expect.includes(code)
    const found = fired[i]?.has(code) === true
    if (expected && found) truly++
    else if (found) falsely++
    else if (expected) missed++
  })
  return { truly, falsely, missed }
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
export const f1Of = ({ truly, falsely, missed }: Score) => share(2 * truly, 2 * truly + falsely + missed)

const qualityOf = (name: string, code: string, score: Score): Measure[] => {
  const { truly, falsely, missed } = score
  const about = `${name} (${truly + missed} expected)`
  return [
    { name: `${code} precision, ${about}`, unit: 'share', value: share(truly, truly + falsely) },
    { name: `${code} recall, ${about}`, unit: 'share', value: share(truly, truly + missed) },
    { name: `${code} F1, ${about}`, unit: 'share', value: f1Of(score) },
  ]
}

/** What was fired on each line, told per code and language, with the false alarms. */
const tell = (corpus: string, lines: readonly GuardLine[], fired: readonly ReadonlySet<string>[]): Measure[] => {
  const measures: Measure[] = []
  const judged = CODES.filter((code) => lines.some((line) => line.expect.includes(code)))
  for (const lang of ['fr', 'en', 'both']) {
    const places = lines.flatMap((line, i) => (lang === 'both' || line.lang === lang ? [i] : []))
    const part = places.flatMap((i) => lines[i] ?? [])
    const said = places.map((i) => fired[i] ?? new Set<string>())
    const scores = judged.map((code) => ({ code, score: scoreOf(code, part, said) }))
    for (const { code, score } of scores) measures.push(...qualityOf(`${corpus} ${lang}`, code, score))
    const all = scores.reduce((sum, { score }) => sum + f1Of(score), 0)
    measures.push({ name: `macro F1, ${corpus} ${lang}`, unit: 'share', value: share(all, scores.length) })
  }
  const saidOf = (i: number) => [...(fired[i] ?? [])].filter((code) => CODES.includes(code))
  const exact = lines.filter(
    (line, i) => saidOf(i).length === line.expect.length && line.expect.every((code) => fired[i]?.has(code)),
  )
  measures.push({
    name: `exact match, ${corpus} (${lines.length})`,
    unit: 'share',
    value: share(exact.length, lines.length),
  })
  for (const [name, isAmong] of QUIET) {
    const among = lines.flatMap((line, i) => (line.expect.length === 0 && isAmong(line) ? [i] : []))
    const touched = among.filter((i) => saidOf(i).length > 0)
    measures.push({
      name: `${name}, ${corpus} (${among.length})`,
      unit: 'share',
      value: share(touched.length, among.length),
    })
  }
  return measures
}

const QUIET: readonly (readonly [string, (line: GuardLine) => boolean])[] = [
  ['false alarms', () => true],
  ['false alarms on plain good replies', (line) => line.note.includes('clean')],
]

/** The whole guard on the drafts of the repository, each judged by a model that has not seen its trade; ordinary drafts besides by themselves. */
const judgeUnseen = (): Measure[] => {
  const lines = readCorpus(corpusFiles())
  const { fired } = judgeOnUnseenTrades(lexicon, lines)
  const ordinary = lines.flatMap((line, i) => (line.id.startsWith('o') ? [i] : []))
  return [
    ...tell('unseen trades', lines, fired),
    ...tell(
      'ordinary drafts of unseen trades',
      ordinary.flatMap((i) => lines[i] ?? []),
      ordinary.map((i) => fired[i] ?? new Set()),
    ),
  ]
}

/** Files of labelled drafts named after the bench; the repository's own without any. */
const filesAsked = () => process.argv.slice(2).filter((argument) => argument.endsWith('.jsonl'))

/** How fast the guard reads a draft, and how right it is, rule by rule. */
export async function* run(options: { files?: readonly string[] }): AsyncIterable<Measure> {
  const asked = options.files ?? filesAsked()
  yield* timeChecks(readCorpus(corpusFiles()))
  for (const file of asked) {
    const lines = readCorpus([file])
    yield* tell(file.split('/').at(-1) ?? file, lines, lines.map(firedOn))
  }
  if (asked.length === 0) yield* judgeUnseen()
}

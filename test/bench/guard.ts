import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDraft } from '#core/guard/check-draft.ts'
import { rules } from '#core/guard/rules.ts'
import { type GuardLine, readGuardLine } from '#server/cli/guard-line.ts'
import { type Measure, median, quantile } from './measure.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/guard')
const OWN = ['held-out.jsonl', 'tuned.jsonl'].map((name) => join(FIXTURES, name))
const LENGTH = 1000
const DRAFTS = 40
const WARM = 1000
const CHECKS = 2000
const MOST_MS = 2

const linesOf = (file: string): GuardLine[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const read = readGuardLine(line)
      if ('trouble' in read) throw new Error(`${file}, line ${index + 1}: ${read.trouble}`)
      return read
    })

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

const disturbed = (name: string, lines: readonly GuardLine[], judged: readonly string[]): Measure => {
  const touched = lines.filter((line) => [...firedOn(line)].some((code) => judged.includes(code)))
  return { name: `${name} (${lines.length})`, unit: 'share', value: share(touched.length, lines.length) }
}

const judge = (file: string): Measure[] => {
  const lines = linesOf(file)
  const corpus = file.split('/').at(-1) ?? file
  const judged: string[] = rules
    .map((rule) => rule.code)
    .filter((code) => lines.some((line) => line.expect.includes(code)))
  const measures: Measure[] = []
  for (const lang of ['fr', 'en', 'both']) {
    const part = lang === 'both' ? lines : lines.filter((line) => line.lang === lang)
    const fired = part.map(firedOn)
    for (const code of judged) measures.push(...qualityOf(`${corpus} ${lang}`, code, scoreOf(code, part, fired)))
  }
  const quiet = lines.filter((line) => line.expect.length === 0)
  const plain = quiet.filter((line) => line.note.includes('clean'))
  return [
    ...measures,
    disturbed(`false alarms, ${corpus}`, quiet, judged),
    disturbed(`false alarms on plain good replies, ${corpus}`, plain, judged),
  ]
}

/** Files of labelled drafts named after the bench; the repository's own without any. */
const filesAsked = () => process.argv.slice(2).filter((argument) => argument.endsWith('.jsonl'))

/** How fast the guard reads a draft, and how right it is, rule by rule. What it was tuned on says little: read the held-out lines. */
export async function* run(options: { files?: readonly string[] }): AsyncIterable<Measure> {
  const asked = options.files ?? filesAsked()
  yield* timeChecks(OWN.flatMap(linesOf))
  for (const file of asked.length > 0 ? asked : OWN) yield* judge(file)
}

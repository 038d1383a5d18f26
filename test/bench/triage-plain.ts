import { sentiments } from '#core/triage/labels.ts'
import { judgeAlone, type Taken } from '#server/training/judge-alone.ts'
import { triageFolds } from '#server/training/judge-triage.ts'
import type { Read } from '#server/training/learn-triage.ts'
import { PLAINLY } from '#server/training/plain-features.ts'
import type { TriageLine } from '#server/training/triage-line.ts'
import type { Measure } from './measure.ts'
import { macroF1Of, share } from './triage-scores.ts'

const SETS: readonly (readonly [string, (line: TriageLine) => boolean])[] = [
  ['own, French', ({ source, lang }) => source === 'own' && lang === 'fr'],
  ['own, English', ({ source, lang }) => source === 'own' && lang === 'en'],
  ['to an internet provider, French', ({ source }) => source === 'brand-fr'],
  ['to 24 care teams, English', ({ source }) => source === 'care-en'],
]
const YES_NO = ['true', 'false']

/** What the simple baseline makes of the messages on which triage is judged: the same rows learned, the same rows kept aside. */
export function* judgePlainly(reads: readonly Read[]): Iterable<Measure> {
  const lines = reads.map(({ line }) => line)
  const parts = triageFolds(reads)
  const judge = (
    of: (line: TriageLine) => boolean,
    labelOf: (line: TriageLine) => string,
    labels: readonly string[],
  ) => {
    const at = lines.flatMap((line, i) => (of(line) ? [i] : []))
    const kept = at.flatMap((i) => lines[i] ?? [])
    const rows = kept.map((line) => ({ text: line.text, label: labelOf(line) }))
    const taken = judgeAlone(rows, labels, { ...PLAINLY, folds: at.map((i) => parts[i] ?? 0) })
    return (isJudged: (line: TriageLine) => boolean): readonly Taken[] =>
      taken.filter((_, i) => kept[i] !== undefined && isJudged(kept[i]))
  }
  const complaints = judge(
    ({ intent }) => intent !== undefined,
    ({ intent }) => String(intent === 'complaint'),
    YES_NO,
  )
  for (const [name, of] of SETS) {
    const taken = complaints(of)
    if (taken.length > 0)
      yield share(`${name}, plain words and letters: complaint or not, macro-F1`, macroF1Of(taken, YES_NO))
  }
  for (const [source, name] of [
    ['tweet-fr', 'French'],
    ['tweet-en', 'English'],
  ] as const) {
    const of = (line: TriageLine) => line.source === source
    const taken = judge(of, ({ sentiment }) => sentiment ?? '', sentiments)(of)
    if (taken.length > 0)
      yield share(
        `UMSAB ${name}, plain words and letters, learned from four fifths of it: macro-F1`,
        macroF1Of(taken, sentiments),
      )
  }
}

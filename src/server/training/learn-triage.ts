import { type Features, featuresOf } from '#core/triage/features.ts'
import { choiceNames, choices, columnName, type YesNo, yesNo } from '#core/triage/groups.ts'
import type { TriageModel } from '#core/triage/model.ts'
import { packColumn } from '#core/triage/packed.ts'
import { cutMessage } from '#core/triage/tokens.ts'
import { type ColumnExample, trainColumns } from './train-columns.ts'
import type { TriageLine } from './triage-line.ts'

export type Read = { readonly line: TriageLine; readonly features: Features }
export const readLines = (lines: readonly TriageLine[]): Read[] =>
  lines.map((line) => ({ line, features: featuresOf(cutMessage(line.text)) }))

/** Tweets about the world are not written to a brand; all else is. */
const isToABrand = (line: TriageLine): boolean => !line.source.startsWith('tweet')
/** How much the one tells of the other. */
const ELSEWHERE = 0.3
/** English messages that customers really sent are few, and are what a desk reads. */
const MOST_REAL: Readonly<Record<string, number>> = { 'care-en': 2 }
const countOf = (line: TriageLine, kind: string): number =>
  (MOST_REAL[line.source] ?? 1) *
  ((kind === 'sentiment' && !isToABrand(line)) || (kind === 'feeling' && isToABrand(line)) ? ELSEWHERE : 1)
/** What is rare counts more, up to this. */
const MOST_FOR_RARE = 3

export const saysYes = (line: TriageLine, what: YesNo): boolean | undefined =>
  what === 'to-a-brand'
    ? isToABrand(line)
    : what === 'complaint'
      ? line.intent === undefined
        ? undefined
        : line.intent === 'complaint'
      : what === 'urgent' || what === 'needs_answer' || what === 'personal_dispute'
        ? line[what]
        : line.flags?.has(what)

const examplesOf = (
  reads: readonly Read[],
  kind: string,
  labelOf: (line: TriageLine) => number | undefined,
): ColumnExample[] =>
  reads.flatMap(({ line, features }) => {
    const label = labelOf(line)
    return label === undefined ? [] : [{ features, label, counts: countOf(line, kind) }]
  })

/** Praise and proposals are rarer than complaints, and are looked for as well. */
const MOST_FOR_RARE_INTENT = 1.4
const evened = (examples: readonly ColumnExample[], labels: number): ColumnExample[] => {
  const many = Array.from({ length: labels }, (_, label) => examples.filter((e) => e.label === label).length)
  return examples.map((e) => {
    const rare = Math.sqrt(examples.length / labels / Math.max(1, many[e.label] ?? 1))
    return { ...e, counts: e.counts * Math.min(MOST_FOR_RARE_INTENT, rare) }
  })
}

/** What is wanted shall be understood in trades that nothing was learned of: so much of a message is left out each time it is read. */
const LEFT_OUT = 0.2

const HALF = Object.fromEntries(yesNo.map((what) => [what, 0.5]))

/** Learns every column from labelled messages; the same messages always teach the same. */
export const learnTriage = (reads: readonly Read[], from: Readonly<Record<string, number>> = HALF): TriageModel => {
  const chosen = choiceNames.flatMap((kind) => {
    const labels: readonly string[] = choices[kind]
    const field = kind === 'feeling' ? 'sentiment' : kind
    const examples = examplesOf(reads, kind, (line) => {
      const label = line[field]
      return label === undefined ? undefined : labels.indexOf(label)
    })
    const columns =
      kind === 'intent'
        ? trainColumns(evened(examples, labels.length), labels.length, { leaveOut: LEFT_OUT })
        : trainColumns(examples, labels.length)
    return columns.map(({ bias, weights }, i) => packColumn(columnName(kind, labels[i] ?? ''), bias, weights))
  })
  const said = yesNo.map((what) => {
    const examples = examplesOf(reads, what, (line) => {
      const yes = saysYes(line, what)
      return yes === undefined ? undefined : yes ? 1 : 0
    })
    const many = examples.filter((e) => e.label === 1).length
    const rare = Math.min(MOST_FOR_RARE, Math.sqrt(examples.length / Math.max(1, 2 * many)))
    const weighed = examples.map((e) => (e.label === 1 ? { ...e, counts: e.counts * rare } : e))
    const [no, yes] = trainColumns(weighed, 2, { leaveOut: LEFT_OUT })
    const weights = new Map(yes?.weights)
    for (const [place, weight] of no?.weights ?? []) weights.set(place, (weights.get(place) ?? 0) - weight)
    return packColumn(columnName('is', what), (yes?.bias ?? 0) - (no?.bias ?? 0), weights)
  })
  return { columns: [...chosen, ...said], from }
}

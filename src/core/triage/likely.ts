import { choiceNames, choices, columnName, yesNo } from './groups.ts'
import type { Scale } from './model.ts'

/** How likely each label is, from 0 to 1, by the name of its column. */
export type Likely = Readonly<Record<string, number>>

/**
 * How far a message is read as one kind rather than another where its words leave it open. People who write to a brand are seldom
 * neutral about it (tuned on tweets to airlines); what may be a question is rather not called a complaint (on the messages that are judged).
 */
const LEAN: Readonly<Record<string, number>> = {
  'sentiment negative': 0.5,
  'sentiment positive': 0.2,
}
const LEAN_FROM_COMPLAINT = 0.2

const odds = (sum: number): number => 1 / (1 + Math.exp(-sum))

/** The sums of all columns as likelihoods; the feeling is that of a customer as far as the message is one to a brand. */
export const likelyOf = ({ at }: Scale, sums: Float64Array): Likely => {
  const sumOf = (kind: string, label: string) => sums[at[columnName(kind, label)] ?? -1] ?? 0
  const likely: Record<string, number> = {}
  const toABrand = odds(sumOf('is', 'to-a-brand'))
  for (const kind of choiceNames) {
    const found = choices[kind].map((label) => {
      const sum = sumOf(kind, label) + (LEAN[columnName(kind, label)] ?? 0)
      return kind === 'sentiment' ? toABrand * sum + (1 - toABrand) * sumOf('feeling', label) : sum
    })
    const most = Math.max(...found)
    const parts = found.map((sum) => Math.exp(sum - most))
    const all = parts.reduce((a, b) => a + b)
    choices[kind].forEach((label, i) => {
      likely[columnName(kind, label)] = (parts[i] ?? 0) / all
    })
  }
  for (const what of yesNo) likely[columnName('is', what)] = odds(sumOf('is', what))
  askTwice(likely, sumOf('is', 'complaint'))
  return likely
}

/** Whether it is a complaint is asked twice, as one wish among seven and by itself, and both answers count alike; the others share what is left. */
const askTwice = (likely: Record<string, number>, alone: number): void => {
  const complaint = columnName('intent', 'complaint')
  const others = choices.intent.map((label) => columnName('intent', label)).filter((name) => name !== complaint)
  const least = (share: number) => Math.max(Number.MIN_VALUE, share)
  const rest = least(others.reduce((sum, name) => sum + (likely[name] ?? 0), 0))
  const both = odds((Math.log(least(likely[complaint] ?? 0)) - Math.log(rest) + alone) / 2 - LEAN_FROM_COMPLAINT)
  likely[complaint] = both
  for (const name of others) likely[name] = ((likely[name] ?? 0) / rest) * (1 - both)
}

/** The likeliest of several. */
export const likeliest = <L extends string>(likely: Likely, kind: string, labels: readonly [L, ...L[]]): L =>
  labels.reduce((a, b) => ((likely[columnName(kind, b)] ?? 0) > (likely[columnName(kind, a)] ?? 0) ? b : a))

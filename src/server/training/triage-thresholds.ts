import { columnName, type YesNo, yesNo } from '#core/triage/groups.ts'
import type { Likely } from '#core/triage/likely.ts'
import { type Read, saysYes } from './learn-triage.ts'

export type Count = { readonly truly: number; readonly falsely: number; readonly missed: number }
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
export const precisionOf = ({ truly, falsely }: Count): number => share(truly, truly + falsely)
export const recallOf = ({ truly, missed }: Count): number => share(truly, truly + missed)

/** F1, or with more weight on what must not be missed. */
export const fOf = ({ truly, falsely, missed }: Count, recallWeighs = 1): number => {
  const square = recallWeighs * recallWeighs
  return share((1 + square) * truly, (1 + square) * truly + square * missed + falsely)
}

export const countAt = (reads: readonly Read[], weighed: readonly Likely[], what: YesNo, from: number): Count => {
  let [truly, falsely, missed] = [0, 0, 0]
  reads.forEach(({ line }, i) => {
    const wanted = saysYes(line, what)
    if (wanted === undefined) return
    const said = (weighed[i]?.[columnName('is', what)] ?? 0) >= from
    if (wanted && said) truly++
    else if (wanted) missed++
    else if (said) falsely++
  })
  return { truly, falsely, missed }
}

/** An emergency that is missed costs more than a message read too early. */
const RECALL_WEIGHS: Readonly<Partial<Record<YesNo, number>>> = { urgent: 1.5, safety: 1.5 }
const STEPS = Array.from({ length: 37 }, (_, i) => Math.round((0.05 + i * 0.025) * 1000) / 1000)

/** From which likelihood on a yes is said: where F is best on messages whose trade the model has not seen. */
export const chooseTriageThresholds = (
  reads: readonly Read[],
  weighed: readonly Likely[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    yesNo.map((what) => {
      const worth = (from: number) => fOf(countAt(reads, weighed, what, from), RECALL_WEIGHS[what] ?? 1)
      return [what, STEPS.reduce((a, b) => (worth(b) > worth(a) ? b : a), 0.5)]
    }),
  )

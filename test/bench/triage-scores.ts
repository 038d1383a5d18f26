import type { Taken } from '#server/training/judge-alone.ts'
import type { Measure } from './measure.ts'

export const accuracyOf = (taken: readonly Taken[]): number =>
  taken.filter((one) => one.is === one.as).length / Math.max(1, taken.length)

export const f1Of = (taken: readonly Taken[], label: string): number => {
  let [truly, falsely, missed] = [0, 0, 0]
  for (const one of taken) {
    if (one.is === label && one.as === label) truly++
    else if (one.as === label) falsely++
    else if (one.is === label) missed++
  }
  return (2 * truly) / Math.max(1, 2 * truly + falsely + missed)
}

/** The mean F1 of all labels: a rare one counts as much as a frequent one. */
export const macroF1Of = (taken: readonly Taken[], labels: readonly string[]): number =>
  labels.reduce((sum, label) => sum + f1Of(taken, label), 0) / labels.length

/** « Complaint or not », whatever else it is. */
export const asYesNo = (taken: readonly Taken[], label: string): readonly Taken[] =>
  taken.map((one) => ({ is: String(one.is === label), as: String(one.as === label) }))

export const share = (name: string, value: number, reference?: number): Measure => ({
  name,
  unit: 'share',
  value,
  ...(reference === undefined ? {} : { reference, ratio: value / reference }),
})

import type { Finding } from '#core/guard/finding.ts'

const weight = { block: 0, approve: 1, warn: 2 } as const

/** Worst first, then in the order of the words. An empty box is not a fault to show: the button already says so. */
export const toShow = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter((finding) => finding.rule !== 'empty')
    .toSorted((a, b) => weight[a.severity] - weight[b.severity] || a.start - b.start)

export const keepsIn = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'block')

/** A second person must read it: it is asked for, instead of sent (V1). */
export const asksReader = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'approve')

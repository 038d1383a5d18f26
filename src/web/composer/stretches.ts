import type { Finding, Severity } from '#core/guard/finding.ts'

type Stretch = { readonly start: number; readonly text: string; readonly severity: Severity | null }

const rank = { block: 3, approve: 2, warn: 1 } as const

/** Cuts the text where a finding begins or ends; where several meet, the worst one is shown. */
export const stretchesOf = (
  text: string,
  findings: readonly Pick<Finding, 'start' | 'end' | 'severity'>[],
): Stretch[] => {
  const edges = new Set([0, text.length])
  for (const { start, end } of findings) {
    edges.add(Math.min(start, text.length))
    edges.add(Math.min(end, text.length))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length
    const here = findings.filter((f) => f.start <= start && f.end >= end && f.end > f.start)
    const worst = here.toSorted((a, b) => rank[b.severity] - rank[a.severity])[0]
    return { start, text: text.slice(start, end), severity: worst?.severity ?? null }
  })
}

import { isGrave, topicOf } from './topics.ts'

export interface Told {
  readonly kind: string
  readonly caseId: string | null
  readonly caseNumber: number | null
}

export interface Line extends Told {
  readonly count: number
}

const MOST_LINES = 20

/** One message out of all that waited: what is grave first, each thing of a case once with its count, and how many more there are. */
export const sumUp = (notices: readonly Told[]): { lines: readonly Line[]; more: number } => {
  const lines = new Map<string, Line>()
  for (const one of notices) {
    const key = `${one.kind}|${one.caseId ?? ''}`
    lines.set(key, { ...one, count: (lines.get(key)?.count ?? 0) + 1 })
  }
  const rank = ({ kind }: Line): number => (isGrave(topicOf(kind)) ? 0 : 1)
  const sorted = [...lines.values()].toSorted((a, b) => rank(a) - rank(b))
  const left = sorted.slice(MOST_LINES)
  return { lines: sorted.slice(0, MOST_LINES), more: left.reduce((sum, { count }) => sum + count, 0) }
}

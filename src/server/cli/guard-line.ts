import type { CaseFact, GuardInput } from '#core/guard/guard-input.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A line says `none` of a fact that is not there: it proves nothing, so it is left out. */
const factsOf = (value: unknown): CaseFact[] =>
  list(value).flatMap((fact) => {
    if (!isRecord(fact)) return []
    const { kind, status } = fact
    if (typeof kind !== 'string' || (status !== 'requested' && status !== 'done' && status !== 'cancelled')) return []
    return [{ kind, status }]
  })

/** One labelled draft as the guard sees it: everything down to the draft, nothing of the labels. */
export const toGuardInput = (line: Record<string, unknown>): GuardInput => {
  const file = isRecord(line.case) ? line.case : {}
  const brand = isRecord(line.brand) ? line.brand : {}
  return {
    text: text(line.draft),
    audience: line.audience === 'private' ? 'private' : 'public',
    incoming: text(line.incoming),
    isFirstAnswer: true,
    facts: factsOf(file.facts),
    settled: file.settled === true,
    privateWays: [],
    customer: {},
    brand: { name: text(brand.name), account: text(brand.account), city: text(brand.city) },
    recentReplies: list(line.recent_replies).map(text),
  }
}

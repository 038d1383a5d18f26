import { NO_CHARTER } from '#core/guard/guard-charter.ts'
import type { CaseFact, GuardInput } from '#core/guard/guard-input.ts'

type Line = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Line => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A labelled draft, one a line: what the guard may see, and the codes that a fair reader expects, refuses or tolerates. */
export type GuardLine = {
  readonly id: string
  readonly lang: string
  readonly note: string
  readonly input: GuardInput
  readonly expect: readonly string[]
  readonly mustNot: readonly string[]
  readonly tolerated: readonly string[]
  /** The brand's trade, by which the drafts are set apart when the guard is judged on trades that it has not learned. */
  readonly trade: string
  /** The very words that deserve a code, where somebody marked them. */
  readonly spans: Readonly<Record<string, string>>
}

/** A line says `none` of a fact that is not there: it proves nothing, so it is left out. */
const factsOf = (value: unknown): CaseFact[] =>
  listOf(value).flatMap((fact) => {
    if (!isRecord(fact)) return []
    const { kind, status } = fact
    if (typeof kind !== 'string' || (status !== 'requested' && status !== 'done' && status !== 'cancelled')) return []
    return [{ kind, status }]
  })

/** A line says nothing of how far gestures go: only whether the problem is settled. */
const NO_CAP = { goodwill: { capCents: Number.MAX_SAFE_INTEGER, perYearCents: null } }

const inputOf = (line: Line): GuardInput => {
  const file = isRecord(line.case) ? line.case : {}
  const brand = isRecord(line.brand) ? line.brand : {}
  return {
    text: textOf(line.draft),
    audience: line.audience === 'private' ? 'private' : 'public',
    incoming: textOf(line.incoming),
    isFirstAnswer: true,
    facts: factsOf(file.facts),
    settled: file.settled === true,
    privateWays: [],
    customer: {},
    brand: { name: textOf(brand.name), account: textOf(brand.account), city: textOf(brand.city) },
    recentReplies: listOf(line.recent_replies).map(textOf),
    charter: { ...NO_CHARTER, ...NO_CAP, signature: brand.signature_required === true ? 'required' : 'none' },
  }
}

const codesOf = (value: unknown) => listOf(value).map(textOf)

/** Reads one line, or says what is wrong with it. */
export const readGuardLine = (text: string): GuardLine | { readonly trouble: string } => {
  let line: unknown
  try {
    line = JSON.parse(text)
  } catch {
    return { trouble: 'not JSON' }
  }
  if (!isRecord(line)) return { trouble: 'not a JSON object' }
  if (typeof line.id !== 'string' || line.id === '') return { trouble: 'no "id"' }
  if (typeof line.draft !== 'string') return { trouble: 'no "draft"' }
  if (line.audience !== 'public' && line.audience !== 'private')
    return { trouble: '"audience" is neither public nor private' }
  const input = inputOf(line)
  return {
    id: line.id,
    lang: textOf(line.lang),
    note: textOf(line.note),
    input,
    expect: codesOf(line.expect),
    mustNot: codesOf(line.must_not),
    tolerated: codesOf(line.tolerated),
    trade: textOf(line.trade) || input.brand.name,
    spans: isRecord(line.spans)
      ? Object.fromEntries(Object.entries(line.spans).map(([code, s]) => [code, textOf(s)]))
      : {},
  }
}

import type { ApprovalPolicy, Autonomy } from './approval-policy.ts'
import type { WriterRole } from './why-it-waits.ts'

const ANY = '*'

/** What one role may say alone in one exchange. */
export type Limits = {
  /** The charter names this role, and no line of it covers this exchange. */
  readonly mayNot: boolean
  /** The sensitive subjects that lines of this role name. */
  readonly named: ReadonlySet<string>
  /** The largest amount that may be named; null: no limit. */
  readonly amountCents: number | null
}

type Exchange = { readonly role: WriterRole; readonly connector: string; readonly touched: readonly string[] }

const smallest = (limits: readonly (number | null)[]): number | null => {
  const set = limits.filter((limit) => limit !== null)
  return set.length === 0 ? null : Math.min(...set)
}

/** A line for this very subject or network says more than one for any. */
const closest = (lines: readonly Autonomy[], subject: string): Autonomy | undefined => {
  const fits = lines.filter((line) => line.subject === subject || line.subject === ANY)
  const rank = (line: Autonomy) => (line.subject === ANY ? 0 : 2) + (line.connector === ANY ? 0 : 1)
  return fits.toSorted((a, b) => rank(b) - rank(a) || (a.upToCents ?? 0) - (b.upToCents ?? 0))[0]
}

/**
 * The degree of autonomy is set precisely, or not at all (V1): a role that the charter does not name is bound by the general limits only,
 * and one that it names says alone what its lines give it, no more.
 */
export const limitsOf = (policy: ApprovalPolicy, { role, connector, touched }: Exchange): Limits => {
  const ofRole = policy.autonomy.filter((line) => line.role === role)
  if (ofRole.length === 0) return { mayNot: false, named: new Set(), amountCents: policy.amountAboveCents }
  const here = ofRole.filter((line) => line.connector === connector || line.connector === ANY)
  const lines = (touched.length === 0 ? [ANY] : touched).map((subject) => closest(here, subject))
  return {
    mayNot: lines.some((line) => line === undefined),
    named: new Set(here.map((line) => line.subject).filter((subject) => subject !== ANY)),
    amountCents: smallest([
      policy.amountAboveCents,
      ...lines.map((line) => (line === undefined ? null : (line.upToCents ?? 0))),
    ]),
  }
}

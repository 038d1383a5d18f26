import { SENSITIVE_READ, type Standing } from '#core/autonomy/standing.ts'
import type { Finding, RuleCode } from '#core/guard/finding.ts'
import { type Amount, amountsNamed } from './amounts.ts'
import type { ApprovalPolicy, SensitiveSubject } from './approval-policy.ts'
import { type Limits, limitsOf } from './limits.ts'
import { touchedSubjects } from './touched-subjects.ts'

export type WriterRole = 'admin' | 'manager' | 'validator' | 'agent' | 'trainee'

/** Why a reply waits for a second person, each with what the reader needs to know. */
export type WaitReason =
  | { readonly kind: 'trainee' }
  /** A manager has decided that every word of this writer is read for now. */
  | { readonly kind: 'all-read' }
  | { readonly kind: 'subject'; readonly name: string; readonly approvers: 1 | 2 }
  | { readonly kind: 'finding'; readonly rule: RuleCode }
  /** The writer holds what the guard found to be wrong, and says why; of these very words. */
  | { readonly kind: 'contested'; readonly rule: RuleCode; readonly words: string; readonly reason: string }
  /** The largest amount named; `cents` is null where it is a share of a price, whose value nobody can read. */
  | {
      readonly kind: 'amount'
      readonly cents: number | null
      readonly percent: number | null
      readonly aboveCents: number
    }
  | { readonly kind: 'reach'; readonly followers: number; readonly above: number }
  | { readonly kind: 'account' }
  /** The charter gives this role no line to speak alone here. */
  | { readonly kind: 'no-autonomy' }
  /** It speaks to everybody about a crisis: two people have read it before it leaves. */
  | { readonly kind: 'statement' }
  /** The writer wishes a second reader. */
  | { readonly kind: 'wished' }

/** A reply about to leave, as far as validation is concerned. */
export type Weighed = {
  readonly text: string
  /** What the customer wrote since our last answer. */
  readonly incoming: string
  readonly findings: readonly Pick<Finding, 'rule' | 'severity' | 'contested'>[]
  readonly role: WriterRole
  /** How far the writer may speak alone, where a manager has decided so; left out: as their role may. */
  readonly standing?: Standing
  readonly accountId: string
  readonly connector: string
  /** Followers of the person answered; null when the network does not say. */
  readonly reach: number | null
}

const worst = (amounts: readonly Amount[]): { cents: number | null; percent: number | null } => {
  const money = amounts.flatMap((one) => (one.kind === 'money' ? [one.cents] : []))
  const shares = amounts.flatMap((one) => (one.kind === 'share' ? [one.percent] : []))
  return {
    cents: money.length > 0 ? Math.max(...money) : null,
    percent: shares.length > 0 ? Math.max(...shares) : null,
  }
}

/** A share of a price may be worth anything, so that it is above every limit. */
const amountReason = (text: string, limitCents: number | null): WaitReason[] => {
  if (limitCents === null) return []
  const above = amountsNamed(text).filter((one) => one.kind === 'share' || one.cents > limitCents)
  return above.length === 0 ? [] : [{ kind: 'amount', ...worst(above), aboveCents: limitCents }]
}

/** A subject that the charter gives to this role by its name is the role's own; what needs two readers never is. */
const subjectReasons = (touched: readonly SensitiveSubject[], { named }: Limits): WaitReason[] =>
  touched
    .filter(({ name, approvers }) => approvers === 2 || !named.has(name))
    .map(({ name, approvers }) => ({ kind: 'subject', name, approvers }))

const contestReasons = (toRead: Weighed['findings']): WaitReason[] =>
  toRead.flatMap(({ rule, contested }) =>
    contested === undefined ? [] : [{ kind: 'contested', rule, ...contested } as const],
  )

/** What a writer has earned is theirs alone: subjects that one reader is enough for, and amounts, never beyond what two must read (V1). */
const earned = (touched: readonly SensitiveSubject[], limits: Limits, standing: Standing) => {
  if (standing.level !== 'alone-on') return { left: touched, limits }
  const left = touched.filter(({ name, approvers }) => approvers === 2 || !standing.subjects.includes(name))
  const { amountCents } = limits
  return {
    left,
    limits: {
      ...limits,
      mayNot: limits.mayNot && (touched.length === 0 || left.length > 0),
      amountCents: amountCents === null ? null : Math.max(amountCents, standing.upToCents ?? 0),
    },
  }
}

const readerReasons = (role: WriterRole, { level }: Standing): WaitReason[] => {
  if (role === 'trainee') return [{ kind: 'trainee' }]
  return level === 'all-read' ? [{ kind: 'all-read' }] : []
}

/** Why these words wait for a second person: by content, by person or by account; an empty list, and they leave (V1, V3). */
export const whyItWaits = (policy: ApprovalPolicy, reply: Weighed): WaitReason[] => {
  const { text, findings, role, accountId, connector, reach, standing = SENSITIVE_READ } = reply
  const touched = touchedSubjects(policy.subjects, [text, reply.incoming])
  const ofRole = limitsOf(policy, { role, connector, touched: touched.map(({ name }) => name) })
  const { left, limits } = earned(touched, ofRole, standing)
  const toRead = findings.filter(({ severity }) => severity === 'approve')
  const rules = new Set(toRead.filter(({ contested }) => contested === undefined).map(({ rule }) => rule))
  const followers = policy.reachAbove !== null && reach !== null && reach > policy.reachAbove ? reach : null
  return [
    ...readerReasons(role, standing),
    ...subjectReasons(left, limits),
    ...[...rules].map((rule) => ({ kind: 'finding', rule }) as const),
    ...contestReasons(toRead),
    ...amountReason(text, limits.amountCents),
    ...(followers === null ? [] : [{ kind: 'reach', followers, above: policy.reachAbove ?? 0 } as const]),
    ...(policy.accountIds.includes(accountId) ? [{ kind: 'account' } as const] : []),
    ...(limits.mayNot ? [{ kind: 'no-autonomy' } as const] : []),
  ]
}

/** Two different people read the gravest words, one all others. */
export const approversNeeded = (reasons: readonly WaitReason[]): 1 | 2 =>
  reasons.some((reason) => reason.kind === 'subject' && reason.approvers === 2) ? 2 : 1

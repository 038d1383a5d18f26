import { useEffect, useState } from 'react'
import type { CaseView, PrivateWayView } from '#contract/case-view.ts'
import { knownFacts } from '#core/case-file/known-facts.ts'
import type { checkDraft as CheckDraft } from '#core/guard/check-draft.ts'
import type { Finding } from '#core/guard/finding.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import { offeredWays } from '#core/privacy/offered-ways.ts'

let engine: typeof CheckDraft | null = null
const loading = () => import('#core/guard/check-draft.ts').then((m) => (engine = m.checkDraft))

/** The guard itself, the same as the server's; fetched while the first conversation opens, and from then on at hand at each key. */
export const useGuard = (): typeof CheckDraft | null => {
  const [check, setCheck] = useState(() => engine)
  useEffect(() => {
    if (engine === null) void loading().then((found) => setCheck(() => found))
  }, [])
  return check
}

const begunAs = (view: CaseView, audience: 'public' | 'private'): Pick<GuardInput, 'begunAs'> => {
  const begun = view.drafts.find((draft) => draft.audience === audience)?.begunAs
  return begun === undefined ? {} : { begunAs: begun }
}

/** As the server reads them; a rule that this browser does not know yet contests nothing. */
const contestedIn = (view: CaseView, audience: 'public' | 'private') =>
  view.guard.contested.filter((one) => one.audience === audience) as NonNullable<GuardInput['contested']>

/** What the guard must know of this case: the facts the server gave, the ways out of the public eye, and the limits of the network. */
export const guardInputOf = (
  view: CaseView,
  way: PrivateWayView | undefined,
  audience: 'public' | 'private',
  text: string,
): GuardInput => ({
  text,
  audience,
  limit: view.limits[audience] as NonNullable<GuardInput['limit']>,
  incoming: view.guard.incoming,
  isFirstAnswer: view.guard.firstAnswer,
  facts: knownFacts(
    view.facts.map((f) => ({ kind: f.kind, status: f.status, ...(f.proof === null ? {} : { proof: f.proof }) })),
    view.owner?.id ?? view.guard.incidents.find(({ pilot }) => pilot !== null)?.pilot?.id ?? null,
  ),
  settled: view.settledAt !== null,
  privateWays:
    way === undefined ? [] : offeredWays({ can: way.why === 'unknown' ? null : way.can, offers: way.offers }),
  customer: { displayName: view.author.displayName, handle: view.author.handle },
  brand: { name: view.guard.brandName, account: view.guard.account, ownAccounts: [view.guard.account] },
  recentReplies: view.guard.recentReplies,
  givenCents: view.guard.givenCents,
  ...(view.guard.charter !== null && { charter: view.guard.charter as NonNullable<GuardInput['charter']> }),
  ...(view.guard.maySay.length > 0 && { maySay: view.guard.maySay }),
  ...begunAs(view, audience),
  contested: contestedIn(view, audience),
})

const weight = { block: 0, approve: 1, warn: 2 } as const

/** Worst first, then in the order of the words. An empty box is not a fault to show: the button already says so. */
export const toShow = (findings: readonly Finding[]): Finding[] =>
  findings
    .filter((finding) => finding.rule !== 'empty')
    .toSorted((a, b) => weight[a.severity] - weight[b.severity] || a.start - b.start)

export const keepsIn = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'block')

/** A second person must read it: it is asked for, instead of sent (V1). */
export const asksReader = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'approve')

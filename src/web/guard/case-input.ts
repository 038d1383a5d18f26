import type { CaseView, PrivateWayView } from '#contract/case-view.ts'
import { knownFacts } from '#core/case-file/known-facts.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import { offeredWays } from '#core/privacy/offered-ways.ts'
import type { Facts } from './asking.ts'

const begunAs = (view: CaseView, audience: 'public' | 'private'): Pick<GuardInput, 'begunAs'> => {
  const begun = view.drafts.find((draft) => draft.audience === audience)?.begunAs
  return begun === undefined ? {} : { begunAs: begun }
}

/** As the server reads them; a rule that this browser does not know yet contests nothing. */
const contestedIn = (view: CaseView, audience: 'public' | 'private') =>
  view.guard.contested.filter((one) => one.audience === audience) as NonNullable<GuardInput['contested']>

/**
 * What the guard must know of this case, beside the words: the facts the server gave, the ways out of the public eye, and the limits of
 * the network.
 */
export const guardFactsOf = (
  view: CaseView,
  way: PrivateWayView | undefined,
  audience: 'public' | 'private',
): Facts => ({
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

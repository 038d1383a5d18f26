import type { CaseView } from '#contract/case-view.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import type { Facts } from '../guard/asking.ts'

/** What the guard must know of words to everybody: no customer, no case; that somebody holds the incident, if they do (C1, G4). */
export const factsForEverybody = (
  facts: Pick<CaseView, 'guard'>['guard'],
  { held, limit }: { held: boolean; limit?: GuardInput['limit'] },
): Facts => ({
  audience: 'public',
  ...(limit === undefined ? {} : { limit }),
  incoming: '',
  isFirstAnswer: false,
  isOwnDispute: false,
  facts: held ? [{ kind: 'owner', status: 'done' }] : [],
  settled: false,
  privateWays: [],
  customer: {},
  brand: { name: facts.brandName, account: facts.account, ownAccounts: [facts.account] },
  recentReplies: facts.recentReplies,
  ...(facts.maySay.length > 0 && { maySay: facts.maySay }),
  ...(facts.charter !== null && { charter: facts.charter as NonNullable<GuardInput['charter']> }),
})

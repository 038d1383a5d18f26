import { checkDraft } from '#core/guard/check-draft.ts'

/**
 * Whether a gesture is tied to what somebody says of us, in these words: nothing is ever given against a review, nor for taking one away
 * (D1, D2x). The guard that reads replies reads the reason too.
 */
export const buysReview = (reason: string): boolean =>
  checkDraft({
    ...{ text: reason, audience: 'private', incoming: '', isFirstAnswer: false, facts: [], settled: true },
    ...{ privateWays: [], customer: {}, brand: { name: '', account: '' }, recentReplies: [] },
  }).some(({ rule }) => rule === 'D2x')

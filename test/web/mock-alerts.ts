import { accounts, idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const why = { overMs: 5 * MINUTE, counted: 54, usual: 2, times: 27, weekday: 2, hour: 14, negativeShare: null }
const nameOf = (n: number) => {
  const { id, handle, network } = accounts[n] ?? { id: idOf(1, n), handle: 'fleursduport', network: 'Bluesky' }
  return { id, handle, network }
}

/** A surge that nobody has taken, another that Aïcha has in hand, and an account on which nothing is heard. */
export const alertAnswers = {
  readAlerts: () => {
    const now = Date.now()
    const shared = { raisedAt: now - 6 * MINUTE, bucketAt: now - 4 * MINUTE, score: 0.7, tellings: 1 }
    return {
      alerts: [
        { ...shared, id: idOf(51, 1), account: null, why, taken: null },
        {
          ...{ ...shared, id: idOf(51, 2), account: nameOf(0), why: { ...why, counted: 9, times: null, usual: 0.1 } },
          taken: { by: people.aicha, at: now - 3 * MINUTE },
        },
      ],
      unheard: [{ account: nameOf(1), how: 'silent', sinceAt: now - 50 * MINUTE }],
      brandSilentSince: null,
    }
  },
  takeAlert: () => ({ done: true }),
} satisfies Pick<MockAnswers, 'readAlerts' | 'takeAlert'>

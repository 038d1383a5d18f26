import { makeThrottle } from '#server/access/throttle.ts'
import type { Desk, Refused } from '#server/desk.ts'
import type { Visitor } from '../implementation.ts'

const QUARTER_MS = 15 * 60_000

/** Counts what could be a guess: passwords, codes and links. */
export interface Tries {
  /** Takes one try for the account and one for the address, before it is looked at; a refusal when either has none left. */
  take(desk: Desk, account: string, visitor: Visitor): Refused | null
  forget(account: string): void
}

/** Ten tries a quarter of an hour by account and thirty by address, over all the doors together. */
export const makeTries = (): Tries => {
  const byAccount = makeThrottle(10, QUARTER_MS)
  const byAddress = makeThrottle(30, QUARTER_MS)
  return {
    take: (desk, account, { address }) => {
      const now = desk.now()
      const waitMs = byAddress.take([address], now) || byAccount.take([account], now)
      return waitMs > 0 ? { refused: 'too-many-attempts', data: { waitMs } } : null
    },
    forget: byAccount.forget,
  }
}

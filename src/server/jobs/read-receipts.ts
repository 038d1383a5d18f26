import { setTimeout as pause } from 'node:timers/promises'
import { readReceipts } from '#server/actions/read-receipts.ts'
import type { Desk } from '#server/desk.ts'

/** A burst is left a moment to come in whole: one batch of it costs far less than its messages one by one. */
const GATHER_MS = 20

/** The reader: turns receipts into what the desk works on. Any number of processes may run one each. */
export const makeReader = (desk: Desk) => ({
  round: async (signal?: AbortSignal): Promise<boolean> => {
    await pause(GATHER_MS, null, signal === undefined ? {} : { signal }).catch(() => null)
    return readReceipts(desk)
  },
})

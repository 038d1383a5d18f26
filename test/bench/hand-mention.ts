import { signHook } from '../signed-hooks.ts'
import { paintedRow } from './in-page.ts'
import type { Seat } from './seat.ts'

/** Beyond the numbers of the conversations that the desk was filled with. */
let number = 10_000_000

/** Written so long ago that the deadline comes before all others: the row takes its place on top, each above the one before. */
const sentAt = (): number => Date.now() - 24 * 3_600_000 - (number - 10_000_000) * 60_000

export interface Painted {
  /** From the first byte of the webhook to the row on screen. */
  tookMs: number
  /** From the first byte of the webhook to its 200. */
  answeredMs: number
}

/** Hands a signed mention to the desk and waits until the browser has painted its row. */
export const handMention = async (seat: Seat): Promise<Painted> => {
  const { filled, url, page } = seat
  number += 1
  const hook = signHook(filled.secret, number, { sentAt: sentAt() })
  const painted = page.evaluate<number>(paintedRow(`(n° ${number})`))
  // The page must be watching before anything can come.
  await page.evaluate(() => undefined)
  const began = performance.timeOrigin + performance.now()
  const answer = await fetch(`${url}/hooks/${filled.accountId}`, {
    method: 'POST',
    headers: hook.headers,
    body: hook.body,
  })
  const answered = performance.timeOrigin + performance.now()
  if (answer.status !== 200) throw new Error(`the desk answered ${answer.status}`)
  return { tookMs: (await painted) - began, answeredMs: answered - began }
}

import { setTimeout as pause } from 'node:timers/promises'
import { openNext, paintedRow, twoFrames } from '../../bench/in-page.ts'
import type { Seat } from '../../bench/seat.ts'
import type { Stream } from './stream.ts'

const BETWEEN_MS = 2_500

export interface Noticed {
  /** From the first byte of a mention to its row on screen. */
  arrivals: number[]
  /** From the key to the next conversation on screen. */
  openings: number[]
  /** From a letter to its being painted in the box. */
  letters: number[]
  /** What did not come at all within a minute. */
  missed: number
}

const timed = async (deed: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await deed()
  return performance.now() - began
}

/** A mention older than all others, whose row takes its place on top while the stream goes on. */
const seeOneArrive = async ({ page }: Seat, stream: Stream, turn: number): Promise<number> => {
  await page.evaluate(`document.querySelector('.queue').scrollTop = 0`)
  const number = stream.reserve()
  const painted = page.evaluate<number>(paintedRow(`(n° ${number})`))
  await page.evaluate(() => undefined)
  const began = performance.timeOrigin + performance.now()
  await stream.hand(number, { sentAt: Date.now() - 48 * 3_600_000 - turn * 60_000 })
  return (await painted) - began
}

/** Somebody works all along: sees mentions arrive, goes from conversation to conversation, and writes. */
export const workUntil = async (seat: Seat, stream: Stream, over: () => boolean): Promise<Noticed> => {
  const { page } = seat
  const noticed: Noticed = { arrivals: [], openings: [], letters: [], missed: 0 }
  const note = async (into: number[], deed: () => Promise<number>): Promise<void> => {
    try {
      into.push(await deed())
    } catch {
      noticed.missed += 1
    }
  }
  await page.locator('[data-case]').nth(1).click()
  await page.locator('.thread article').first().waitFor()
  await page.mouse.move(900, 5)
  for (let turn = 0; !over(); turn += 1) {
    await note(noticed.arrivals, () => seeOneArrive(seat, stream, turn))
    if (turn % 4 === 1) await note(noticed.openings, () => timed(() => page.evaluate(openNext)))
    if (turn % 4 === 3) {
      await page.locator('.composer textarea').focus()
      await note(noticed.letters, () =>
        timed(async () => {
          await page.keyboard.insertText('a')
          await page.evaluate(twoFrames)
        }),
      )
      await page.evaluate(`document.activeElement.blur()`)
    }
    await pause(BETWEEN_MS)
  }
  return noticed
}

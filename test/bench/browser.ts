import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { handMention } from './hand-mention.ts'
import { backToTop, findingsShown, isRowAt, loadedUrls, openNext, twoFrames, watchFindings } from './in-page.ts'
import { type Measure, median, quantile } from './measure.ts'
import { type Seat, takeSeat } from './seat.ts'

const CONVERSATIONS = 100_000
const OPENED = 40
const KEYS = 80
const FINDINGS = 40
const ROWS = 12
const WHEELS = 60
/** The guard reads beside the page: what its answer costs the page has been paid by then. */
const ANSWERED_MS = 60
/** After a gesture the desk reads ahead; the next gesture waits until that is done. */
const READS_AHEAD_MS = 700

/** What the gesture costs beyond the two frames in which it is looked at. */
const costOf = async (seat: Seat, gesture: () => Promise<unknown>): Promise<number> => {
  const before = await seat.cpu()
  await gesture()
  return (await seat.cpu()) - before
}

/** The pages as they are sent: what the browser has loaded by now, or before the rows were there, compressed. */
const measureLoaded = async (page: Page, before: boolean): Promise<Record<'code' | 'fonts', number>> => {
  const urls = await page.evaluate<string[]>(loadedUrls(before))
  const folder = join(import.meta.dirname, '../../dist/web')
  const sizes = { code: gzipSync(await readFile(join(folder, 'index.html'))).length, fonts: 0 }
  for (const url of urls) {
    const { pathname } = new URL(url)
    if (/\.woff2$/.test(pathname)) sizes.fonts += (await readFile(join(folder, pathname))).length
    if (/\.(js|css)$/.test(pathname)) sizes.code += gzipSync(await readFile(join(folder, pathname))).length
  }
  return sizes
}

const measureOpening = async (seat: Seat): Promise<number[]> => {
  const costs: number[] = []
  for (let i = 0; i < OPENED + 5; i++) {
    const cost = await costOf(seat, () => seat.page.evaluate(openNext))
    // The first ones compile what the others run.
    if (i >= 5) costs.push(cost)
    await pause(READS_AHEAD_MS)
  }
  return costs
}

const BEGINNING =
  'Bonjour, merci pour votre message. Nous avons bien vu que votre bouquet est arrivé abîmé, et nous en sommes désolés. ' +
  'Nous regardons avec la boutique ce qui s’est passé pendant la livraison, et nous revenons vers vous avant ce soir. '
const WORDS =
  'Votre commande sera de nouveau préparée demain matin, et nous vous disons dès qu’elle part de la boutique.'

const begin = async ({ page }: Seat, words: string): Promise<void> => {
  await page.locator('.composer textarea').fill('')
  await page.locator('.composer textarea').click()
  await page.keyboard.insertText(words)
  await pause(READS_AHEAD_MS)
}

/** One key, drawn, and the guard's answer taken in. */
const typed = async ({ page }: Seat, key: string): Promise<void> => {
  if (key !== '') await page.keyboard.insertText(key)
  await page.evaluate(twoFrames)
  await pause(ANSWERED_MS)
}

const measureTyping = async (seat: Seat): Promise<{ costs: number[]; nothing: number }> => {
  const idle: number[] = []
  for (let i = 0; i < 20; i++) idle.push(await costOf(seat, () => typed(seat, '')))
  await begin(seat, BEGINNING)
  const costs: number[] = []
  for (let i = 0; i < KEYS + 5; i++) {
    const cost = await costOf(seat, () => typed(seat, WORDS[i % WORDS.length] ?? ' '))
    if (i >= 5) costs.push(cost)
  }
  return { costs, nothing: median(idle) }
}

/** The last letter of a claim that nothing proves, written and taken back. */
const measureGuard = async (seat: Seat): Promise<number[]> => {
  const { page } = seat
  await begin(seat, `${BEGINNING}Votre colis est part`)
  const delays: number[] = []
  for (let i = 0; i < FINDINGS; i++) {
    await page.evaluate(watchFindings)
    await page.keyboard.press(i % 2 === 0 ? 'i' : 'Backspace')
    delays.push(await page.evaluate<number>(findingsShown))
    await pause(ANSWERED_MS)
  }
  await page.locator('.composer textarea').fill('')
  return delays
}

/** A mention that is more urgent than all others comes in by its webhook, and takes its place on top. */
const measureNewRows = async (seat: Seat): Promise<number[]> => {
  const costs: number[] = []
  await seat.page.evaluate(backToTop)
  await pause(READS_AHEAD_MS)
  for (let i = 0; i < ROWS; i++) {
    const cost = await costOf(seat, async () => {
      await handMention(seat)
      await seat.page.evaluate(twoFrames)
    })
    if (i >= 2) costs.push(cost)
    await pause(READS_AHEAD_MS * 3)
  }
  return costs
}

const measureScrolling = async (seat: Seat): Promise<{ costs: number[]; blank: number }> => {
  const { page } = seat
  const box = await page.locator('.queue').boundingBox()
  if (box === null) throw new Error('there is no queue on screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  // Rows that are read on the way down are another matter: first they are there.
  for (let i = 0; i < 25; i++) {
    await page.mouse.wheel(0, 4_000)
    await pause(150)
  }
  const costs: number[] = []
  let blank = 0
  for (let i = 0; i < WHEELS; i++) {
    const up = i % 20 < 10
    costs.push(
      await costOf(seat, async () => {
        await page.mouse.wheel(0, up ? -240 : 240)
        await page.evaluate(twoFrames)
      }),
    )
    const seen = await page.evaluate<boolean>(isRowAt(box.x + box.width / 2, box.y + box.height / 2))
    if (!seen) blank += 1
  }
  return { costs, blank }
}

const figures = (name: string, costs: readonly number[], idle: number, most?: number): Measure[] => {
  const own = costs.map((cost) => Math.max(0, cost - idle))
  return [
    { name: `browser: ${name}, p50`, value: median(own), unit: 'ms of processor', ...(most && { most }) },
    { name: `browser: ${name}, p95`, value: quantile(own, 0.95), unit: 'ms of processor' },
    // Whatever else runs on the machine takes the caches of this thread too: the least is what the gesture itself costs.
    { name: `browser: ${name}, the least`, value: Math.min(...own), unit: 'ms of processor' },
  ]
}

/** What the main thread of the browser works for a gesture, on a desk with 100,000 conversations; and what the first visit loads. */
export async function* run(): AsyncGenerator<Measure> {
  await using seat = await takeSeat(CONVERSATIONS * 4)
  const { page } = seat
  const load = await seat.cpu()
  await pause(READS_AHEAD_MS * 3)
  const first = await measureLoaded(page, true)
  const all = await measureLoaded(page, false)
  yield { name: 'browser: first load, code and styles', value: first.code / 1000, unit: 'kB gzip', most: 200 }
  yield { name: 'browser: what follows while one reads', value: (all.code - first.code) / 1000, unit: 'kB gzip' }
  yield { name: 'browser: first load, fonts', value: all.fonts / 1000, unit: 'kB' }
  yield { name: 'browser: first load, until rows are there', value: load, unit: 'ms of processor' }
  const idle: number[] = []
  for (let i = 0; i < 20; i++) idle.push(await costOf(seat, () => page.evaluate(twoFrames)))
  const nothing = median(idle)
  yield { name: 'browser: two frames in which nothing happens', value: nothing, unit: 'ms of processor' }
  await page.locator('[data-case]').nth(1).click()
  await page.locator('.thread article').first().waitFor()
  await page.mouse.move(900, 5)
  await pause(READS_AHEAD_MS * 2)
  yield* figures('a conversation opened', await measureOpening(seat), nothing, 16)
  const typing = await measureTyping(seat)
  yield* figures('a key in the composer', typing.costs, typing.nothing, 8)
  const delays = await measureGuard(seat)
  yield { name: 'browser: from a key to what the guard says of it, p50', value: median(delays), unit: 'ms' }
  yield { name: 'browser: from a key to what the guard says of it, p95', value: quantile(delays, 0.95), unit: 'ms' }
  await page.mouse.move(900, 5)
  yield* figures('a new row comes in', await measureNewRows(seat), nothing)
  const { costs, blank } = await measureScrolling(seat)
  yield* figures('a scroll of four rows', costs, nothing, 8)
  yield { name: 'browser: rows missing while scrolling', value: blank, unit: `of ${WHEELS}`, most: 0 }
}

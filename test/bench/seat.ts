import type { CDPSession, Page } from 'playwright-core'
import { openSession } from '#server/access/session.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { chromiumReady, openBrowser } from '../journeys/browser.ts'
import { webReady } from '../journeys/desk.ts'
import { freePort, startRealDesk } from '../real-desk.ts'
import { type FilledDesk, filledDesk } from './filled-desk.ts'

export interface Seat extends AsyncDisposable {
  filled: FilledDesk
  url: string
  /** The desk's own process. */
  pid: number
  page: Page
  cdp: CDPSession
  /** Processor time of the page's main thread so far, in milliseconds. */
  cpu(): Promise<number>
}

/** Somebody at Chromium before the real desk, their inbox on screen, a year of work behind them. */
export const takeSeat = async (messages: number): Promise<Seat> => {
  for (const ready of [chromiumReady(), webReady()])
    if (ready !== true) throw new Error(`This cannot be measured: ${ready}`)
  const filled = await filledDesk(messages)
  const closers = [() => filled[Symbol.asyncDispose]()]
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    const { desk, actor, durable } = filled
    const port = await freePort()
    const real = await startRealDesk(durable, { port })
    closers.push(real.stop)
    const browser = await openBrowser()
    closers.push(() => browser.close())
    const token = await inWorkspace(desk.db, actor.workspaceId, (trx) =>
      openSession(desk, trx, actor.memberId, 'bench'),
    )
    const url = `http://localhost:${port}`
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'fr-FR',
      reducedMotion: 'reduce',
    })
    await context.addCookies([
      {
        name: '__Host-vigie',
        value: token,
        url: `https://localhost:${port}`,
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      },
    ])
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const cpu = async (): Promise<number> => {
      const { metrics } = await cdp.send('Performance.getMetrics')
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
    }
    await page.goto(`${url}/w/${actor.workspaceId}/inbox`)
    await page.locator('[data-case]').nth(9).waitFor()
    return { filled, url, pid: real.process.pid ?? 0, page, cdp, cpu, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

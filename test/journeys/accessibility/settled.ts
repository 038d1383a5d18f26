import assert from 'node:assert/strict'
import type { Page, Request } from 'playwright-core'
import { eventually } from '../patience.ts'

// Run in the page, which alone knows when it has drawn: text, since these tests are compiled without the types of a browser.
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

/** Its news never end, and its guard is asked for on a thread of its own. */
const isPartOfTheScreen = (request: Request): boolean =>
  /\/(?:api|assets)\/(?!.*(?:\/events|worker))/.test(request.url())

/** Waits until the page has all that it has asked for, and has drawn it. */
export const watchAnswers = (page: Page): (() => Promise<void>) => {
  const asked = new Set<Request>()
  page.on('request', (request) => isPartOfTheScreen(request) && asked.add(request))
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => asked.delete(request))
  return () =>
    eventually(async () => {
      await page.evaluate(twoFrames)
      assert.deepEqual(
        [...asked].map((request) => request.url()),
        [],
      )
    })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { chromiumReady, openBrowser } from '../journeys/browser.ts'
import { webReady } from '../journeys/desk.ts'
import { requires } from '../requires.ts'
import { startMockDesk } from './mock-desk.ts'
import { colours, faultsOf, screens } from './visit.ts'

/** Each page lives for a second or two: to work out how its scripts would run faster costs more than it brings. */
const PAGES_ARE_SHORT = ['--js-flags=--no-opt,--no-maglev']

/** What a page must never do: fail, be stopped by its own policy, or speak to anyone but the desk. */
const listenTo = (page: Page, url: string, faults: string[], where: () => string) => {
  page.on('pageerror', (error) => faults.push(`${where()}: ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(`${where()}: ${line.text()}`)
  })
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(url))
      faults.push(`${where()}: asked ${request.url()}`)
  })
}

/** Words differ by language and colours do not: they are looked at in one, by day and by night. */
const looks = [
  { language: 'fr', said: 'in French, by day and by night', night: true },
  { language: 'en', said: 'in English', night: false },
] as const

for (const { language, said, night } of looks)
  test(`every screen can be used by everyone, and speaks to the desk alone (${said})`, async (t) => {
    if (!requires('Chromium', chromiumReady(), t) || !requires('the pages of the desk', webReady(), t)) return
    await using desk = await startMockDesk({ language })
    await using browser = await openBrowser(PAGES_ARE_SHORT)
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      locale: language,
    })
    const page = await context.newPage()
    const faults: string[] = []
    let here = ''
    listenTo(page, desk.url, faults, () => here)
    for (const screen of screens) {
      here = screen.name
      await page.goto(desk.url + screen.at)
      await page.waitForSelector(screen.ready)
      await screen.act?.(page)
      assert.equal(await page.locator('html').getAttribute('lang'), language)
      await page.emulateMedia({ colorScheme: 'light' })
      faults.push(...(await faultsOf(page, undefined, night ? [] : colours)).map((fault) => `${screen.name}: ${fault}`))
      if (!night) continue
      await page.emulateMedia({ colorScheme: 'dark' })
      faults.push(...(await faultsOf(page, colours)).map((fault) => `${screen.name}, by night: ${fault}`))
    }
    assert.deepEqual(faults, [])
  })

test('on a phone every screen can be used by everyone, and none is wider than the phone', async (t) => {
  if (!requires('Chromium', chromiumReady(), t) || !requires('the pages of the desk', webReady(), t)) return
  await using desk = await startMockDesk()
  await using browser = await openBrowser(PAGES_ARE_SHORT)
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'fr',
  })
  const page = await context.newPage()
  const faults: string[] = []
  for (const screen of screens.filter((s) => s.act === undefined)) {
    await page.goto(desk.url + screen.at)
    await page.waitForSelector(screen.ready, { state: 'attached' })
    const wide = Number(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    )
    if (wide > 0) faults.push(`${screen.name}: ${wide} px too wide`)
    faults.push(...(await faultsOf(page)).map((fault) => `${screen.name}: ${fault}`))
  }
  assert.deepEqual(faults, [])
})

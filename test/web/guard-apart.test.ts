import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { fr as guard } from '#core/guard/words/fr.ts'
import { fr } from '../../src/web/words/fr.ts'
import { chromiumReady, openBrowser } from '../journeys/browser.ts'
import { webReady } from '../journeys/desk.ts'
import { box, reads, underlined } from '../journeys/gestures.ts'
import { eventually } from '../journeys/patience.ts'
import { requires } from '../requires.ts'
import { idOf } from './mock-data.ts'
import { startMockDesk } from './mock-desk.ts'

const lastButton = (page: Page) => page.locator('.composer-foot button.main')
const LIE = 'Bonjour Camille, vous êtes remboursée.'
const HONEST = 'Bonjour Camille, nous regardons votre commande avec la boutique.'

/** The guard has read the box: it holds the lie in, and lets honest words out. */
const guards = async (page: Page): Promise<void> => {
  await box(page).fill(LIE)
  await reads(page.locator('.side'), guard.rule.G4)
  assert.ok((await underlined(page)).join(' ').includes('remboursée'))
  assert.equal(await lastButton(page).isDisabled(), true)
  await box(page).fill(HONEST)
  await eventually(async () => assert.equal(await page.locator('.finding.block').count(), 0))
}

test('the guard reads on a thread of its own, under the policy of the pages; without it in the page, and says so; never nowhere', async (t) => {
  if (!requires('Chromium', chromiumReady(), t) || !requires('the pages of the desk', webReady(), t)) return
  await using desk = await startMockDesk()
  await using browser = await openBrowser()
  const address = `${desk.url}/w/${idOf(11, 1)}/inbox?case=${idOf(3, 2)}`
  const open = async (missing: RegExp): Promise<Page> => {
    const page = await browser.newPage()
    await page.route(missing, (route) => route.abort())
    await page.goto(address)
    await box(page).waitFor()
    return page
  }

  const page = await open(/\/nothing$/)
  await guards(page)
  assert.equal(page.workers().length, 1)
  assert.ok(!(await page.locator('.composer').innerText()).includes(fr.guard.standing.here))

  const alone = await open(/\/worker-[^/]+\.js$/)
  await reads(alone.locator('.composer'), fr.guard.standing.here)
  await guards(alone)
  assert.equal(alone.workers().length, 0)

  const unguarded = await open(/\/(worker|check-draft)-[^/]+\.js$/)
  await box(unguarded).fill(HONEST)
  await reads(unguarded.locator('.composer'), fr.guard.standing.nobody)
  assert.equal(await lastButton(unguarded).isDisabled(), true)
})

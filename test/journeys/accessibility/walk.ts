import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { defaultKeys } from '../../../src/web/keys/commands.ts'
import { places } from '../../../src/web/shell/places.ts'
import { en } from '../../../src/web/words/en.ts'
import { fr, type Words } from '../../../src/web/words/fr.ts'
import { faultsOf } from '../../web/visit.ts'
import { findRow, goTo, press } from '../gestures.ts'
import { eventually } from '../patience.ts'
import { watchAnswers } from './settled.ts'

export const wordsOf = { fr, en }

/** What axe and the eye of a ruler find on the screen as it stands: who cannot use it, and whether it is wider than it may be. */
const examine = async (page: Page, screen: string): Promise<string[]> => {
  const wide = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  )
  const faults = await faultsOf(page)
  return [...faults, ...(wide > 0 ? [`${wide} px too wide`] : [])].map((fault) => `${screen}: ${fault}`)
}

const dialogs = ['palette', 'keymap', 'snooze', 'resolve', 'assign', 'label'] as const
const keys = { palette: 'Control+k', keymap: '?', snooze: 's', resolve: 'e', assign: 'a', label: 'l' }

/** Under a finger a dialog shows itself once the keyboard of the screen has settled. */
const isShown = (page: Page): Promise<void> =>
  eventually(async () => {
    const opacity = await page.evaluate('getComputedStyle(document.querySelector(".overlay")).opacity')
    if (opacity !== '1') throw new Error('the dialog does not show')
  })

/** The conversation of somebody angry, with a draft that the guard keeps in, and all that can be opened above it. */
const walkTheCase = async (page: Page, look: (screen: string) => Promise<void>): Promise<void> => {
  await (await findRow(page, 'Noé Faure')).click()
  await page.locator('.composer').waitFor()
  await look('a conversation')
  for (const name of dialogs) {
    await press(page, keys[name], page.getByRole('dialog'))
    await isShown(page)
    await look(name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.locator('.composer textarea').fill('Bonjour Noé, vous êtes remboursé. Votre numéro de téléphone ?')
  await page.locator('.finding.block').first().waitFor()
  await look('a draft that is kept in')
  await page.locator('.composer textarea').fill('')
  await page.locator('.mode.internal').click()
  await page.locator('.composer.internal textarea').pressSequentially('@sar')
  await page.locator('.mention').first().waitFor()
  await look('a note that names somebody')
  await page.locator('.composer textarea').fill('')
  await page.keyboard.press('Escape')
  if (!(await page.locator('.side').isVisible())) {
    await press(page, 'd', page.locator('.side'))
    await look('the file of the case')
  }
  await press(page, 'f', page.locator('.fact-form'))
  await page.locator('.side h2 .button.link').last().click()
  await page.locator('.timeline li').first().waitFor()
  await look('a fact to add, and the history')
}

const walkTheList = async (page: Page, w: Words, look: (screen: string) => Promise<void>): Promise<void> => {
  await goTo(page, 'i', /inbox/)
  await findRow(page, 'Noé Faure')
  await look('the inbox')
  await page.getByRole('button', { name: w.inbox.filter, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await isShown(page)
  await look('the filters')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('quelque chose que personne ne dit')
  await page.locator('.empty').waitFor()
  await look('a search that finds nothing')
  await page.getByRole('searchbox').fill('')
  await findRow(page, 'Noé Faure')
}

/** The address changes before the screen does. */
const turnTo = async (page: Page, letter: string, address: RegExp): Promise<void> => {
  const title = page.locator('h1')
  const before = await title.innerText()
  await goTo(page, letter, address)
  await eventually(async () => assert.notEqual(await title.innerText({ timeout: 5_000 }), before))
}

const openSection = async (page: Page, name: string): Promise<void> => {
  await page.locator('.sections').getByRole('link', { name, exact: true }).click()
  await page.locator('.sections [aria-current=page]', { hasText: name }).waitFor()
}

/** Every place of the desk with its sections, by the keys or by its links, as its people go. */
const walkThePlaces = async (page: Page, w: Words, look: (screen: string) => Promise<void>): Promise<void> => {
  for (const { key, command } of places) {
    if (key === 'inbox') continue
    await turnTo(page, defaultKeys[command].slice(-1), new RegExp(key))
    await look(w.places[key])
  }
  for (const name of Object.values(w.settings.names).slice(1)) {
    await openSection(page, name)
    await look(`${w.places.settings}, ${name}`)
  }
  const brand = page.url().replace(/\/settings.*/, '')
  for (const address of [
    'channels/connect',
    'channels/connect?connector=email',
    'welcome',
    'welcome?step=people',
    'me',
  ]) {
    await page.goto(`${brand}/${address}`)
    await page.locator('h1').waitFor()
    await look(address)
  }
  for (const name of Object.values(w.me.names).slice(1)) {
    await openSection(page, name)
    await look(name)
  }
}

/** Walks through the whole desk, and says everything that somebody could not use. */
export const walk = async (page: Page, language: 'fr' | 'en'): Promise<{ faults: string[]; seen: string[] }> => {
  const w = wordsOf[language]
  const faults: string[] = []
  const seen: string[] = []
  const settled = watchAnswers(page)
  const look = async (screen: string): Promise<void> => {
    seen.push(screen)
    await settled()
    faults.push(...(await examine(page, screen)))
  }
  await walkTheList(page, w, look)
  await walkTheCase(page, look)
  await walkThePlaces(page, w, look)
  return { faults, seen }
}

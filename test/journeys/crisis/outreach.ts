import type { Page } from 'playwright-core'
import { fr as o } from '../../../src/web/outreach/words-fr.ts'
import { fr } from '../../../src/web/words/fr.ts'
import { goTo, plain, press, reads, toast } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { pressOn, seesFocus, tabTo, typeInto } from '../keyboard.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'
import { FACT } from './cell.ts'
import { letAMinutePass } from './town.ts'

const ORDERS = [
  'commande;prénom;e-mail;solution',
  'FDP-20417;Odile;odile@example.org;un nouveau bouquet demain avant midi',
  'FDP-20418;Roger;roger chez example;un nouveau bouquet demain avant midi',
].join('\r\n')

const MESSAGE = `Bonjour {prénom|Madame, Monsieur}, nous vous écrivons avant que vous n’ayez à le demander deux fois. ${FACT} Dites-nous ici le numéro de votre commande et ce qui vous arrangerait, nous regardons avec vous. Sarah`

/** Those who are touched: a file of orders, and everybody who has written already (C2). */
export const listTheAffected = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('those who are touched are listed (C2)')
  await press(page, 'b', page.locator('.outreach-form'))
  await page.waitForURL(/\/outreach/)
  await tabTo(page, page.getByLabel(o.file))
  const file = { name: 'commandes-touchées.csv', mimeType: 'text/csv', buffer: Buffer.from(ORDERS) }
  const chooser = await eventually(async () => {
    const opened = page.waitForEvent('filechooser', { timeout: 3_000 })
    await page.keyboard.press('Enter')
    return opened
  })
  await chooser.setFiles(file)
  await pressOn(page, page.getByRole('button', { name: o.import, exact: true }))
  await reads(page.locator('.imports'), o.imported(1, 1))
  await seesFocus(page, o.import)

  part('the message, under the guard (A4, G4)')
  await typeInto(page, page.getByLabel(o.words, { exact: true }), `${MESSAGE} Tout est réglé.`)
  await tabTo(page, page.getByLabel(o.perMinute))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10')
  await tabTo(page, page.getByLabel(o.withWriters))
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await reads(page.locator('.outreach-people'), o.held)
  await reads(page.locator('.outreach-people'), 'C3')
  await seesFocus(page, o.prepare)
  await typeInto(page, page.getByLabel(o.words, { exact: true }), MESSAGE)
  await page.keyboard.press('Control+Enter')
  await reads(page.locator('.outreach-people'), o.states.planned)
  await page.locator('.outreach-people').getByText(o.held).first().waitFor({ state: 'detached' })
  await pressOn(page, page.getByRole('button', { name: o.ask }))
  await reads(toast(page), o.askedDone)
  await seesFocus(page, o.ask)
}

/** Julien is told, goes there from what he is told, and approves (V1). */
export const approveThem = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('Julien approves the message to many (V1)')
  await goTo(page, 'n', /\/notifications/)
  const told = page.locator('.bell li').filter({ hasText: plain(fr.notifications.sentence('outreach.asked')) })
  await pressOn(page, told.getByRole('link'))
  await reads(page.locator('.outreach-words').first(), FACT)
  await press(page, 'a', page.locator('.outreach-counts'))
  await seesFocus(page, o.approve)
}

const count = (page: Page, name: string) => page.locator('.outreach-counts > div').filter({ hasText: name })

/** So many a minute and no more; whoever writes back is counted, and joins the incident (C2). */
export const hearAnAnswer = async (scene: Scene, { page }: Person): Promise<void> => {
  scene.part('they are told, so many a minute (C2)')
  await reads(count(page, o.counts.sent), /\b10$/)
  await reads(page.locator('.page'), /à ce rythme/)

  scene.part('somebody writes back, and it joins the incident (C2)')
  await reads(count(page, o.counts.answered), /[1-9]$/)
  await letAMinutePass(scene)
  await goTo(page, 'u', /\/crisis/)
  await reads(page.locator('.cell-log'), 'Un client prévenu a répondu')
}

/** The counter goes on until everybody is told (C2). */
export const seeAllTold = async (scene: Scene, { page }: Person): Promise<void> => {
  scene.part('everybody is told (C2)')
  await press(page, 'b', page.locator('.outreach-counts'))
  await eventually(async () => {
    await letAMinutePass(scene)
    await reads(count(page, o.counts.planned), /\b0$/, 6_000)
  })
  await goTo(page, 'u', /\/crisis/)
}

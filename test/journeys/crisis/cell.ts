import { fr as t } from '../../../src/web/crisis/words-fr.ts'
import { fr } from '../../../src/web/words/fr.ts'
import { box, goTo, press, reads, send, thread } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { chooseIn, pickByTyping, pressOn, seesFocus, tabTo, typeInto, walkTo } from '../keyboard.ts'
import type { Person } from '../person.ts'

export const FACT = 'Le camion de livraison est resté en panne près de Nantes ce matin.'
export const FORBIDDEN = 'Tout est réglé'

/** The affair gets a name that everybody knows it by, and takes in all that is written now (C4, L3). */
export const nameIt = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('she gives the affair its name (C4)')
  await press(page, 'y', page.getByLabel(t.words, { exact: true }).and(page.locator(':focus')))
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Camion en panne')
  const all = page.getByLabel(t.all)
  await tabTo(page, all)
  if (!(await all.isChecked())) await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await reads(page.locator('.cell-head h1'), 'Camion en panne')
  await seesFocus(page, t.keep)
}

/** Julien reads what leaves: he is told, and stands in the cell with his part (C4, T1). */
export const giveRoles = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('she gives Julien his part (C4)')
  await pressOn(page, page.getByRole('button', { name: t.addRole }))
  await pickByTyping(page, t.whichRole, t.roles.validates)
  await pickByTyping(page, t.whom, 'Julien')
  await reads(page.locator('.crew'), /Valide\s+Julien Tessier/)
  await seesFocus(page, t.addRole)
}

const addLine = async (page: Person['page'], state: string, says: string, label: string): Promise<void> => {
  await press(page, 'f', page.locator('.may-say-form'))
  const form = page.locator('.may-say-form')
  await chooseIn(page, form.getByLabel(t.lineState), state)
  await typeInto(page, form.getByLabel(label), says)
}

/** What is confirmed, and what is not to be said: every guard of the brand reads it at once (C3, G4). */
export const writeWhatWeMaySay = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('she writes what we may say, and what we may not (C3, G4)')
  await addLine(page, t.states.confirmed, FACT, t.lineSays.confirmed)
  await typeInto(page, page.getByLabel(t.lineProof), 'Karine, à la logistique')
  await page.keyboard.press('Enter')
  await reads(page.locator('.may-say .confirmed'), FACT)
  await page.locator('.may-say-form').waitFor({ state: 'detached' })
  await seesFocus(page, t.keep)
  await addLine(page, t.states.forbidden, FORBIDDEN, t.lineSays.forbidden)
  await typeInto(page, page.getByLabel(t.lineWords), 'tout est réglé')
  await page.keyboard.press('Enter')
  await reads(page.locator('.may-say .forbidden'), FORBIDDEN)
  await seesFocus(page, t.keep)
}

/** Noé has waited longest: « we are on it » is offered beside his case, and is true (C1, A1). */
export const answerTheOneWhoIsLate = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('whoever waits longest hears that we are on it (C1, A1)')
  await reads(page.locator('.cell-answer'), '1 en retard')
  await press(page, 'r', page.locator('.queue'))
  await page.waitForURL(/\/inbox\?incident=/)
  await walkTo(page, 'Noé Faure')
  await press(page, 'r', page.locator('.composer textarea:focus'))
  await page.keyboard.type('Bonjour Noé, vous attendez depuis trop longtemps, pardon.')
  await pressOn(page, page.getByRole('button', { name: `${t.insert} : ${t.weAreOn}` }))
  await box(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(' Écrivez-moi en message privé, je regarde avec vous.')
  await send(page)
  await seesFocus(page, fr.composer.send.public)
  await reads(thread(page), 'Nous nous en occupons')
  await goTo(page, 'u', /\/crisis/)
}

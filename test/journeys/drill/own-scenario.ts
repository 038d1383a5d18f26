import { fr as t } from '../../../src/web/drill/words-fr.ts'
import { SHORT_STORY } from '../../drill-story.ts'
import { findRow, goTo, openCase, reads, send, write } from '../gestures.ts'
import type { Person } from '../person.ts'

const WRITTEN = JSON.stringify(JSON.parse(SHORT_STORY), null, 2)
const WRONG = WRITTEN.replace('"temper": "hot"', '"temper": "furieux"')
const WRONG_LINE = WRONG.slice(0, WRONG.indexOf('furieux')).split('\n').length
const ANSWER =
  'Bonjour Camille, je suis désolée. Je cherche votre bouquet avec l’atelier et je vous réponds avant midi. Écrivez-nous en message privé. Sarah'

/** Ends it before its time, and is asked whether that is meant. */
const end = async ({ page }: Person): Promise<void> => {
  await goTo(page, 'x', /\/drill/)
  await page.getByRole('button', { name: t.stop, exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: t.stop }).click()
  await page.locator('.drill-scores article').first().waitFor()
}

/** A situation that somebody wrote: told where it is wrong and what to do, mended, played, and ended by hand. */
export const playOwnScenario = async (sarah: Person, hall: string): Promise<void> => {
  const { page } = sarah
  await page.goto(hall)
  await page.getByLabel(t.scenario, { exact: true }).selectOption({ label: t.own })
  await page.getByLabel(t.ownText).fill(WRONG)
  await page.getByRole('button', { name: t.check, exact: true }).click()
  await reads(page.locator('.drill-faults'), t.faultAt(WRONG_LINE, 'people[1].temper'))
  await reads(page.locator('.drill-faults'), /hot/)
  await page.getByLabel(t.ownText).fill(WRITTEN)
  await page.getByRole('button', { name: t.check, exact: true }).click()
  await reads(page.getByRole('status'), t.checked('Une matinée sans bouquets'))
  await page.getByRole('button', { name: t.start, exact: true }).click()
  await page.waitForURL(/\/drill$/)
  await reads(page.locator('.page-answer'), 'L’exercice est en cours')
  await goTo(page, 'i', /inbox/)
  await findRow(page, 'Camille Roux')
  await openCase(sarah, 'Camille Roux')
  await write(sarah, ANSWER)
  await send(page)
  await reads(page.locator('.thread article.out:not(.delivery)'), 'Je cherche votre bouquet')
  await end(sarah)
  await reads(page.locator('.drill-scores'), 'Je cherche votre bouquet')
}

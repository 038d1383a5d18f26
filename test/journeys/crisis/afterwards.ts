import assert from 'node:assert/strict'
import { fr as t } from '../../../src/web/crisis/words-fr.ts'
import { plain, press, reads, toast } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { pressOn, seesFocus, tabTo } from '../keyboard.ts'
import type { Person } from '../person.ts'
import { FACT } from './cell.ts'

/** Half an hour later a note for the hierarchy is there, drafted from the facts; she reads it, and hands it over (C3, C4). */
export const handOverTheNote = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('the situation note of the first half hour (C3, C4)')
  const note = page.locator('.note-line[open]')
  await reads(note.locator('summary'), /Première demi-heure/)
  assert.match(await note.locator('textarea').inputValue(), new RegExp(FACT))
  await pressOn(page, note.getByRole('button', { name: /^Copier/ }))
  await reads(toast(page), 'Note copiée')
  await seesFocus(page, 'Copier')
}

/** An hour of calm, nobody late, nothing left open, the public told: it is closed by its criteria (C3). */
export const closeIt = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('the cell is closed by its criteria (C3)')
  for (const criterion of Object.values(t.criteria)) await reads(page.locator('.criteria'), `${criterion} : ${t.met}`)
  await press(page, 'e', page.getByRole('dialog', { name: t.close }))
  await page.keyboard.press('Enter')
  await reads(toast(page), t.closedNow)
  await reads(page.locator('.cell-answer'), 'Fermée')
  await seesFocus(page, t.close)
}

/** What went well and what failed, by the codes of the doctrine; and as a PDF (C4). */
export const readTheReport = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('the report after the crisis (C4)')
  const opened = page.waitForEvent('popup')
  await pressOn(page, page.getByRole('link', { name: 'Page à imprimer' }))
  const report = await opened
  const text = plain(await report.locator('body').innerText())
  for (const code of ['L3', 'L4', 'C1', 'C4']) assert.match(text, new RegExp(code))
  assert.ok(text.indexOf('Ce qui a manqué') < text.indexOf('Ce qui a bien marché'))
  await report.close()

  part('and its PDF')
  const link = page.getByRole('link', { name: 'PDF' })
  await tabTo(page, link)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  assert.match(download.suggestedFilename(), /\.pdf$/)
}

import assert from 'node:assert/strict'
import { fr } from '../../../src/web/words/fr.ts'
import { choose, findRow, press, reads, rowOf, toast } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'
import type { Forum } from '../source.ts'

/** Words are found as people type them: without accents, in another number. */
export const findByWords = async ({ part }: Scene, { page }: Person, forum: Forum): Promise<void> => {
  part('a search without accents')
  await forum.says('Noé Faure', 'Les pivoines étaient déjà fanées à l’arrivée, quel gâchis.')
  await findRow(page, 'Noé Faure')
  await page.keyboard.press('/')
  await page.keyboard.type('pivoine fanee gachis')
  await reads(page.locator('.list-answer'), fr.inbox.found(1, '1'))
  await reads(rowOf(page, 'Noé Faure'), 'Les pivoines')
  await page.getByRole('searchbox').fill('pivoines bleues')
  await reads(page.locator('.inbox-list'), fr.inbox.nothingFound('pivoines bleues'))
  await page.getByRole('searchbox').fill('')
  await findRow(page, 'Noé Faure')
}

/** Two that nobody owes an answer are ticked with the keyboard, and closed together with the reason. */
export const closeManyAtOnce = async ({ part }: Scene, { page, call }: Person, forum: Forum): Promise<void> => {
  part('two cases are closed at once')
  const spammers = ['Promo Flash', 'Gagnez Vite']
  for (const name of spammers) await forum.says(name, 'Cliquez ici pour gagner un lot de casseroles')
  await (await findRow(page, 'Promo Flash')).click()
  await reads(page.locator('.case-who h2'), 'Promo Flash')
  await press(page, 'f', page.locator('.fact-form'))
  await (await findRow(page, 'Gagnez Vite')).click()
  // A fact begun for one customer is never kept under another.
  await page.locator('.fact-form').waitFor({ state: 'detached' })
  for (const name of spammers) {
    await (await findRow(page, name)).click()
    await reads(page.locator('.case-who h2'), name)
    await press(page, 'x', rowOf(page, name).and(page.locator('.checked')))
  }
  await reads(page.locator('.bulk-bar'), fr.inbox.checked(2, '2'))
  await page.locator('.bulk-bar').getByRole('button', { name: fr.act.resolve }).click()
  await choose(page, fr.act.resolveTitle(2), fr.reasons.spam)
  await reads(toast(page), fr.act.resolved(2))
  for (const name of spammers) await rowOf(page, name).waitFor({ state: 'detached' })
  const rows = await eventually(async () => {
    const { rows } = await call.listInbox({ queue: 'resolved', q: 'casseroles' })
    assert.deepEqual(rows.map((row) => row.author.displayName).sort(), spammers.toSorted())
    return rows
  })
  for (const row of rows) assert.equal((await call.readCase({ id: row.id })).resolution, 'spam')
}

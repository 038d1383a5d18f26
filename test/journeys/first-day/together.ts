import assert from 'node:assert/strict'
import { events } from '../../../src/web/words/fr/events.ts'
import { fr } from '../../../src/web/words/fr.ts'
import { box, goTo, openCase, press, reads, rowOf, write } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import type { Person } from '../person.ts'

/** What is said of somebody, whether the place leaves room for the whole name or not. */
const of = (sentence: (name: string) => string, firstName: string): RegExp =>
  new RegExp(sentence(`${firstName} \\p{Lu}\\S*`), 'u')

/** A note names a colleague; she is told at once, and comes to the case from there. */
export const callAColleague = async ({ part }: Scene, sarah: Person, aicha: Person): Promise<void> => {
  part('a note names a colleague')
  const { page } = sarah
  await openCase(sarah, 'Nadia Cherif')
  await press(page, 'n', page.locator('.composer.internal textarea:focus'))
  await page.keyboard.type('@aic')
  await page.getByRole('listbox', { name: fr.composer.colleagues }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('tu la connais, peux-tu regarder ?')
  assert.equal(await box(page).inputValue(), '@Aïcha Morel tu la connais, peux-tu regarder ?')
  await page.keyboard.press('Control+Enter')
  await reads(page.locator('.note-card'), '@Aïcha Morel tu la connais')

  part('the colleague sees it without reload')
  const hers = aicha.page
  await reads(hers.locator('.places .place', { hasText: fr.places.notifications }), '1')
  await goTo(hers, 'n', /notifications/)
  await reads(hers.locator('.bell'), fr.notifications.sentence('named-in-note'))
  await hers.getByRole('link', { name: fr.notifications.open }).first().click()
  await reads(hers.locator('.note-card mark'), '@Aïcha Morel')
  await reads(hers.locator('.note-card'), 'peux-tu regarder')
}

/** Two people on one case: each sees the other, one writes, and the pen is taken over knowingly. */
export const shareACase = async ({ part }: Scene, sarah: Person, aicha: Person): Promise<void> => {
  part('two people read one case')
  await openCase(sarah, 'Camille Roux')
  // By the hand: where « G » comes too early, « I » alone asks what the message is.
  await aicha.page.getByRole('link', { name: fr.places.inbox }).first().click()
  await openCase(aicha, 'Camille Roux')
  await reads(sarah.page.locator('.case-standing'), of(fr.thread.reads, 'Aïcha'))

  part('one writes, the other may not')
  await write(sarah, 'Bonjour Camille, je regarde votre commande.')
  await reads(aicha.page.locator('.case-standing'), of(fr.thread.writes, 'Sarah'))
  await reads(rowOf(aicha.page, 'Camille Roux'), of(fr.inbox.writes, 'Sarah'))
  await reads(aicha.page.locator('.composer-notice'), of(fr.composer.penHeld, 'Sarah'))
  assert.equal(await box(aicha.page).isEditable(), false)

  part('the pen is taken over')
  await aicha.page.getByRole('button', { name: fr.composer.takePen }).click()
  await aicha.page.getByRole('dialog').getByRole('button', { name: fr.composer.takePen }).click()
  await aicha.page.locator('.composer-notice').waitFor({ state: 'detached' })
  await write(aicha, 'Bonjour Camille, c’est Aïcha.')
  await reads(sarah.page.locator('.composer-notice'), of(fr.composer.penHeld, 'Aïcha'))
  assert.equal(await box(sarah.page).inputValue(), 'Bonjour Camille, je regarde votre commande.', 'her words are kept')
  await sarah.page.getByRole('button', { name: fr.file.timeline }).click()
  await reads(sarah.page.locator('.timeline'), of(events['pen.taken'], 'Aïcha'))
}

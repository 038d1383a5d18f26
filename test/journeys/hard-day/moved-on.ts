import assert from 'node:assert/strict'
import { fr } from '../../../src/web/words/fr.ts'
import { box, caseIn, openCase, reads, thread, write } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'
import type { Forum } from '../source.ts'

/** The customer wrote again a moment before « send », and the page had not shown it yet: nothing leaves before it is read. */
export const sendIntoAMovedThread = async ({ part }: Scene, sarah: Person, forum: Forum): Promise<void> => {
  part('the thread moves on while one writes')
  const { page, call } = sarah
  // The guard itself is slow to come: what is pressed before it has read the words waits for it.
  const guard = Promise.withResolvers<void>()
  await page.route(/assets\/check-draft/, async (route) => {
    await guard.promise
    await route.continue()
  })
  const parentId = await forum.says('Lucas Petit', 'Mon bouquet devait arriver ce matin. Vous savez où il est ?')
  await openCase(sarah, 'Lucas Petit')
  const words = 'Bonjour Lucas, je demande au livreur et je vous réponds ici dans l’heure.'
  await write(sarah, words)

  // The line of this page is slow: what it asks about the case is answered later.
  const held = Promise.withResolvers<void>()
  const address = new RegExp(`/cases/${caseIn(page)}$`)
  await page.route(address, async (route) => {
    await held.promise
    await route.continue()
  })
  const more = { conversation: `sujet-${parentId}`, parentId }
  await forum.says('Lucas Petit', 'C’est bon, il vient d’arriver, merci !', more)
  await eventually(async () => assert.equal((await call.readCase({ id: caseIn(page) })).messages.length, 2))
  const refusal = page.waitForResponse((answer) => answer.url().endsWith('/replies'))
  await page.keyboard.press('Control+Enter')
  guard.resolve()
  const answer = await refusal
  assert.deepEqual([answer.status(), ((await answer.json()) as { refused: string }).refused], [409, 'thread-moved-on'])
  held.resolve()
  await reads(page.locator('.composer-notice'), /pendant que vous écriviez/)
  assert.equal(await box(page).inputValue(), words, 'the words are still there')
  await reads(thread(page).nth(1), 'il vient d’arriver')
  assert.equal(forum.replies().length, 0)

  part('it is read, and answered as it deserves')
  await page.unroute(address)
  await page.getByRole('button', { name: fr.composer.keepDraft }).click()
  await page.locator('.composer-notice').waitFor({ state: 'detached' })
  await box(page).fill('Merci de nous l’avoir dit, Lucas. Belle journée.')
  await page.getByLabel(fr.composer.resolveAfter).check()
  await page.keyboard.press('Control+Enter')
  await eventually(() => assert.equal(forum.replies().length, 1))
  const [reply] = forum.replies()
  assert.equal(reply?.text, 'Merci de nous l’avoir dit, Lucas. Belle journée.')
  await eventually(async () => assert.equal((await call.readCase({ id: caseIn(page) })).state, 'resolved'))
  await reads(page.locator('.case-standing'), /^Clos/)
}

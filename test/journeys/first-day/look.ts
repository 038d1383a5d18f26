import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { en } from '../../../src/web/words/en.ts'
import { fr } from '../../../src/web/words/fr.ts'
import { box, findRow, goTo, reads, sendButton } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { type Person, signIn } from '../person.ts'

/** One’s own language, in one choice, for every word of the desk. */
export const switchToEnglish = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('the desk speaks English')
  // Somebody quick, on a slow line: the address still follows the case just opened when another screen is asked for.
  await page.route(/assets\/me-/, async (route) => {
    await wait(600)
    await route.continue()
  })
  await page.keyboard.press('k')
  await page.locator('.me-link').click()
  await page.getByLabel(fr.me.language).selectOption('en')
  await reads(page.locator('.page-answer'), en.me.answers.look)
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  await goTo(page, 'i', /inbox/)
  await reads(page.locator('h1'), en.inbox.queues.owed)
}

const isWide = (element: { scrollWidth: number; clientWidth: number }): boolean =>
  element.scrollWidth > element.clientWidth

/** On the way, with a telephone: the list, the conversation, the reply, and back. */
export const answerOnThePhone = async ({ desk, part, seat }: Scene): Promise<void> => {
  part('on a telephone')
  const aicha = await seat('Aïcha Morel', { width: 390, height: 844 })
  const { page } = aicha
  await signIn(aicha, desk)
  const row = await findRow(page, 'Megan Whitlow')
  assert.equal(await page.locator('html').evaluate(isWide), false, 'nothing is cut at the right')
  await row.tap()
  await reads(page.locator('.case-who h2'), 'Megan Whitlow')
  assert.equal(await page.locator('.queue').isVisible(), false, 'the conversation has the whole screen')
  assert.equal(await page.locator('html').evaluate(isWide), false)
  await box(page).tap()
  await box(page).fill('Hello Megan, yes, we have two left in the shop. Shall I keep one for you until Saturday?')
  const held = page.locator('.delivery.held').waitFor()
  await sendButton(page).tap()
  await held
  await page.locator('.delivery').waitFor({ state: 'detached' })
  await reads(page.locator('article.bubble.out'), 'two left in the shop')
  await page.getByRole('button', { name: fr.thread.back }).tap()
  await page.locator('.queue').waitFor()
}

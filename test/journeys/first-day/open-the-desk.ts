import assert from 'node:assert/strict'
import { fr } from '../../../src/web/words/fr.ts'
import { findRow, reads } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { eventually } from '../patience.ts'
import { emailOf, PASSWORD, type Person } from '../person.ts'

/** So many are there when the practice network is opened. */
const MORNING = 14

/** From the link that the start printed to a queue of customers: the brand, the practice network, the promise, a colleague’s invitation. */
export const openTheDesk = async ({ desk, seat, part }: Scene): Promise<{ sarah: Person; invitation: string }> => {
  part('the set-up link')
  const sarah = await seat('Sarah Duval')
  const { page } = sarah
  await page.goto(desk.setUpLink)
  await page.getByLabel(fr.entry.brand).fill('Fleurs du Port')
  await page.getByLabel(fr.entry.name).fill(sarah.name)
  await page.getByLabel(fr.entry.email).fill(emailOf(sarah.name))
  await page.getByLabel(fr.entry.newPassword).fill(PASSWORD)
  await page.getByRole('button', { name: fr.entry.setUpYes }).click()

  part('the practice network')
  await page.getByRole('button', { name: fr.channels.practise }).click()
  await reads(page.locator('h1'), fr.welcome.titles.promise)
  await page.getByRole('button', { name: fr.welcome.next }).click()

  part('a colleague is invited')
  await page.getByLabel(fr.entry.email).fill(emailOf('Aïcha Morel'))
  await page.getByRole('button', { name: fr.members.makeLink }).click()
  const invitation = await page.locator('.copy-line .code').innerText()
  assert.match(invitation, /\/join#/)

  part('customers are waiting')
  await page.getByRole('button', { name: fr.welcome.finish }).click()
  const late = await findRow(page, 'Noé Faure')
  await reads(late, '−')
  // Those who are only thankful wait among the thanks (A5); how many they are is the town’s own affair.
  await eventually(async () => {
    const { rows: thankful } = await sarah.call.listInbox({ queue: 'thanks' })
    const answer = await page.locator('.list-answer').innerText()
    assert.ok(Number.parseInt(answer, 10) + thankful.length >= MORNING, `${thankful.length} say thanks, and ${answer}`)
  })
  await reads(page.locator('.list-answer'), fr.inbox.late(1, '1'))
  return { sarah, invitation }
}

/** Comes in by the invitation, at a browser of their own. */
export const join = async ({ seat, part }: Scene, invitation: string): Promise<Person> => {
  part('the invited colleague joins')
  const aicha = await seat('Aïcha Morel')
  const { page } = aicha
  await page.goto(invitation)
  await page.getByLabel(fr.entry.name).fill(aicha.name)
  await page.getByLabel(fr.entry.newPassword).fill(PASSWORD)
  await page.getByRole('button', { name: fr.entry.joinYes }).click()
  await findRow(page, 'Noé Faure')
  return aicha
}

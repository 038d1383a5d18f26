import assert from 'node:assert/strict'
import { fr } from '../../../src/web/words/fr.ts'
import type { Desk } from '../desk.ts'
import { goTo, openCase, reads, toast, write } from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'
import type { Forum } from '../source.ts'

const words = 'Bonjour Inès, oui, nous livrons le lundi de Pâques, de 9 h à 13 h.'

const taken = (forum: Forum) => forum.replies().filter((reply) => reply.text === words)

/** The forum takes the reply and answers « 500 », each time: the desk cannot know, and will not say « sent ». */
export const sendIntoASickForum = async ({ part }: Scene, sarah: Person, forum: Forum): Promise<void> => {
  part('a forum that takes the reply and says it failed')
  await forum.says('Inès Bouvier', 'Livrez-vous le lundi de Pâques ?')
  await openCase(sarah, 'Inès Bouvier')
  forum.fallIll('done-then-error')
  await write(sarah, words)
  await sarah.page.keyboard.press('Control+Enter')
  await eventually(() => assert.equal(taken(forum).length, 1))
}

/** Between two tries the desk waits longer each time; nobody waits for that here. */
const letTriesFollow = ({ database }: Desk): Promise<void> =>
  eventually(async () => {
    await database.owner.query(
      `update deliveries set next_at = now() where state in ('queued', 'unknown') and attempts > 0 and next_at > now()`,
    )
    const { rows } = await database.owner.query(`select 1 from deliveries where state = 'to-check'`)
    if (rows.length === 0) throw new Error('nobody is asked about the reply')
  })

/** After as many tries as are harmless, a person is asked; she looks at the forum, and says what she saw. */
export const settleTheDoubt = async ({ desk, part }: Scene, { page, call }: Person, forum: Forum): Promise<void> => {
  part('the doubtful reply waits for a person')
  await letTriesFollow(desk)
  await goTo(page, 'e', /deliveries/)
  const card = page.locator('.unsettled .panel', { hasText: 'lundi de Pâques' })
  await reads(card, fr.delivery.toCheck)
  await reads(page.locator('.page-answer'), fr.delivery.answer(1))
  forum.recover()
  assert.equal(taken(forum).length, 1, 'every try was the same reply')
  await card.getByRole('button', { name: fr.delivery.isPublished }).click()
  const dialog = page.getByRole('dialog', { name: fr.delivery.publishedTitle })
  await dialog.getByLabel(fr.delivery.publishedLink).fill('https://forum.example/r-2')
  await dialog.getByRole('button', { name: fr.delivery.isPublished }).click()
  await reads(toast(page), fr.delivery.settled)
  await reads(page.locator('.page-answer'), fr.delivery.answer(0))
  const { rows } = await call.listInbox({ q: 'Pâques', queue: 'all' })
  const view = await call.readCase({ id: rows[0]?.id ?? '' })
  assert.deepEqual(
    view.messages.map(({ direction, permalink }) => [direction, permalink]),
    [
      ['in', null],
      ['out', 'https://forum.example/r-2'],
    ],
  )
}

import assert from 'node:assert/strict'
import { SHORTEST_UNDO_MS } from '#core/delivery/undo.ts'
import { fr } from '../../../src/web/words/fr.ts'
import { letThemReact } from '../behind-the-scene.ts'
import {
  box,
  caseIn,
  choose,
  findRow,
  openCase,
  press,
  reads,
  rowOf,
  send,
  sendButton,
  thread,
  toast,
  underlined,
  write,
} from '../gestures.ts'
import type { Scene } from '../journey.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'

/** A question is answered, and whoever asked it reacts by themselves. */
export const answerInes = async (scene: Scene, sarah: Person): Promise<() => Promise<void>> => {
  const { part } = scene
  part('a question is answered')
  const { page } = sarah
  await openCase(sarah, 'Inès Bouvier')
  await reads(thread(page).first(), '@fleursduport')
  await write(
    sarah,
    'Bonjour Inès, nous sommes ouverts du mardi au samedi de 9 h à 19 h, et le dimanche de 9 h à 13 h. À bientôt.',
  )
  await reads(page.locator('.side'), fr.guard.clear)
  assert.deepEqual(await underlined(page), [])
  const held = page.locator('.delivery.held').waitFor()
  await sendButton(page).click()
  await held
  assert.equal(await box(page).inputValue(), '')
  return async () => {
    part('the customer reacts')
    // Her thanks may bring her among the thanks: she is looked for among all.
    await page.goto(`${page.url().split('?')[0] ?? ''}?queue=all`)
    await openCase(sarah, 'Inès Bouvier')
    const mine = page.locator('article.bubble.out')
    await reads(mine, 'du mardi au samedi')
    await eventually(async () => {
      await letThemReact(scene)
      await page.locator('article.bubble.in').nth(1).waitFor({ timeout: 5_000 })
    })
    assert.equal(await page.locator('.delivery').count(), 0, 'nothing is on its way any more')
    assert.equal(await mine.count(), 1)
  }
}

/** Second thoughts: Z takes the reply back before anything has left. */
export const undo = async ({ part }: Scene, sarah: Person): Promise<void> => {
  part('a reply is taken back with Z')
  const { page, call } = sarah
  // As long as a brand may take: the machine that runs this may be slow.
  await call.updateWorkspace({ undoMs: 10_000 })
  // Whoever only says something kind waits apart: she is looked for among all.
  const inbox = page.url().split('?')[0] ?? ''
  await page.goto(`${inbox}?queue=all`)
  await openCase(sarah, 'Aminata Diallo')
  const words = 'Merci Aminata, nous le disons tout de suite à notre équipe.'
  await write(sarah, words)
  await send(page)
  await page.keyboard.press('z')
  await eventually(async () => assert.equal(await box(page).inputValue(), words))
  await reads(toast(page), fr.delivery.undone)
  const view = await call.readCase({ id: caseIn(page) })
  assert.deepEqual(
    view.messages.map((message) => message.direction),
    ['in'],
  )
  assert.ok(
    view.deliveries.every((delivery) => delivery.state === 'cancelled'),
    'nothing leaves later',
  )
  await call.updateWorkspace({ undoMs: SHORTEST_UNDO_MS })
  await page.goto(inbox)
}

/** Set aside until it matters, the case leaves the queue and waits in its own; past its deadline only with a reason (A2). */
export const setAside = async ({ part }: Scene, sarah: Person): Promise<void> => {
  part('a case is set aside')
  const { page } = sarah
  await openCase(sarah, 'Gaëtan Pichon')
  await press(page, 's', page.getByRole('dialog', { name: fr.act.snoozeTitle }))
  await choose(page, fr.act.snoozeTitle, fr.act.tomorrowMorning)
  await page.getByLabel(fr.act.pastDeadlineLabel).fill('Le livreur rappelle demain à 9 h.')
  await page.keyboard.press('Enter')
  await reads(toast(page), /De côté jusqu’à/)
  await rowOf(page, 'Gaëtan Pichon').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: fr.inbox.filter }).click()
  await choose(page, fr.inbox.filter, fr.inbox.queues.snoozed)
  await findRow(page, 'Gaëtan Pichon')
  await page.goBack()
}

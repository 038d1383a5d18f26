import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { fr as guard } from '#core/guard/words/fr.ts'
import { fr } from '../../src/web/words/fr.ts'
import { box, caseIn, goTo, openCase, press, reads, send, sendButton, underlined, write } from './gestures.ts'
import { type Scene, tell } from './journey.ts'
import { enterAsSarah } from './morning.ts'
import { eventually } from './patience.ts'
import type { Person } from './person.ts'
import { type Forum, openForum } from './source.ts'

const GRUDGE = 'Personne ne sait conduire à Nantes, bande d’abrutis !'
const PRIVATE_LIFE = 'Je pars en vacances avec mon mari et mes enfants demain, trop hâte de quitter ce bureau.'
const ANSWER = 'Bonjour Inès, oui, nous livrons le lundi de Pâques, de 9 h à 13 h.'
const THANKS = 'Merci Camille, je le dis à toute l’équipe.'
const REFUNDED = 'Bonjour Élodie, vous avez été remboursée hier. Bonne journée, Sarah'

const openTheForum = async (scene: Scene, forum: Forum): Promise<Person> => {
  const sarah = await enterAsSarah(scene)
  await forum.connectThrough(sarah)
  await goTo(sarah.page, 'i', /inbox/)
  return sarah
}

/** It sends, or asks for a second reader: as the guard would have it. */
const lastButton = (page: Page): Locator => page.locator('.composer-foot button.main')

/** The guard has read the words and lets them out: the button says so. */
const mayLeave = (page: Page): Promise<void> =>
  eventually(async () => assert.equal(await sendButton(page).isEnabled(), true))

const slip = async ({ part }: Scene, sarah: Person, forum: Forum): Promise<void> => {
  const { page } = sarah
  const composer = page.locator('.composer')

  part('a grudge typed into the brand’s box')
  await forum.says('Inès Bouvier', 'Livrez-vous le lundi de Pâques ?')
  await openCase(sarah, 'Inès Bouvier')
  await reads(composer.locator('.speaker'), 'Forum d’entraide')
  await write(sarah, GRUDGE)
  await reads(composer, fr.composer.blocked)
  assert.ok((await underlined(page)).includes('abrutis'))
  assert.equal(await lastButton(page).isDisabled(), true)
  await page.keyboard.press('Control+Enter')

  part('words for somebody at home')
  await box(page).fill(PRIVATE_LIFE)
  await reads(page.locator('.side'), guard.explain['personal-voice']({}))
  await reads(composer, fr.composer.isRead)
  assert.equal(await sendButton(page).count(), 0)
  assert.deepEqual(forum.replies(), [])

  part('an answer of the brand’s')
  await write(sarah, ANSWER)
  await mayLeave(page)
  await send(page)
}

const otherAccount = async ({ part }: Scene, sarah: Person, forum: Forum): Promise<void> => {
  const { page, call } = sarah
  part('words begun under another account than the one shown')
  const credentials = { name: 'Conseils de Marc', replyUrl: '' }
  const { id: other } = await call.connectChannel({ connector: 'webhook', credentials, brandAccount: true })
  await forum.says('Camille Roux', 'Votre vendeuse m’a parlé de roses d’hiver : en avez-vous encore ?')
  await openCase(sarah, 'Camille Roux')
  const kase = await eventually(async () => {
    const view = await call.readCase({ id: caseIn(page) })
    assert.equal(view.author.displayName, 'Camille Roux')
    return view
  })
  await call.saveDraft({ id: kase.id, audience: 'public', text: THANKS, accountId: other })
  await page.reload()
  await eventually(async () => assert.equal(await box(page).inputValue(), THANKS))
  await reads(page.locator('.side'), guard.rule.G5)
  await reads(page.locator('.composer'), fr.composer.blocked)
  assert.equal(await lastButton(page).isDisabled(), true)

  part('a page that shows another account is refused too')
  const reply = { id: kase.id, deliveryId: crypto.randomUUID(), audience: 'public' as const, text: THANKS }
  const stale = call.sendReply({ ...reply, accountId: other, seenMark: kase.threadMark })
  await assert.rejects(stale, { message: 'wrong-account' })
}

const proveTheRefund = async ({ part }: Scene, sarah: Person, forum: Forum): Promise<void> => {
  const { page } = sarah
  part('a lie, or so the file says')
  await forum.says('Élodie Marchand', 'Trois semaines que j’attends mon remboursement, toujours rien.')
  await openCase(sarah, 'Élodie Marchand')
  await write(sarah, REFUNDED)
  await reads(page.locator('.side'), guard.explain['claim-without-fact']({ claim: 'refund', known: 'nothing' }))
  assert.ok((await underlined(page)).includes('avez été remboursée'))
  assert.equal(await lastButton(page).isDisabled(), true)
  await page.keyboard.press('Control+Enter')

  part('the proof is put on file, by the keyboard')
  await page.keyboard.press('Escape')
  await press(page, 'f', page.locator('.fact-form select:focus'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('RMB-4471')
  await page.keyboard.press('Enter')
  await reads(page.locator('.file-facts'), fr.file.fact(fr.file.kinds.refund, fr.file.status.done))
  await reads(page.locator('.file-facts'), 'RMB-4471')

  part('the same words are true now, and the customers read what is true, and nothing else')
  await mayLeave(page)
  await press(page, 'r', page.locator('.composer textarea:focus'))
  await send(page)
  await eventually(() => assert.equal(forum.replies().length, 2))
  assert.deepEqual(
    forum.replies().map(({ text }) => text),
    [ANSWER, REFUNDED],
  )
}

test('a personal word does not leave under the brand’s name, nor « you have been refunded » before it is proved', async (t) => {
  await using forum = await openForum()
  await tell(t, { allow: [forum.host] }, async (scene) => {
    const sarah = await openTheForum(scene, forum)
    await slip(scene, sarah, forum)
    await otherAccount(scene, sarah, forum)
    await proveTheRefund(scene, sarah, forum)
  })
})

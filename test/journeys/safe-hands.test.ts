import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { fr as factor } from '../../src/web/second-factor/words-fr.ts'
import { events } from '../../src/web/words/fr/events.ts'
import { fr } from '../../src/web/words/fr.ts'
import { box, goTo, openCase, plain, reads, send, sendButton, write } from './gestures.ts'
import { type Scene, tell } from './journey.ts'
import { enterAsSarah } from './morning.ts'
import { eventually } from './patience.ts'
import type { Person } from './person.ts'
import { type Forum, openForum } from './source.ts'

const answer = 'Bonjour Inès, oui, nous livrons le lundi de Pâques, de 9 h à 13 h.'

/** A browser whose device knows its person by a finger, as a telephone does. */
const giveFinger = async (page: Page): Promise<void> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

const beAskedForProof = async ({ part }: Scene, sarah: Person): Promise<void> => {
  const { page } = sarah
  part('words may be prepared, and do not leave by a password alone')
  await openCase(sarah, 'Inès Bouvier')
  await box(page).fill(answer)
  await reads(page.locator('.composer-foot'), fr.access.unproved)
  assert.equal(await sendButton(page).isDisabled(), true)
  await page.getByRole('link', { name: fr.access.prove }).click()
  await reads(page.locator('.page'), factor.needed)
}

const makeAKey = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('a passkey is made, and ten recovery codes are shown once')
  await giveFinger(page)
  await page.getByLabel(factor.passkeyName).fill('Téléphone de Sarah')
  await page.getByRole('button', { name: factor.addPasskey }).click()
  await eventually(async () => assert.equal(await page.locator('.recovery-codes li').count(), 10))
  await page.getByRole('button', { name: factor.recoveryDone }).click()
  await reads(page.locator('.session-list'), 'Téléphone de Sarah')
}

const answerNow = async ({ part }: Scene, sarah: Person, forum: Forum): Promise<void> => {
  part('the prepared words leave')
  await goTo(sarah.page, 'i', /inbox/)
  await openCase(sarah, 'Inès Bouvier')
  await eventually(async () => assert.equal(plain(await box(sarah.page).inputValue()), plain(answer)))
  await box(sarah.page).focus()
  await send(sarah.page)
  await eventually(() => assert.equal(forum.replies().length, 1))
}

const comeBackByFinger = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('the password alone opens nothing any more; the finger does')
  await goTo(page, 'r', /settings/)
  await page.locator('.me-link').click()
  await page.getByRole('button', { name: fr.me.signOut }).click()
  await page.getByRole('button', { name: fr.access.byPasskey }).click()
  await page.waitForURL(/\/inbox/)
}

const stopEverything = async ({ part }: Scene, sarah: Person, forum: Forum): Promise<void> => {
  const { page } = sarah
  part('one press and one confirmation stop every outgoing word')
  await forum.says('Camille Roux', 'Et le mardi ?')
  await openCase(sarah, 'Camille Roux')
  await write(sarah, 'Bonjour Camille, oui, le mardi de 9 h à 19 h.')
  await page.keyboard.press('Control+Shift+X')
  await page.getByRole('button', { name: fr.access.stopYes }).click()
  await reads(page.locator('.silence'), 'Sarah Duval')
  await reads(page.locator('.composer-foot'), fr.access.silent)
  assert.equal(await sendButton(page).isDisabled(), true)
  await forum.says('Noé Faure', 'La boutique est-elle ouverte ?')
  await page.keyboard.press('Escape')
  await goTo(page, 'c', /channels/)
  await reads(page.locator('.silence'), 'Sarah Duval')

  part('a manager lets the brand speak again')
  await page.getByRole('button', { name: fr.access.release }).click()
  await page.getByRole('dialog').getByRole('button', { name: fr.access.releaseYes }).click()
  await page.locator('.silence').waitFor({ state: 'detached' })
  await goTo(page, 'j', /journal/)
  for (const name of ['speech.stopped', 'speech.released', 'member.factor-added'] as const)
    await reads(page.locator('.journal'), events[name]('Sarah Duval'))
}

test('nobody speaks for the brand by a password alone, and one press silences it', async (t) => {
  await using forum = await openForum()
  await tell(t, { allow: [forum.host] }, async (scene) => {
    const sarah = await enterAsSarah(scene)
    await scene.desk.database.app.updateTable('workspaces').set({ second_factor: 'when-real' }).execute()
    scene.part('a real account is connected')
    await forum.connectThrough(sarah)
    await forum.says('Inès Bouvier', 'Livrez-vous le lundi de Pâques ?')
    await goTo(sarah.page, 'i', /inbox/)
    await beAskedForProof(scene, sarah)
    await makeAKey(scene, sarah)
    await answerNow(scene, sarah, forum)
    await comeBackByFinger(scene, sarah)
    await stopEverything(scene, sarah, forum)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RefusedError } from '#contract/client.ts'
import { events } from '../../src/web/words/fr/events.ts'
import { fr } from '../../src/web/words/fr.ts'
import { blueskyServersReady } from '../bluesky/servers.ts'
import { requires } from '../requires.ts'
import { mentionTheBrand, openTown, seenUnder, type Town } from './bluesky/town.ts'
import { box, caseIn, goTo, plain, press, reads, rowOf, send, sendButton, thread, toast } from './gestures.ts'
import { type Scene, tell } from './journey.ts'
import { enterAsSarah } from './morning.ts'
import { eventually } from './patience.ts'
import type { Person } from './person.ts'

const connect = async ({ part }: Scene, { page }: Person, { brand, network }: Town): Promise<void> => {
  part('the account is connected')
  await goTo(page, 'c', /channels/)
  await page.getByText(fr.channels.connect, { exact: true }).first().click()
  await page.getByRole('button', { name: fr.channels.connectTo('Bluesky') }).click()
  await page.getByLabel('Nom du compte').fill(`@${brand.handle}`)
  await page.getByLabel('Mot de passe d’application').fill('abcd-efgh-ijkl-mnop')
  await page.getByLabel('Serveur').fill(network.addresses.pds)
  await page.getByLabel(fr.access.declare).check()
  const yes = page.getByRole('button', { name: fr.channels.connectYes, exact: true })
  await yes.click()
  await reads(page.locator('form'), fr.refused('connection-refused'))
  await page.getByLabel('Mot de passe d’application').fill(brand.appPassword)
  await yes.click()
  await reads(page.locator('.channel'), 'Fleurs du Port')
  await reads(page.locator('.channel-state'), fr.channels.states.connected)
}

const offerAWay = async ({ part }: Scene, { page }: Person): Promise<void> => {
  part('the brand says how it can be reached in private')
  await goTo(page, 'r', /settings/)
  await page.getByRole('link', { name: fr.settings.names['private-ways'] }).click()
  await page.getByRole('button', { name: fr.settings.addWay }).click()
  await page.getByLabel(fr.settings.wayKind).selectOption('email')
  await page.getByLabel(fr.settings.wayValue).fill('bonjour@fleursduport.example')
  await page.getByRole('button', { name: fr.settings.keep }).click()
  await reads(toast(page), fr.settings.kept)
}

const wrong = 'Bonjour Camille, vous êtes remboursée. Donnez-nous votre numéro de téléphone ici.'

/** Neither the screen nor the desk behind it lets this out. */
const bePrevented = async ({ part }: Scene, { page, call }: Person): Promise<void> => {
  part('a false claim and a public question for personal data are held back')
  await press(page, 'r', page.locator('.composer textarea:focus'))
  await page.keyboard.type(wrong)
  await eventually(async () =>
    assert.deepEqual(await page.locator('.mirror mark.block').allTextContents(), [
      'êtes remboursée',
      'Donnez-nous votre numéro de téléphone',
    ]),
  )
  const findings = page.locator('.finding.block')
  await reads(findings.first(), fr.guard.rule.G4)
  await reads(findings.nth(1), fr.guard.rule.G1)
  await reads(page.locator('.composer'), fr.composer.blocked)
  assert.equal(await sendButton(page).isDisabled(), true)
  await page.keyboard.press('Control+Enter')
  assert.equal(await box(page).inputValue(), wrong, 'the key sends nothing either')

  const id = caseIn(page)
  const { accountId, threadMark } = await call.readCase({ id })
  const reply = { id, deliveryId: crypto.randomUUID(), audience: 'public' as const, text: wrong, accountId }
  await assert.rejects(call.sendReply({ ...reply, seenMark: threadMark }), (error) => {
    assert.ok(error instanceof RefusedError)
    assert.equal(error.refusal.refused, 'guard-findings')
    return true
  })
  assert.deepEqual((await call.readCase({ id })).deliveries, [])
}

/** One click for each finding, and a hello typed before them. */
const correctIt = async ({ part }: Scene, { page }: Person): Promise<string> => {
  part('the reply is corrected')
  await page.getByRole('button', { name: fr.guard.fix['say-what-is-true'] }).click()
  await page.getByRole('button', { name: fr.guard.fix['invite-to-private'] }).click()
  await page.locator('.finding.ok').waitFor()
  await box(page).focus()
  await page.keyboard.press('Control+Home')
  const corrected = await box(page).inputValue()
  if (!corrected.startsWith('Bonjour')) await page.keyboard.type('Bonjour Camille. ')
  const text = await box(page).inputValue()
  assert.match(text, /^Bonjour Camille.*bonjour@fleursduport\.example/s)
  assert.doesNotMatch(text, /remboursée|téléphone/)
  return text
}

test('a mention on Bluesky becomes a guarded reply that the customer’s own client sees in the right thread', async (t) => {
  if (!requires('Bluesky', await blueskyServersReady(), t)) return
  await using town = await openTown()
  await tell(t, { allow: [town.host] }, async (scene) => {
    const { part } = scene
    const sarah = await enterAsSarah(scene)
    const { page, call } = sarah
    await connect(scene, sarah, town)
    await offerAWay(scene, sarah)

    part('a customer’s mention appears without reload')
    await goTo(page, 'i', /inbox/)
    await reads(page.locator('.inbox-list'), fr.inbox.allAnswered)
    const loads = await page.evaluate('performance.timeOrigin')
    const mention = await mentionTheBrand(town)
    await reads(rowOf(page, 'Camille Roux'), 'FP-20417')
    assert.equal(await page.evaluate('performance.timeOrigin'), loads)

    part('it is opened with the keyboard')
    await press(page, 'j', page.locator('.composer'))
    await reads(thread(page), 'Qui a déjà commandé des fleurs')
    await reads(page.locator('.side'), fr.privateWay.why('no-private-messages'))
    await bePrevented(scene, sarah)
    const text = await correctIt(scene, sarah)

    part('the reply leaves, once')
    const undo = toast(page).getByRole('button', { name: fr.app.undo }).waitFor()
    await send(page)
    await undo
    const early = await seenUnder(town, mention)
    const { deliveries } = await call.readCase({ id: caseIn(page) })
    if (deliveries[0]?.state === 'held') assert.deepEqual(early, [], 'nothing is public while it can be taken back')
    await page.locator('article.bubble.out:not(.delivery)').waitFor()
    const seen = await eventually(async () => {
      const found = await seenUnder(town, mention)
      assert.equal(found.length, 1)
      return found
    })
    const { root, parent, author } = seen[0] ?? {}
    assert.deepEqual(
      { root, parent, author, text: plain(seen[0]?.text ?? '') },
      { root: town.root.uri, parent: mention.uri, author: town.brand.did, text: plain(text) },
    )

    part('the case closes in time, and its history tells it')
    const id = caseIn(page)
    await page.keyboard.press('e')
    const view = await eventually(async () => {
      const now = await call.readCase({ id })
      assert.equal(now.state, 'resolved')
      return now
    })
    assert.deepEqual([view.state, view.resolution, view.breachedAt], ['resolved', 'answered', null])
    await page.goto(`${page.url().split('?')[0]}?queue=resolved&case=${id}`)
    await page.getByRole('button', { name: fr.file.timeline }).click()
    const told = page.locator('.timeline')
    for (const sentence of [
      events['case.opened'](null),
      events['delivery.held'](sarah.name),
      events['delivery.sent'](null),
      events['case.answered'](null),
      events['case.resolved'](sarah.name),
    ])
      await reads(told, sentence)
  })
})

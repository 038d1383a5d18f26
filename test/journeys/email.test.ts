import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fr } from '../../src/web/words/fr.ts'
import { mailsIn, write as writeMail } from '../email/people.ts'
import { credentialsFor } from '../email/rig.ts'
import { BRAND, CAMILLE, type MailServers, mailServersReady, startMailServers } from '../email/servers.ts'
import { requires } from '../requires.ts'
import { box, caseIn, findRow, goTo, press, reads, rowOf, send, thread, write } from './gestures.ts'
import { type Scene, tell } from './journey.ts'
import { enterAsSarah } from './morning.ts'
import { eventually } from './patience.ts'
import type { Person } from './person.ts'

const connect = async ({ part }: Scene, { page }: Person, mail: MailServers): Promise<void> => {
  part('the mailbox is connected')
  const given = credentialsFor(mail)
  await goTo(page, 'c', /channels/)
  await page.getByText(fr.channels.connect, { exact: true }).first().click()
  await page.getByRole('button', { name: fr.channels.connectTo('E-mail') }).click()
  const type = (label: string, name: string) => page.getByLabel(label, { exact: true }).fill(given[name] ?? '')
  await type('Adresse', 'address')
  await type('Nom affiché', 'name')
  await type('Mot de passe', 'password')
  await type('Serveur IMAP', 'imapHost')
  await type('Port IMAP', 'imapPort')
  await type('Serveur SMTP', 'smtpHost')
  await type('Port SMTP', 'smtpPort')
  for (const label of ['Chiffrement IMAP', 'Chiffrement SMTP']) await page.getByLabel(label).selectOption('none')
  await page.getByLabel(fr.access.declare).check()
  await page.getByRole('button', { name: fr.channels.connectYes, exact: true }).click()
  await reads(page.locator('.channel'), BRAND)
}

const answer = async ({ part }: Scene, sarah: Person): Promise<string> => {
  part('a false claim is held back, in private too')
  const { page } = sarah
  await write(sarah, 'Bonjour Camille, votre commande est remboursée. Quel est votre numéro de téléphone ?')
  const blocked = page.locator('.mirror mark.block')
  await eventually(async () => assert.match((await blocked.allTextContents()).join('|'), /^[^|]*remboursée$/))
  await reads(page.locator('.finding.block'), fr.guard.rule.G4)
  const sendIt = page.getByRole('button', { name: fr.composer.send.private, exact: true })
  assert.equal(await sendIt.isDisabled(), true)

  part('the answer is corrected and sent')
  const text = 'Bonjour Camille, je regarde où en est votre remboursement. À quel numéro puis-je vous appeler ?'
  await box(page).fill(text)
  await page.locator('.finding.block').waitFor({ state: 'detached' })
  await send(page)
  await page.locator('article.bubble.out:not(.delivery)').waitFor()
  return text
}

test('a mail reaches the desk as it arrives, and its answer reaches the customer’s mailbox once, in its thread', async (t) => {
  if (!requires('Dovecot and Postfix', mailServersReady(), t)) return
  await using mail = await startMailServers()
  const allow = [mail.imap, mail.submission].map((port) => `127.0.0.1:${port}`)
  await tell(t, { allow }, async (scene) => {
    const { part } = scene
    const sarah = await enterAsSarah(scene)
    const { page, call } = sarah
    await connect(scene, sarah, mail)
    await goTo(page, 'i', /inbox/)

    part('a customer’s mail appears without reload')
    await reads(page.locator('.inbox-list'), fr.inbox.allAnswered)
    const subject = 'Commande FP-20417, toujours rien'
    const written = { from: CAMILLE, name: 'Camille Roux', subject, text: 'Bonjour, où en sont mes 62 € ?\n\nCamille' }
    const { messageId } = await writeMail(mail, written)
    await findRow(page, 'Camille Roux')
    await press(page, 'j', page.locator('.composer'))
    await reads(thread(page), 'où en sont mes 62 €')
    await reads(page.locator('.case'), subject)
    assert.equal(await page.locator('.mode.public').count(), 0, 'a private message is only answered in private')

    const text = await answer(scene, sarah)

    part('her mailbox holds it once, and the brand keeps a copy')
    await mail.postfix.settle()
    const [received, ...others] = await mailsIn(mail, CAMILLE)
    assert.equal(others.length, 0)
    assert.equal(received?.text?.includes(text), true)
    assert.deepEqual(
      [received?.from?.address, received?.inReplyTo, received?.references, received?.subject],
      [BRAND, messageId, messageId, `Re: ${subject}`],
    )
    const copies = await eventually(async () => {
      const found = await mailsIn(mail, BRAND, 'Sent')
      assert.equal(found.length, 1)
      return found
    })
    assert.equal(copies[0]?.messageId, received?.messageId)

    part('she answers, and the same case is back')
    const id = caseIn(page)
    await page.keyboard.press('e')
    await rowOf(page, 'Camille Roux').waitFor({ state: 'detached' })
    await eventually(async () => assert.equal((await call.readCase({ id })).state, 'resolved'))
    await writeMail(mail, { ...written, text: 'Au 06 39 98 12 34, merci.', ...(received && { answers: received }) })
    await findRow(page, 'Camille Roux')
    const view = await call.readCase({ id })
    assert.deepEqual(
      [view.state, view.messages.map((message) => message.direction), view.breachedAt],
      ['reopened', ['in', 'out', 'in'], null],
    )
  })
})

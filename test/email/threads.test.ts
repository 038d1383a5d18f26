import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { email } from '#connectors/email/index.ts'
import { listen, messagesIn, ownIn } from '#connectors/suite/listen.ts'
import { memoryOf } from '#connectors/suite/tools.ts'
import { mailsIn, write, writeAsBrand } from './people.ts'
import { connectBrand, makeTools } from './rig.ts'
import { BRAND, CAMILLE, NOE } from './servers.ts'
import { calm, caughtUp, hearOne, makeWorld, replyTo } from './world.ts'

const world = makeWorld()

test('one exchange stays one conversation, even when the customer’s program forgets the thread, and a stranger never joins it', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const desk = await caughtUp(w)
  await write(mail, {
    from: CAMILLE,
    name: 'Camille Roux',
    subject: 'Bouquet fané',
    text: 'Mon bouquet est arrivé fané.',
  })
  await mail.postfix.settle()
  const first = await hearOne(desk, 'arrivé fané')
  const sent = await desk.session.send(replyTo(w, first, 'Bonjour Camille, nous vous en refaisons un.'), calm())
  assert.ok(sent.kind === 'sent', JSON.stringify(sent))
  await mail.postfix.settle()
  const [received] = await mailsIn(mail, CAMILLE)
  assert.ok(received)
  assert.equal(received.subject, 'Re: Bouquet fané')
  assert.equal(received.inReplyTo, first.messageId)

  for (const withoutReferences of [false, true]) {
    const text = `Merci ! ${randomUUID()}`
    await write(mail, { from: CAMILLE, text, answers: received, withoutReferences })
    await mail.postfix.settle()
    const next = await hearOne(desk, text)
    assert.equal(next.conversationKey, first.conversationKey)
    assert.equal(next.parentId, sent.externalId)
    assert.equal(next.text, text, 'only the new words are shown')
    assert.ok(String(next.meta?.fullText).includes('> Bonjour Camille'), 'the whole mail is kept')
  }
  await write(mail, { from: NOE, text: 'Camille m’a transmis votre mail.', answers: received })
  await mail.postfix.settle()
  assert.notEqual((await hearOne(desk, 'm’a transmis')).conversationKey, first.conversationKey)
  await desk.close()
})

test('nothing is marked as read, and what the desk sends lies in Sent, once, read, and no longer in the inbox', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const desk = await caughtUp(w)
  const text = `Ouvert dimanche ? ${randomUUID()}`
  await write(mail, { from: CAMILLE, text })
  await mail.postfix.settle()
  const message = await hearOne(desk, text)
  const letter = replyTo(w, message, `Oui. ${randomUUID()}`)
  assert.equal((await desk.session.send(letter, calm())).kind, 'sent')
  await mail.postfix.settle()
  const heard = await desk.hear()
  await desk.hear()
  assert.deepEqual(
    ownIn(heard).map(({ mark }) => mark),
    [letter.key],
  )
  const isOurs = ({ text: said = '' }) => said.includes(letter.text)
  assert.equal((await mailsIn(mail, BRAND)).filter(isOurs).length, 0)
  assert.equal((await mailsIn(mail, BRAND, 'Sent')).filter(isOurs).length, 1)
  assert.ok(
    (await mail.dovecot.flagsOf(BRAND)).every((flags) => !flags.includes('S')),
    'a customer’s mail was marked as read',
  )
  assert.ok((await mail.dovecot.flagsOf(BRAND, 'Sent')).every((flags) => flags.includes('S')))
  assert.equal((await desk.session.lookUp?.(letter, calm()))?.kind, 'found', 'it is found where it lies now')
  await desk.close()
})

test('what a colleague answers from a telephone is the brand’s own word, in the customer’s conversation', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const desk = await caughtUp(w)
  const text = `Et ma commande ? ${randomUUID()}`
  const { messageId } = await write(mail, { from: CAMILLE, text })
  await mail.postfix.settle()
  const message = await hearOne(desk, text)
  const answer = `Elle part ce soir. ${randomUUID()}`
  const externalId = await writeAsBrand(mail, CAMILLE, answer, messageId)
  const own = ownIn(await desk.hear()).filter((one) => one.text.includes(answer))
  assert.deepEqual(
    own.map(({ messageId: id, conversationKey, mark }) => [id, conversationKey, mark]),
    [[externalId, message.conversationKey, undefined]],
  )
  await desk.close()
})

test('an address that does not exist is told: at once where the server knows, and by its bounce where it finds out later', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const desk = await caughtUp(w)
  const text = `Bonjour ${randomUUID()}`
  await write(mail, { from: CAMILLE, text })
  await mail.postfix.settle()
  const message = await hearOne(desk, text)
  const to = (address: string) => ({ externalId: address, handle: address, displayName: address })
  const here = await desk.session.send(
    replyTo(w, message, 'À personne', { to: to('personne@fleursduport.test') }),
    calm(),
  )
  assert.ok(here.kind === 'refused' && here.reason === 'no-such-address', JSON.stringify(here))
  const elsewhere = await desk.session.send(
    replyTo(w, message, 'À personne', { to: to('personne@clients.test') }),
    calm(),
  )
  assert.ok(elsewhere.kind === 'sent')
  await mail.postfix.settle()
  const heard = await desk.hear()
  assert.deepEqual(messagesIn(heard), [], 'a bounce is no customer')
  const undelivered = heard.filter((activity) => activity.kind === 'undelivered')
  assert.deepEqual(
    undelivered.map(({ messageId, reason, permanent }) => [messageId, reason, permanent]),
    [[elsewhere.externalId, 'no-such-address', true]],
  )
  await desk.close()
})

test('an answer that was lost on the way is found, and the customer has one mail', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail, rig } = w
  const desk = await caughtUp(w)
  const text = `Une question ${randomUUID()}`
  await write(mail, { from: NOE, text })
  await mail.postfix.settle()
  const letter = replyTo(w, await hearOne(desk, text), `Une réponse ${randomUUID()}`)
  await rig.arm('done-then-reset')
  const outcome = await desk.session.send(letter, calm())
  assert.equal(outcome.kind, 'ambiguous')
  await mail.postfix.settle()
  assert.equal((await desk.session.lookUp?.(letter, calm()))?.kind, 'found')
  assert.equal((await mailsIn(mail, NOE)).filter(({ text: said = '' }) => said.includes(letter.text)).length, 1)
  await desk.close()
})

test('where copies of our own mails do not come back, nobody is told that a mail was not sent', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail, rig } = w
  const desk = await caughtUp(w)
  const text = `Encore ${randomUUID()}`
  await write(mail, { from: CAMILLE, text })
  await mail.postfix.settle()
  const letter = replyTo(w, await hearOne(desk, text), 'Jamais envoyé')
  assert.equal((await desk.session.lookUp?.(letter, calm()))?.kind, 'absent')
  await rig.tools().memory.delete('own-copy/seen')
  assert.equal((await desk.session.lookUp?.(letter, calm()))?.kind, 'unavailable')
  await rig.tools().memory.put('own-copy/seen', 1000)
  await rig.tools().memory.put('own-copy/accepted', 2000)
  assert.equal((await desk.session.lookUp?.(letter, calm()))?.kind, 'unavailable', 'they came once, and no longer do')
  await rig.tools().memory.delete('own-copy/accepted')
  await desk.close()
})

test('the first listening brings the last days and not the history, and nothing that was answered elsewhere', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail, rig } = w
  const days = (count: number) => new Date(Date.now() - count * 24 * 3_600_000)
  const drop = async (words: string, at: Date): Promise<void> =>
    mail.dovecot.drop(BRAND, `From: ${CAMILLE}\r\nMessage-ID: <${randomUUID()}@clients.test>\r\n\r\n${words}\r\n`, at)
  await drop('il y a un an', days(365))
  await drop('il y a cinq jours', days(5))
  await drop('il y a un jour', days(1))
  for (let n = 0; n < 210; n++) await drop(`il y a une heure, ${n}`, new Date(Date.now() - 3_600_000 + n * 1000))
  const desk = listen(email, rig, null)
  const heard = messagesIn(await desk.hear()).map(({ text }) => text)
  assert.equal(heard.length, 200)
  assert.ok(heard.includes('il y a une heure, 209') && !heard.includes('il y a une heure, 0'), 'the newest ones')
  assert.ok(!heard.includes('il y a un an') && !heard.includes('il y a cinq jours'))
  await desk.close()
})

test('where the desk listens to another folder, what it sends is found and filed all the same', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail, rig } = w
  await mail.dovecot.drop(
    BRAND,
    `From: ${CAMILLE}\r\nMessage-ID: <clients@clients.test>\r\n\r\nDans Clients\r\n`,
    new Date(),
    'Clients',
  )
  const memory = memoryOf()
  const credentials = { ...rig.credentials, folder: 'Clients' }
  const { account } = await connectBrand(credentials, memory)
  const there = { ...rig, account, tools: () => makeTools(credentials, memory), cursor: null }
  const desk = listen(email, there)
  const message = await hearOne(desk, 'Dans Clients')
  const letter = replyTo(w, message, `Bien reçu ${randomUUID()}`)
  assert.equal((await desk.session.send(letter, calm())).kind, 'sent')
  await mail.postfix.settle()
  await desk.hear()
  const own = ownIn(await desk.hear())
  assert.deepEqual(
    own.map(({ mark, conversationKey }) => [mark, conversationKey]),
    [[letter.key, message.conversationKey]],
  )
  assert.equal((await desk.session.lookUp?.(letter, calm()))?.kind, 'found')
  assert.equal((await mailsIn(mail, BRAND)).filter(({ text = '' }) => text.includes(letter.text)).length, 0)
  await desk.close()
})

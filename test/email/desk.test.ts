import assert from 'node:assert/strict'
import { test } from 'node:test'
import { email } from '#connectors/email/index.ts'
import { connectChannel } from '#server/actions/connect-channel.ts'
import { readReceipts } from '#server/actions/read-receipts.ts'
import { sendReply } from '#server/actions/send-reply.ts'
import type { Row, Schema } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { makeListener } from '#server/jobs/listen.ts'
import { readCase } from '#server/queries/case.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { mailsIn, write } from './people.ts'
import { credentialsFor } from './rig.ts'
import { CAMILLE, LUCAS, type MailServers } from './servers.ts'
import { makeWorld } from './world.ts'

const world = makeWorld()
const MINUTE_MS = 60_000

/** The desk of Fleurs du Port on its mailbox, with its own verbs and jobs; its clock stands and is put forward. */
const openDesk = async (mail: MailServers, smtpPort = mail.submission) => {
  const db = await testDatabase()
  const credentials = credentialsFor(mail, smtpPort)
  const allowHosts = [mail.imap, smtpPort].map((port) => `127.0.0.1:${port}`)
  const desk = { ...testDesk(db.database, [email], Date.now()), allowHosts }
  const { workspaceId, members } = await makeWorkspace(db.database)
  const maud: Actor = { workspaceId, memberId: members.maud, role: 'admin' }
  const aicha: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  const connected = await connectChannel(desk, maud, { connector: 'email', credentials, brandAccount: true })
  assert.ok(!isRefused(connected), JSON.stringify(connected))
  const listener = makeListener(desk)
  const deliverer = makeDeliverer(desk)
  const rows = <T extends keyof Schema>(table: T): Promise<Row<T>[]> =>
    inWorkspace(desk.db, workspaceId, async (trx) => (await trx.selectFrom(table).selectAll().execute()) as Row<T>[])

  return {
    desk,
    rows,
    /** A minute later: what has come is heard and understood. */
    hear: async () => {
      desk.pass(MINUTE_MS)
      await mail.postfix.settle()
      await listener.round()
      await listener.settle()
      while (await readReceipts(desk));
    },
    answer: async (caseId: string, text: string) => {
      const seen = await readCase(desk, aicha, { id: caseId })
      assert.ok(!isRefused(seen))
      const reply = {
        id: caseId,
        deliveryId: desk.newId(),
        audience: 'private' as const,
        text,
        accountId: connected.id,
        seenMark: seen.threadMark,
      }
      const held = await sendReply(desk, aicha, reply)
      assert.ok(!isRefused(held), JSON.stringify(held))
    },
    deliver: async (afterMs: number) => {
      desk.pass(afterMs)
      await deliverer.round()
      await deliverer.settle()
      return (await rows('deliveries')).map(({ state }) => state)
    },
    [Symbol.asyncDispose]: async () => {
      await listener.stop()
      await db.close()
    },
  }
}

test('through the desk: a mail opens a case, its answer arrives in its thread, and the customer comes back to the same case', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  await using desk = await openDesk(mail)
  await write(mail, {
    from: CAMILLE,
    name: 'Camille Roux',
    subject: 'Bouquet fané',
    text: 'Mon bouquet est arrivé fané.',
  })
  await desk.hear()
  const [opened, ...others] = await desk.rows('cases')
  assert.ok(opened && others.length === 0)
  assert.equal(opened.state, 'open')
  await desk.answer(opened.id, 'Bonjour Camille, nous préparons un nouveau bouquet. Aïcha')
  await desk.deliver(7_000)
  assert.deepEqual(await desk.deliver(1_000), ['sent'])
  await desk.hear()
  const received = (await mailsIn(mail, CAMILLE)).find(({ text = '' }) => text.includes('nouveau bouquet'))
  assert.equal(received?.subject, 'Re: Bouquet fané')
  await write(mail, { from: CAMILLE, text: 'Merci beaucoup !', answers: received, withoutReferences: true })
  await desk.hear()
  const messages = (await desk.rows('messages')).sort((a, b) => a.received_at.getTime() - b.received_at.getTime())
  assert.deepEqual(
    messages.map(({ direction, text, outside_desk: outside }) => [direction, text, outside]),
    [
      ['in', 'Mon bouquet est arrivé fané.', false],
      ['out', 'Bonjour Camille, nous préparons un nouveau bouquet. Aïcha', false],
      ['in', 'Merci beaucoup !', false],
    ],
  )
  assert.equal((await desk.rows('cases')).length, 1)
  assert.deepEqual(await desk.rows('notifications'), [], 'nobody is alarmed by our own mail')
})

test('through the desk: an answer whose receipt was lost is looked up, said sent, and has arrived once', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail, rig } = w
  await using desk = await openDesk(mail, Number(rig.credentials.smtpPort))
  await write(mail, { from: LUCAS, text: 'Vous êtes ouverts dimanche ?' })
  await desk.hear()
  const opened = (await desk.rows('cases')).find(({ excerpt }) => excerpt.includes('dimanche'))
  assert.ok(opened)
  await desk.answer(opened.id, 'Bonjour Lucas, oui, de neuf heures à midi. Aïcha')
  await rig.arm('done-then-reset')
  await desk.deliver(7_000)
  assert.deepEqual(await desk.deliver(1_000), ['unknown'])
  await mail.postfix.settle()
  assert.deepEqual(await desk.deliver(MINUTE_MS), ['sent'])
  await desk.hear()
  const arrived = (await mailsIn(mail, LUCAS)).filter(({ text = '' }) => text.includes('neuf heures'))
  assert.equal(arrived.length, 1)
  assert.deepEqual(await desk.rows('notifications'), [])
})

test('through the desk: an answer that comes back opens the case again, and its writer is told', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  await using desk = await openDesk(mail)
  await write(mail, { from: 'partie@clients.test', name: 'Inès Bouvier', text: 'Où est mon colis ?' })
  await desk.hear()
  const opened = (await desk.rows('cases')).find(({ excerpt }) => excerpt.includes('colis'))
  assert.ok(opened)
  await desk.answer(opened.id, 'Bonjour Inès, nous regardons. Aïcha')
  await desk.deliver(7_000)
  assert.deepEqual(await desk.deliver(1_000), ['sent'])
  const outgoing = async () =>
    (await desk.rows('messages')).find(({ direction, text }) => direction === 'out' && text.includes('Inès'))
  // The bounce is a mail of its own, which the server writes when it finds the time.
  for (let tries = 0; tries < 20 && (await outgoing())?.meta.undelivered === undefined; tries += 1) await desk.hear()
  const sent = await outgoing()
  assert.deepEqual(sent?.meta.undelivered, {
    ...Object(sent?.meta.undelivered),
    reason: 'no-such-address',
    permanent: true,
  })
  assert.equal((await desk.rows('cases')).find(({ id }) => id === opened.id)?.state, 'reopened')
  assert.deepEqual(
    (await desk.rows('notifications')).map(({ kind }) => kind),
    ['message-undelivered'],
  )
})

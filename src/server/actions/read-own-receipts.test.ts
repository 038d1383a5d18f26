import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Activity } from '#core/mention.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Listening, listening, people } from '#test/listening.ts'
import { settleEarly } from './settle-early.ts'

const MINUTE = 60_000
const { camille } = people

type State = 'sending' | 'unknown' | 'to-check' | 'sent' | 'refused'

/** A reply of the desk to Camille, in a given state of its life. */
const reply = (w: Listening, text: string, state: State, externalId: string | null = null): Promise<string> =>
  inWorkspace(w.desk.db, w.workspaceId, async (trx) => {
    const kase = await trx.selectFrom('cases').selectAll().executeTakeFirstOrThrow()
    const id = randomUUID()
    const at = new Date(w.desk.now())
    await trx
      .insertInto('deliveries')
      .values({
        ...{ id, workspace_id: w.workspaceId, account_id: w.accountId, conversation_id: kase.conversation_id },
        ...{ case_id: kase.id, member_id: w.members.aicha, audience: 'public', text, state, external_id: externalId },
        ...{ content_hash: createHash('sha256').update(text).digest(), guard: '{}', queued_at: at, ready_at: at },
        ...(state === 'sending' ? { lease_until: at, lease_token: 1 } : {}),
      })
      .execute()
    return id
  })

const settle = (w: Listening, id: string, state: 'sent' | 'refused', externalId: string | null): Promise<void> =>
  inWorkspace(w.desk.db, w.workspaceId, async (trx) => {
    const set = { state, external_id: externalId, lease_until: null, lease_token: null }
    await trx.updateTable('deliveries').set(set).where('id', '=', id).execute()
  })

const own = (w: Listening, messageId: string, over: Partial<Extract<Activity, { kind: 'own' }>> = {}): Activity => ({
  kind: 'own',
  messageId,
  audience: 'public',
  text: 'Bonjour Camille, nous cherchons votre colis.',
  sentAt: w.desk.now(),
  parentId: 'm-1',
  ...over,
})

const camilleWrites = async (): Promise<Listening> => {
  const w = await listening()
  await w.hand([w.says(camille, 'm-1', 'Mon colis ?')])
  await w.read()
  w.desk.pass(MINUTE)
  return w
}

const sides = async (w: Listening) => ({
  out: (await w.rows('messages')).filter((m) => m.direction === 'out').map((m) => [m.external_id, m.outside_desk]),
  alarms: (await w.rows('notifications')).map((n) => [n.kind, n.member_id]).sort(),
})

test('a reply given outside the desk is shown, answers the case, and alarms those who answer for the account', async () => {
  await using w = await camilleWrites()
  await w.hand([own(w, 'post-1')])
  await w.read()
  assert.deepEqual(await sides(w), {
    out: [['post-1', true]],
    alarms: [
      ['published-outside', w.members.maud],
      ['published-outside', w.members.sarah],
    ].sort(),
  })
  const [kase] = await w.rows('cases')
  assert.deepEqual([kase?.state, kase?.due_at], ['waiting', null])
  assert.deepEqual((await w.events()).slice(2), ['case.answered-outside', 'message.published-outside'])
  assert.equal((await w.rows('conversations'))[0]?.first_out_at?.getTime(), w.desk.now())
})

test('what the account had said before it was connected is history and alarms nobody', async () => {
  await using w = await camilleWrites()
  await w.hand([own(w, 'post-0', { sentAt: w.desk.now() - 60 * MINUTE })])
  await w.read()
  assert.deepEqual(await sides(w), { out: [['post-0', true]], alarms: [] })
})

test('our own reply coming back is known by its mark, or by the id that the network gave it', async () => {
  await using w = await camilleWrites()
  const id = await reply(w, 'Bonjour Camille.', 'sending')
  await w.hand([own(w, 'post-1', { mark: id, text: 'Bonjour Camille.' })])
  await w.read()
  assert.deepEqual(await sides(w), { out: [], alarms: [] })
})

test('while it is not known whether our reply arrived, the same words are not called outside; its end decides', async () => {
  await using w = await camilleWrites()
  const lost = await reply(w, 'Bonjour Camille, nous  cherchons votre colis.', 'unknown')
  await w.hand([own(w, 'post-1')])
  await w.read()
  await settleEarly(w.desk)
  assert.deepEqual(await sides(w), { out: [], alarms: [] })
  await settle(w, lost, 'refused', null)
  await settleEarly(w.desk)
  const { out, alarms } = await sides(w)
  assert.deepEqual([out, alarms.length], [[['post-1', true]], 2])
  assert.equal((await w.rows('early_activities')).length, 0)
})

test('an answer to our answer comes after it, though the network counts in whole seconds', async () => {
  await using w = await camilleWrites()
  const second = Math.ceil(w.desk.now() / 1_000) * 1_000
  await w.hand([own(w, 'o-1', { sentAt: second + 400 })], { receivedAt: second + 500 })
  await w.hand([w.says(camille, 'm-2', 'Merci !', { sentAt: second, parentId: 'o-1' })], { receivedAt: second + 900 })
  await w.read()
  const messages = (await w.rows('messages')).sort((a, b) => +a.sent_at - +b.sent_at || (a.id < b.id ? -1 : 1))
  assert.deepEqual(
    messages.map((m) => m.external_id),
    ['m-1', 'o-1', 'm-2'],
  )
})

test('our own word in a thread that we do not have yet waits for it, and alarms once', async () => {
  await using w = await listening()
  await w.hand([own(w, 'post-1', { parentId: 'm-9', sentAt: w.desk.now() })])
  await w.read()
  assert.equal((await sides(w)).alarms.length, 2)
  await w.hand([w.says(camille, 'm-9', 'Mon colis ?', { sentAt: w.desk.now() - MINUTE })])
  await w.read()
  const { out, alarms } = await sides(w)
  assert.deepEqual([out, alarms.length], [[['post-1', true]], 2])
  assert.equal((await w.rows('cases'))[0]?.due_at, null)
})

test('a bounce says that the customer got nothing: the case is owed again, and who wrote is told', async () => {
  await using w = await camilleWrites()
  const due = (await w.rows('cases'))[0]?.due_at
  await w.hand([own(w, 'mail-1')])
  await w.read()
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx
      .updateTable('messages')
      .set({ member_id: w.members.aicha, outside_desk: false })
      .where('external_id', '=', 'mail-1')
      .execute(),
  )
  w.desk.pass(MINUTE)
  const bounce = { kind: 'undelivered', messageId: 'mail-1', reason: 'mailbox-full', at: w.desk.now() } as const
  await w.hand([{ ...bounce, permanent: false }])
  await w.read()
  assert.equal((await w.rows('cases'))[0]?.due_at, null)
  await w.hand([{ ...bounce, permanent: true }])
  await w.hand([{ ...bounce, permanent: true }])
  await w.read()
  const [kase] = await w.rows('cases')
  assert.deepEqual([kase?.state, kase?.due_at], ['reopened', due])
  const told = (await w.rows('notifications')).filter((n) => n.kind === 'message-undelivered')
  assert.deepEqual(
    told.map((n) => n.member_id),
    [w.members.aicha, w.members.aicha],
  )
})

test('a bounce that is quicker than the record of our mail waits for it', async () => {
  await using w = await camilleWrites()
  const at = w.desk.now()
  await w.hand([{ kind: 'undelivered', messageId: 'mail-1', reason: 'no-such-user', permanent: true, at }])
  await w.read()
  const [kase] = await w.rows('cases')
  assert.ok(kase)
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx
      .insertInto('messages')
      .values({
        ...{ id: randomUUID(), workspace_id: w.workspaceId, account_id: w.accountId, external_id: 'mail-1' },
        ...{ conversation_id: kase.conversation_id, direction: 'out', kind: 'reply', audience: 'private' },
        ...{ text: 'Bonjour', sent_at: new Date(at), received_at: new Date(at) },
      })
      .execute(),
  )
  await settleEarly(w.desk)
  assert.ok((await w.events()).includes('message.undelivered'))
})

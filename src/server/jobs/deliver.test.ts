import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { SendingGuarantee } from '#core/delivery/guarantee.ts'
import { holdDelivery } from '#core/delivery/undo.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { claimDelivery, PACE, type Pace } from '#server/deliveries/claim.ts'
import { deliveryChanges } from '#server/deliveries/delivery-row.ts'
import { recordNews } from '#server/deliveries/record-news.ts'
import { testDatabase } from '#test/database.ts'
import { type TestDesk, testDesk } from '#test/desk.ts'
import { type FakeNetwork, fakeNetwork } from '#test/fake-network.ts'
import { type Mention, makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { makeDeliverer } from './deliver.ts'

const MINUTE = 60_000

interface World extends AsyncDisposable {
  desk: TestDesk
  network: FakeNetwork
  workspaceId: string
  aicha: string
  mention: Mention
  hold(text: string, to?: Mention, urgent?: boolean): Promise<string>
  read(id: string): Promise<Row<'deliveries'>>
  /** Rounds until nothing more is due at this moment. */
  run(): Promise<void>
  events(): Promise<string[]>
}

const world = async (guarantee?: SendingGuarantee, pace: Pace = PACE): Promise<World> => {
  const db = await testDatabase()
  const network = fakeNetwork(guarantee)
  const desk = testDesk(db.database, [network.connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const mention = await makeMention(desk, workspaceId, accountId)
  const deliverer = makeDeliverer(desk, pace)
  return {
    desk,
    network,
    workspaceId,
    aicha: members.aicha,
    mention,
    hold: (text, to = mention, urgent = false) =>
      inWorkspace(desk.db, workspaceId, async (trx) => {
        const id = desk.newId()
        const leaving = { id, conversationId: to.conversationId, sequence: 0, now: desk.now(), undoMs: 6000 }
        const held = holdDelivery({ ...leaving, priority: urgent ? 'urgent' : 'routine' })
        await trx
          .insertInto('deliveries')
          .values({
            ...{ id, workspace_id: workspaceId, account_id: to.accountId, conversation_id: to.conversationId },
            ...{ case_id: to.caseId, member_id: members.aicha, audience: 'public', text, urgent, seen_received: 1 },
            content_hash: createHash('sha256').update(text).digest(),
            guard: JSON.stringify({ findings: [], reasons: [], checkedAt: desk.now() }),
            queued_at: new Date(desk.now()),
            ...deliveryChanges(held, desk.now()),
          } as never)
          .execute()
        return id
      }),
    read: (id) =>
      inWorkspace(desk.db, workspaceId, (trx) =>
        trx.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    run: async () => {
      for (;;) {
        const more = await deliverer.round()
        await deliverer.settle()
        if (!more) return
      }
    },
    events: () =>
      inWorkspace(desk.db, workspaceId, async (trx) =>
        (await trx.selectFrom('events').select('name').orderBy('id').execute()).map((e) => e.name),
      ),
    [Symbol.asyncDispose]: () => db.close(),
  }
}

test('a reply is held for the undo, then sent once, and the case is answered', async () => {
  await using w = await world()
  const id = await w.hold('Bonjour Noé, nous cherchons votre colis.')
  await w.run()
  assert.equal(w.network.posts.length, 0, 'nothing leaves during the undo')
  w.desk.pass(6_000)
  await w.run()
  const row = await w.read(id)
  assert.deepEqual([row.state, row.external_id, w.network.posts.length], ['sent', 'post-1', 1])
  const kase = await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.selectFrom('cases').selectAll().where('id', '=', w.mention.caseId).executeTakeFirstOrThrow(),
  )
  assert.deepEqual([kase.state, kase.due_at], ['waiting', null])
  const said = await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.selectFrom('messages').selectAll().where('direction', '=', 'out').execute(),
  )
  assert.deepEqual(
    said.map((m) => [m.external_id, m.member_id, m.outside_desk]),
    [['post-1', w.aicha, false]],
  )
  assert.deepEqual(await w.events(), ['delivery.queued', 'delivery.sending', 'delivery.sent', 'case.answered'])
})

test('« 500 but done » is looked up and found, never posted again', async () => {
  await using w = await world({ kind: 'look-up', settleMs: 10_000 })
  const id = await w.hold('Bonjour Noé.')
  w.network.next.push((_, publish) => {
    publish()
    return { kind: 'ambiguous', detail: '500' }
  })
  w.desk.pass(6_000)
  await w.run()
  assert.equal((await w.read(id)).state, 'unknown')
  w.desk.pass(11_000)
  await w.run()
  assert.deepEqual([(await w.read(id)).state, w.network.calls.length, w.network.posts.length], ['sent', 1, 1])
})

test('where nobody can look, an ambiguous answer waits for a person, who is told', async () => {
  await using w = await world({ kind: 'none' })
  const id = await w.hold('Bonjour Noé.')
  w.network.next.push(() => ({ kind: 'ambiguous', detail: 'reset' }))
  w.desk.pass(6_000)
  await w.run()
  w.desk.pass(60 * MINUTE)
  await w.run()
  assert.deepEqual([(await w.read(id)).state, w.network.calls.length], ['to-check', 1])
  const told = await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.selectFrom('notifications').selectAll().execute(),
  )
  assert.deepEqual(
    told.map((n) => [n.member_id, n.kind]),
    [[w.aicha, 'delivery.to-check']],
  )
})

test('a final refusal says why and sends nothing more', async () => {
  await using w = await world()
  const id = await w.hold('Bonjour Noé.')
  w.network.next.push(() => ({ kind: 'refused', reason: 'blocked', detail: 'Noé a bloqué ce compte', permanent: true }))
  w.desk.pass(6_000)
  await w.run()
  const row = await w.read(id)
  assert.deepEqual([row.state, row.reason, row.next_at], ['refused', 'blocked', null])
})

test('Retry-After is obeyed, and the whole account keeps quiet when the network says so', async () => {
  await using w = await world()
  const other = await makeMention(w.desk, w.workspaceId, w.mention.accountId, 'Et mon bouquet ?')
  const first = await w.hold('Bonjour Noé.')
  w.desk.pass(1_000)
  const second = await w.hold('Bonjour, nous regardons.', other)
  const retryAt = w.desk.now() + 5 * MINUTE
  w.network.next.push(() => ({ kind: 'later', reason: 'rate-limited', retryAt, wholeAccount: true }))
  w.desk.pass(5_000)
  await w.run()
  w.desk.pass(60_000)
  await w.run()
  assert.equal(w.network.calls.length, 1)
  w.desk.pass(5 * MINUTE)
  await w.run()
  assert.deepEqual([(await w.read(first)).state, (await w.read(second)).state], ['sent', 'sent'])
})

test('in one conversation our words keep their order, and an urgent reply passes a routine one elsewhere', async () => {
  await using w = await world()
  const other = await makeMention(w.desk, w.workspaceId, w.mention.accountId, 'Urgent, allergie !')
  await w.hold('Un.')
  await w.hold('Deux.')
  await w.hold('Urgent.', other, true)
  w.desk.pass(6_000)
  await w.run()
  const texts = w.network.posts.map((p) => p.text)
  // « Un. » may be on its way at the same time: it is another conversation's.
  assert.ok(texts.indexOf('Urgent.') < texts.indexOf('Deux.'))
  assert.ok(texts.indexOf('Un.') < texts.indexOf('Deux.'))
})

test('a desk that was stopped asks before it speaks late', async () => {
  await using w = await world()
  const id = await w.hold('Nous revenons vers vous avant 15 h.')
  w.desk.pass(45 * MINUTE)
  await w.run()
  assert.deepEqual([(await w.read(id)).state, w.network.calls.length], ['stale', 0])
})

test('a worker that froze past its lease may only report that the post exists', async () => {
  await using w = await world({ kind: 'look-up', settleMs: 1_000 })
  const id = await w.hold('Bonjour Noé.')
  w.desk.pass(6_000)
  const queued = await claimDelivery(w.desk, [], PACE)
  assert.equal(queued?.step.step, 'queue')
  const frozen = await claimDelivery(w.desk, [], PACE)
  assert.ok(frozen !== null && frozen.step.step === 'send')
  w.desk.pass(PACE.leaseMs + 1)
  await w.run()
  assert.equal((await w.read(id)).state, 'unknown')
  const late = await recordNews(
    w.desk,
    frozen,
    { kind: 'outcome', outcome: { kind: 'refused', reason: 'blocked', detail: '', permanent: true } },
    PACE,
  )
  assert.equal(late, 'stale-lease')
  const exists = await recordNews(
    w.desk,
    frozen,
    { kind: 'outcome', outcome: { kind: 'sent', externalId: 'post-9' } },
    PACE,
  )
  assert.equal(exists, 'sent')
  assert.deepEqual([(await w.read(id)).state, (await w.read(id)).external_id], ['sent', 'post-9'])
})

test('two workers never take the same reply', async () => {
  await using w = await world()
  await w.hold('Bonjour Noé.')
  w.desk.pass(6_000)
  await claimDelivery(w.desk, [], PACE)
  const both = await Promise.all([claimDelivery(w.desk, [], PACE), claimDelivery(w.desk, [], PACE)])
  assert.equal(both.filter((c) => c !== null).length, 1)
})

test('an account that needs a person sends nothing, and keeps what waits', async () => {
  await using w = await world()
  const id = await w.hold('Bonjour Noé.')
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.updateTable('channel_accounts').set({ state: 'needs-attention', attention: 'token-revoked' }).execute(),
  )
  w.desk.pass(6_000)
  await w.run()
  assert.deepEqual([(await w.read(id)).state, w.network.calls.length], ['held', 0])
})

test('what a session does on closing changes nothing of what the network said', async () => {
  await using w = await world({ kind: 'none' })
  const { open } = w.network.connector
  w.network.connector.open = (account, tools) => ({
    ...open(account, tools),
    close: async () => {
      throw new Error('the goodbye was not answered')
    },
  })
  const id = await w.hold('Bonjour Noé.')
  w.desk.pass(6_000)
  await w.run()
  assert.deepEqual([(await w.read(id)).state, w.network.posts.length], ['sent', 1])
})

test('an account that cannot be opened is tried again: nothing was said, so nothing is in doubt', async () => {
  await using w = await world({ kind: 'none' })
  const { open } = w.network.connector
  w.network.connector.open = () => {
    throw new Error('the secret does not open')
  }
  const id = await w.hold('Bonjour Noé.')
  w.desk.pass(6_000)
  await w.run()
  const row = await w.read(id)
  assert.deepEqual([row.state, row.ambiguous, row.doubt_since], ['queued', 0, null])
  w.network.connector.open = open
  w.desk.pass(10_000)
  await w.run()
  assert.deepEqual([(await w.read(id)).state, w.network.posts.length], ['sent', 1])
})

test('a network that this desk no longer speaks holds back no other', async () => {
  await using w = await world()
  const gone = await makeAccount(w.desk, w.workspaceId, 'gone')
  const lost = await w.hold('Bonjour ?', await makeMention(w.desk, w.workspaceId, gone), true)
  const id = await w.hold('Bonjour Noé.')
  w.desk.pass(6_000)
  await w.run()
  assert.deepEqual([(await w.read(id)).state, w.network.posts.length], ['sent', 1])
  w.desk.pass(45 * MINUTE)
  await w.run()
  assert.equal((await w.read(lost)).state, 'stale')
})

test('our post that the listener kept first is counted once in its conversation', async () => {
  await using w = await world()
  await w.hold('Bonjour Noé.')
  w.network.next.push(async (outgoing, publish) => {
    const externalId = publish()
    await inWorkspace(w.desk.db, w.workspaceId, async (trx) => {
      const at = new Date(w.desk.now())
      await trx
        .insertInto('messages')
        .values({
          ...{ id: w.desk.newId(), workspace_id: w.workspaceId, account_id: w.mention.accountId, direction: 'out' },
          ...{ conversation_id: w.mention.conversationId, external_id: externalId, kind: 'reply', audience: 'public' },
          ...{ text: outgoing.text, sent_at: at, received_at: at, outside_desk: true },
        })
        .execute()
      await trx
        .updateTable('conversations')
        .set({ message_count: 2 })
        .where('id', '=', w.mention.conversationId)
        .execute()
    })
    return { kind: 'sent', externalId }
  })
  w.desk.pass(6_000)
  await w.run()
  const { count, said } = await inWorkspace(w.desk.db, w.workspaceId, async (trx) => ({
    count: (await trx.selectFrom('conversations').select('message_count').executeTakeFirstOrThrow()).message_count,
    said: await trx
      .selectFrom('messages')
      .select(['outside_desk', 'member_id'])
      .where('direction', '=', 'out')
      .execute(),
  }))
  assert.deepEqual([count, said], [2, [{ outside_desk: false, member_id: w.aicha }]])
})

test('a connector that ignores its signal gives its place back, and its call is in doubt', async () => {
  const pace: Pace = { ...PACE, rules: { ...PACE.rules, callTimeoutMs: 10 } }
  await using w = await world({ kind: 'none' }, pace)
  const id = await w.hold('Bonjour Noé.')
  w.network.next.push(() => new Promise(() => {}))
  w.desk.pass(6_000)
  await w.run()
  assert.equal((await w.read(id)).state, 'to-check')
})

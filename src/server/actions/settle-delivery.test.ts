import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused, type Refused } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { recordFact } from './record-fact.ts'
import { sendReply } from './send-reply.ts'
import { settleDelivery } from './settle-delivery.ts'

const REFUNDED = 'Bonjour Noé, vous avez été remboursé hier. Écrivez-nous en message privé si besoin. Aïcha'

/** A reply that claims a refund, proved when it was sent; a desk that sleeps an hour asks whether it may still leave. */
const world = async () => {
  const db = await testDatabase()
  const network = fakeNetwork()
  const desk = testDesk(db.database, [network.connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const { caseId: id } = await makeMention(desk, workspaceId, accountId)
  const aicha: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  const deliverer = makeDeliverer(desk)
  const run = async () => {
    while (await deliverer.round()) await deliverer.settle()
    await deliverer.settle()
  }
  await recordFact(desk, aicha, { id, kind: 'refund', status: 'done', proof: 'virement FDP-20417' })
  const deliveryId = desk.newId()
  const reply = { id, deliveryId, audience: 'public', text: REFUNDED, accountId, seenMark: '1.1.0' } as const
  assert.ok(!isRefused(await sendReply(desk, aicha, reply)))
  const state = () =>
    inWorkspace(desk.db, workspaceId, async (trx) => {
      const row = await trx
        .selectFrom('deliveries')
        .select('state')
        .where('id', '=', deliveryId)
        .executeTakeFirstOrThrow()
      return row.state
    })
  const sleep = async () => {
    desk.pass(60 * 60_000)
    await run()
    assert.equal(await state(), 'stale')
  }
  return { desk, network, aicha, id, deliveryId, run, sleep, state, [Symbol.asyncDispose]: () => db.close() }
}

test('a late reply that a person lets go leaves once', async () => {
  await using w = await world()
  await w.sleep()
  assert.ok(!isRefused(await settleDelivery(w.desk, w.aicha, { id: w.deliveryId, decision: 'send-again' })))
  await w.run()
  await w.run()
  assert.deepEqual([await w.state(), w.network.posts.length], ['sent', 1])
})

test('a late reply whose proof was withdrawn meanwhile does not leave: the guard reads it again (G4)', async () => {
  await using w = await world()
  await w.sleep()
  await recordFact(w.desk, w.aicha, { id: w.id, kind: 'refund', status: 'cancelled' })
  const answer = await settleDelivery(w.desk, w.aicha, { id: w.deliveryId, decision: 'send-again' })
  assert.equal((answer as Refused).refused, 'guard-findings')
  await w.run()
  assert.deepEqual([await w.state(), w.network.posts.length], ['stale', 0])
  assert.ok(!isRefused(await settleDelivery(w.desk, w.aicha, { id: w.deliveryId, decision: 'give-up' })))
  assert.equal(await w.state(), 'cancelled')
})

test('a reply that waits to leave is held back when its proof is withdrawn, and its writer is told (G4)', async () => {
  await using w = await world()
  w.network.next.push(() => ({ kind: 'later', reason: 'rate-limited', retryAt: w.desk.now() + 10 * 60_000 }))
  w.desk.pass(6_000)
  await w.run()
  assert.equal(await w.state(), 'queued')
  await recordFact(w.desk, w.aicha, { id: w.id, kind: 'order', status: 'cancelled' })
  assert.equal(await w.state(), 'queued', 'what proves nothing of it holds nothing back')
  await recordFact(w.desk, w.aicha, { id: w.id, kind: 'refund', status: 'requested' })
  assert.equal(await w.state(), 'stale')
  w.desk.pass(15 * 60_000)
  await w.run()
  const told = await inWorkspace(w.desk.db, w.aicha.workspaceId, (trx) =>
    trx.selectFrom('notifications').select(['member_id', 'kind']).execute(),
  )
  assert.deepEqual([w.network.posts, told], [[], [{ member_id: w.aicha.memberId, kind: 'delivery.stale' }]])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { askPrivateWay, privateWayOf } from './ask-private-way.ts'

const HOUR = 3_600_000

const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database, [fakeNetwork().connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const mention = await makeMention(desk, workspaceId, await makeAccount(desk, workspaceId))
  const actor: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  const known = () =>
    inWorkspace(desk.db, workspaceId, async (trx) => {
      const row = await trx.selectFrom('cases').selectAll().where('id', '=', mention.caseId).executeTakeFirstOrThrow()
      const account = await trx.selectFrom('channel_accounts').selectAll().executeTakeFirstOrThrow()
      return (await privateWayOf(desk, trx, row, account)).can
    })
  return { desk, actor, mention, known, [Symbol.asyncDispose]: () => db.close() }
}

test('before anyone types, the desk says why no private message would arrive, and what the brand offers (P2)', async () => {
  await using w = await world()
  await w.desk.db.app
    .updateTable('workspaces')
    .set({ private_ways: JSON.stringify([{ kind: 'phone', value: '02 40 00 00 00' }]) })
    .execute()
  const way = await askPrivateWay(w.desk, w.actor, { id: w.mention.caseId })
  assert.ok(!isRefused(way))
  assert.deepEqual([way.can, way.why, way.offers], [false, 'not-mutual', [{ kind: 'phone', value: '02 40 00 00 00' }]])
})

test('what the network answered counts for some hours, and then it is not known any more', async () => {
  await using w = await world()
  assert.equal(await w.known(), null)
  await askPrivateWay(w.desk, w.actor, { id: w.mention.caseId })
  assert.equal(await w.known(), false)
  w.desk.pass(7 * HOUR)
  assert.equal(await w.known(), null)
})

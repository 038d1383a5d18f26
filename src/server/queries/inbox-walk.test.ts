import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { createLabel } from '#server/actions/create-label.ts'
import { labelCase, unlabelCase } from '#server/actions/label-case.ts'
import type { Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { readHorizon } from './horizon.ts'
import { listInbox } from './inbox.ts'

const MINUTE = 60_000

/** A brand with one label. */
const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database, [fakeNetwork().connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const actor: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  const label = await createLabel(desk, actor, { name: 'Livraison' })
  if ('refused' in label) throw new Error(label.refused)
  const move = (id: string, due: number | null) =>
    inWorkspace(desk.db, workspaceId, (trx) =>
      trx
        .updateTable('cases')
        .set({ due_at: due === null ? null : new Date(due) })
        .where('id', '=', id)
        .execute(),
    )
  return { desk, workspaceId, accountId, actor, label, move, [Symbol.asyncDispose]: () => db.close() }
}

const untilOneWaits = async ({ owner }: Database): Promise<void> => {
  const waits = `select from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted`
  while ((await owner.query(waits)).rows.length === 0) await pause(5)
}

test('what is owed with a label comes by deadline, page after page, and follows the deadline wherever it goes (A2)', async () => {
  await using w = await world()
  const cases: string[] = []
  for (let i = 0; i < 6; i++) {
    const { caseId } = await makeMention(w.desk, w.workspaceId, w.accountId)
    if (i % 2 === 0) await labelCase(w.desk, w.actor, { id: caseId, labelId: w.label.id })
    cases.push(caseId)
    w.desk.pass(MINUTE)
  }
  const [first = '', , third = '', , fifth = ''] = cases
  const ask = async (page: Parameters<typeof listInbox>[2] = {}) => {
    const { rows, after } = await listInbox(w.desk, w.actor, { label: w.label.id, ...page })
    return { ids: rows.map((row) => row.id), after: after ?? undefined }
  }
  assert.deepEqual((await ask()).ids, [first, third, fifth])
  const page = await ask({ limit: 2 })
  assert.deepEqual([page.ids, (await ask({ limit: 2, after: page.after })).ids], [[first, third], [fifth]])
  await w.move(first, w.desk.now() + 600 * MINUTE)
  assert.deepEqual((await ask()).ids, [third, fifth, first])
  await w.move(fifth, w.desk.now() - MINUTE)
  assert.deepEqual((await ask({ late: 'true' })).ids, [fifth])
  await w.move(third, null)
  assert.deepEqual((await ask()).ids, [fifth, first])
  assert.deepEqual((await ask({ queue: 'all' })).ids, [fifth, third, first])
  assert.equal((await readHorizon(w.desk, w.actor, { label: w.label.id })).owed, 2)
  await unlabelCase(w.desk, w.actor, { id: fifth, labelId: w.label.id })
  assert.deepEqual((await ask({ cases: cases.join(',') })).ids, [first])
})

test('a label put on while the deadline moves has the deadline that the case ends with', async () => {
  await using w = await world()
  const { caseId } = await makeMention(w.desk, w.workspaceId, w.accountId)
  const moved = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const moving = inWorkspace(w.desk.db, w.workspaceId, async (trx) => {
    await trx.updateTable('cases').set({ due_at: null }).where('id', '=', caseId).execute()
    moved.resolve()
    await goOn.promise
  })
  await moved.promise
  const labelling = labelCase(w.desk, w.actor, { id: caseId, labelId: w.label.id })
  await untilOneWaits(w.desk.db)
  goOn.resolve()
  await Promise.all([moving, labelling])
  assert.deepEqual((await listInbox(w.desk, w.actor, { label: w.label.id })).rows, [])
})

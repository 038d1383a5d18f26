import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { readEventsSince } from './events-since.ts'

test('a line that waited for an older transaction is read, or said to be on its way, whenever that one ends', async (t) => {
  await using db = await testDatabase()
  const desk = testDesk(db.database)
  const { workspaceId } = await makeWorkspace(db.database)
  const record = (trx: Parameters<typeof recordEvents>[0]) =>
    recordEvents(trx, workspaceId, [{ name: 'note.added', at: desk.now(), memberId: null }])
  const begun = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const older = inWorkspace(desk.db, workspaceId, async (trx) => {
    await record(trx)
    begun.resolve()
    await finish.promise
  })
  await begun.promise
  await inWorkspace(desk.db, workspaceId, record)
  const query: (...args: readonly unknown[]) => unknown = pg.Client.prototype.query
  let looks = 0
  t.mock.method(pg.Client.prototype, 'query', function (this: pg.Client, ...args: readonly unknown[]) {
    if (!/pg_snapshot_xmin/.test(String(args[0])) || ++looks < 2) return query.apply(this, [...args])
    finish.resolve()
    return older.then(() => query.apply(this, [...args]))
  })
  const { events, later } = await readEventsSince(desk, workspaceId, { tx: '0', id: '0' }, 10)
  t.mock.reset()
  assert.equal(looks, 2)
  assert.ok(later || events.length === 2, `${events.length} read, and nothing more said to come`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { testDatabase } from '#test/database.ts'
import { asWorker } from './transaction.ts'

test('a connection that is cut in the middle of a transaction fails that transaction, and nothing else', async () => {
  await using db = await testDatabase()
  const cut = asWorker(db.database, async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await db.database.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    // Nothing runs on the connection at the moment when it breaks.
    await pause(100)
    await sql`select 1`.execute(trx)
  })
  await assert.rejects(cut)
  const { rows } = await asWorker(db.database, (trx) => sql<{ one: number }>`select 1 as one`.execute(trx))
  assert.deepEqual(rows, [{ one: 1 }])
})

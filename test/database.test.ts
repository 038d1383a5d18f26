import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { asWorker, asWorkerIn, inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from './database.ts'
import { makeWorkspace } from './workspace.ts'

test('two test databases know nothing of each other, and go away when their test ends', async () => {
  let name = ''
  {
    await using first = await testDatabase()
    await using second = await testDatabase()
    await makeWorkspace(first.database)
    assert.equal((await first.database.app.selectFrom('workspaces').selectAll().execute()).length, 1)
    assert.equal((await second.database.app.selectFrom('workspaces').selectAll().execute()).length, 0)
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(first.database.app)
    name = rows[0]?.name ?? ''
  }
  await using other = await testDatabase()
  const { rows } = await other.database.owner.query('select from pg_database where datname = $1', [name])
  assert.match(name, /^vigie_test_/)
  assert.equal(rows.length, 0)
})

test('one brand never sees the labels of another, on either door', async () => {
  await using db = await testDatabase()
  const flowers = await makeWorkspace(db.database)
  const boats = await makeWorkspace(db.database, 'Voiles de Nantes')
  await inWorkspace(db.database, flowers.workspaceId, (trx) =>
    trx
      .insertInto('labels')
      .values({ id: crypto.randomUUID(), workspace_id: flowers.workspaceId, name: 'Livraison', created_at: new Date() })
      .execute(),
  )
  const seenFrom = (workspaceId: string) =>
    Promise.all([
      inWorkspace(db.database, workspaceId, (trx) => trx.selectFrom('labels').select('name').execute()),
      asWorkerIn(db.database, workspaceId, (trx) => trx.selectFrom('labels').select('name').execute()),
    ])
  assert.deepEqual(await seenFrom(flowers.workspaceId), [[{ name: 'Livraison' }], [{ name: 'Livraison' }]])
  assert.deepEqual(await seenFrom(boats.workspaceId), [[], []])
  assert.deepEqual(await asWorker(db.database, (trx) => trx.selectFrom('labels').selectAll().execute()), [])
  assert.deepEqual(await db.database.app.selectFrom('labels').selectAll().execute(), [])
  await assert.rejects(
    inWorkspace(db.database, boats.workspaceId, (trx) =>
      trx
        .insertInto('labels')
        .values({ id: crypto.randomUUID(), workspace_id: flowers.workspaceId, name: 'Vol', created_at: new Date() })
        .execute(),
    ),
    /row-level security/,
  )
})

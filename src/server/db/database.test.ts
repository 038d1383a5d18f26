import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#test/database.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { openDatabase } from './database.ts'
import { asWorker, inWorkspace } from './transaction.ts'

test('the web and the jobs come in by doors that cannot bypass row-level security', async () => {
  await using db = await testDatabase()
  const { app, worker } = db.database
  const who = sql<{ name: string; free: boolean }>`
    select current_user as name, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as free`
  assert.deepEqual((await who.execute(app)).rows, [{ name: 'vigie_app', free: false }])
  assert.deepEqual((await who.execute(worker)).rows, [{ name: 'vigie_worker', free: false }])
  await assert.rejects(sql`create table mine (n integer)`.execute(app), { code: '42501' })
  await assert.rejects(sql`select * from schema_migrations`.execute(worker), { code: '42501' })
})

test('counts are numbers, days are text, instants are dates, and what a number cannot hold is refused', async () => {
  await using db = await testDatabase()
  const { rows } = await sql`
    select count(*) as count, date '2026-03-29' as day, timestamptz '2026-03-29 01:00:00Z' as at, array[1::bigint] as many
    from generate_series(1, 3)`.execute(db.database.app)
  assert.deepEqual(rows, [{ count: 3, day: '2026-03-29', at: new Date('2026-03-29T01:00:00Z'), many: ['1'] }])
  await assert.rejects(sql`select 9007199254740993::bigint`.execute(db.database.app), RangeError)
  const { rows: after } = await sql`select 1::bigint as n`.execute(db.database.app)
  assert.deepEqual(after, [{ n: 1 }])
})

test('the workspace that a transaction entered does not stay with its connection', async () => {
  await using db = await testDatabase()
  const { workspaceId } = await makeWorkspace(db.database)
  const one = openDatabase({ url: db.url, appConnections: 1 })
  try {
    const entered = await inWorkspace(one, workspaceId, (trx) =>
      sql<{ id: string }>`select current_workspace() as id`.execute(trx),
    )
    assert.deepEqual(entered.rows, [{ id: workspaceId }])
    const outside = await sql`select current_workspace() as id`.execute(one.app)
    assert.deepEqual(outside.rows, [{ id: null }])
  } finally {
    await one.close()
  }
})

test('two transactions that wait for each other both finish: the one given up is done again', async () => {
  await using db = await testDatabase()
  const { members } = await makeWorkspace(db.database)
  const met = Promise.withResolvers<void>()
  let arrived = 0
  let runs = 0
  const rename = (first: string, second: string) =>
    asWorker(db.database, async (trx) => {
      runs += 1
      await trx.updateTable('members').set({ language: 'en' }).where('id', '=', first).execute()
      arrived += 1
      if (arrived === 2) met.resolve()
      await met.promise
      await trx.updateTable('members').set({ language: 'en' }).where('id', '=', second).execute()
    })
  await Promise.all([rename(members.aicha, members.julien), rename(members.julien, members.aicha)])
  assert.equal(runs, 3)
})

test('what a transaction throws undoes it, and is not tried again', async () => {
  await using db = await testDatabase()
  const { workspaceId } = await makeWorkspace(db.database)
  let runs = 0
  await assert.rejects(
    inWorkspace(db.database, workspaceId, async (trx) => {
      runs += 1
      await trx
        .insertInto('labels')
        .values({ id: crypto.randomUUID(), workspace_id: workspaceId, name: 'Perdue', created_at: new Date() })
        .execute()
      throw new Error('the florist changed her mind')
    }),
    /changed her mind/,
  )
  assert.equal(runs, 1)
  assert.deepEqual(
    await inWorkspace(db.database, workspaceId, (trx) => trx.selectFrom('labels').selectAll().execute()),
    [],
  )
})

test('a server that cuts every connection is told of, and the next query finds it again', async () => {
  await using db = await testDatabase()
  const lost: Error[] = []
  const noticed = Promise.withResolvers<void>()
  const database = openDatabase({
    url: db.url,
    onLost: (error) => {
      lost.push(error)
      noticed.resolve()
    },
  })
  try {
    await sql`select 1`.execute(database.app)
    await db.database.owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename = current_user',
    )
    await noticed.promise
    assert.equal(lost.length > 0, true)
    assert.deepEqual((await sql`select 1 as n`.execute(database.app)).rows, [{ n: 1 }])
  } finally {
    await database.close()
  }
})

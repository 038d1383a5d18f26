import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { verifyChain } from '#server/queries/verify-chain.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { anchorHead } from './anchor-heads.ts'
import { sealEvents } from './seal-events.ts'

const DAY = 24 * 3_600_000

const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const record = (...names: ('note.added' | 'label.created' | 'member.role-changed')[]) =>
    inWorkspace(desk.db, workspaceId, (trx) =>
      recordEvents(
        trx,
        workspaceId,
        names.map((name, i) => ({ name, at: desk.now(), memberId: members.sarah, data: { i, z: [{ b: 1, a: 'é' }] } })),
      ),
    )
  /** A transaction that has written a line and goes on until it is ended. */
  const beginOlder = async () => {
    const begun = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    const running = inWorkspace(desk.db, workspaceId, async (trx) => {
      await recordEvents(trx, workspaceId, [{ name: 'note.added', at: desk.now(), memberId: null }])
      begun.resolve()
      await finish.promise
    })
    await begun.promise
    const end = (): Promise<void> => {
      finish.resolve()
      return running
    }
    return { end }
  }
  /** Anything that still runs on the same server, another test's transaction too, may hold a seal back for a moment. */
  const sealAll = async () => {
    for (let tries = 0; tries < 20_000; tries += 1) {
      await sealEvents(desk, workspaceId)
      if ((await verify()).unsealed === 0) return
      await pause(5)
    }
  }
  const verify = (anchors: Parameters<typeof verifyChain>[2] = []) => verifyChain(desk.db, workspaceId, anchors)
  /** What only the owner of the tables, or a superuser, can do. */
  const tamper = async (...statements: string[]) => {
    const client = await db.database.owner.connect()
    try {
      await client.query('begin')
      for (const table of ['events', 'event_seals', 'event_anchors'])
        await client.query(`alter table ${table} disable trigger user`)
      await client.query('alter table event_seals drop constraint if exists event_seals_event_id_fkey')
      await client.query("select set_config('app.maintenance', 'on', true)")
      for (const statement of statements) await client.query(statement)
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  return {
    db,
    desk,
    workspaceId,
    members,
    beginOlder,
    record,
    sealAll,
    verify,
    tamper,
    [Symbol.asyncDispose]: () => db.close(),
  }
}

test('every line is sealed once, in order, and the gap between doing and sealing is visible', async () => {
  await using w = await world()
  await w.record('note.added', 'label.created')
  assert.deepEqual(await w.verify(), { sealed: 0, unsealed: 2, unsealedSince: w.desk.now(), broken: null })
  await w.sealAll()
  await w.record('member.role-changed')
  await Promise.all([w.sealAll(), w.sealAll()])
  await w.sealAll()
  assert.deepEqual(await w.verify(), { sealed: 3, unsealed: 0, unsealedSince: null, broken: null })
})

test('a transaction that ends late is sealed after those that were read before it', async () => {
  await using w = await world()
  const older = await w.beginOlder()
  await w.record('label.created')
  await sealEvents(w.desk, w.workspaceId)
  assert.equal((await w.verify()).sealed, 0, 'nothing is sealed past a transaction that still runs')
  await older.end()
  await w.sealAll()
  assert.deepEqual(await w.verify(), { sealed: 2, unsealed: 0, unsealedSince: null, broken: null })
})

test('a transaction that ends between looking for lines and beginning the chain is sealed all the same', async (t) => {
  await using w = await world()
  const older = await w.beginOlder()
  await w.record('label.created')
  const query: (...args: readonly unknown[]) => unknown = pg.Client.prototype.query
  let isBeginning = false
  t.mock.method(pg.Client.prototype, 'query', function (this: pg.Client, ...args: readonly unknown[]) {
    if (!String(args[0]).startsWith('update event_chains set tx')) return query.apply(this, [...args])
    isBeginning = true
    return older.end().then(() => query.apply(this, [...args]))
  })
  await sealEvents(w.desk, w.workspaceId)
  t.mock.reset()
  assert.ok(isBeginning)
  await w.sealAll()
  assert.deepEqual(await w.verify(), { sealed: 2, unsealed: 0, unsealedSince: null, broken: null })
})

test('what the owner of the database changes, removes, slips in or cuts off is found, and the first broken line named', async () => {
  const faults = [
    ['update events set data = \'{"i": 9}\' where id = (select min(id) + 1 from events)', 'changed', 2],
    ["update events set at = at + interval '1 ms' where id = (select min(id) from events)", 'changed', 1],
    ['update events set member_id = null where id = (select min(id) + 2 from events)', 'changed', 3],
    ['delete from events where id = (select min(id) + 1 from events)', 'removed', 2],
    ['delete from event_seals where position = 2', 'cut', 2],
    ['delete from event_seals where position = 3', 'cut', 3],
    ["update event_seals set hash = sha256('x') where position = 2", 'changed', 2],
  ] as const
  for (const [statement, why, position] of faults) {
    await using w = await world()
    await w.record('note.added', 'label.created', 'member.role-changed')
    await w.sealAll()
    await w.tamper(statement)
    const { broken } = await w.verify()
    assert.deepEqual([broken?.why, broken?.position], [why, position], statement)
  }
  await using w = await world()
  await w.record('note.added', 'label.created')
  await w.sealAll()
  await w.tamper(
    `insert into events (id, workspace_id, at, name, tx) overriding system value
     select 0, workspace_id, at, 'label.deleted', tx from events order by id limit 1`,
  )
  const { broken } = await w.verify()
  assert.deepEqual([broken?.why, broken?.eventId, broken?.name], ['slipped-in', '0', 'label.deleted'])
})

test('a chain that was made anew from end to end is known by the heads that were carried outside', async () => {
  await using w = await world()
  const folder = await mkdtemp(join(tmpdir(), 'vigie-anchors-'))
  const place = { file: join(folder, 'anchors.jsonl'), url: undefined }
  await w.record('note.added', 'label.created')
  await w.sealAll()
  assert.equal(await anchorHead(w.desk, w.workspaceId, place), true)
  assert.equal(await anchorHead(w.desk, w.workspaceId, place), false, 'once a day')
  w.desk.pass(DAY)
  assert.equal(await anchorHead(w.desk, w.workspaceId, place), true)
  const lines = (await readFile(place.file, 'utf8')).trimEnd().split('\n')
  const anchors = lines.map((line) => JSON.parse(line))
  await rm(folder, { recursive: true })
  assert.deepEqual(
    anchors.map(({ day, workspaceId, position }) => [day, workspaceId, position]),
    [
      ['2026-03-02', w.workspaceId, 2],
      ['2026-03-03', w.workspaceId, 2],
    ],
  )
  assert.equal((await w.verify(anchors)).broken, null)
  // Whoever owns the database rewrites history, and the anchors that it holds.
  await w.tamper(
    "update events set name = 'label.deleted' where name = 'label.created'",
    'delete from event_seals',
    'delete from event_chains',
    'delete from event_anchors',
  )
  await w.sealAll()
  assert.equal((await w.verify()).broken, null, 'from the inside it holds')
  assert.deepEqual((await w.verify(anchors)).broken?.why, 'remade')
})

test('a restored log, which knows no transaction of this cluster, goes on where it was', async () => {
  await using w = await world()
  await w.record('note.added', 'label.created')
  await w.sealAll()
  await w.tamper('update event_chains set tx = null', 'update events set tx = pg_current_xact_id()')
  await w.sealAll()
  await w.record('member.role-changed')
  await w.sealAll()
  assert.deepEqual(await w.verify(), { sealed: 3, unsealed: 0, unsealedSince: null, broken: null })
})

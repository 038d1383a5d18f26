import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { emptyDatabase, testDatabase } from '#test/database.ts'
import { fillDesk } from '#test/full-desk.ts'
import { startTestServer } from '#test/postgres.ts'
import { allowed, GOOD, waitingReply } from '#test/waiting-reply.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { askApproval } from '../actions/ask-approval.ts'
import { saveDraft } from '../actions/save-draft.ts'
import { migrationsFolder, readMigrations } from '../db/migrations.ts'
import { asWorker } from '../db/transaction.ts'
import { exportDesk } from './export.ts'
import { importDesk } from './import.ts'
import { listTables, quoted } from './tables.ts'

const now = new Date('2026-03-05T08:00:00Z')
const exporting = { now, version: '0.1.0', keyFingerprint: 'feedc0ffee' }
const importing = { now, keyFingerprint: null }
const debian = '/usr/lib/postgresql/15/bin'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-transfer-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const inMaintenance = async <T>(owner: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> => {
  const client = await owner.connect()
  try {
    await client.query("select set_config('app.maintenance', 'on', false)")
    return await work(client)
  } finally {
    client.release(true)
  }
}

/** Every row of every table that travels, as text. */
const readDesk = (owner: pg.Pool): Promise<Record<string, string[]>> =>
  inMaintenance(owner, async (client) => {
    const desk: Record<string, string[]> = {}
    for (const { name, columns } of await listTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select row(${columns.map(quoted).join(', ')})::text as row from ${quoted(name)}`,
      )
      desk[name] = rows.map(({ row }) => row).sort()
    }
    return desk
  })

const servers = async (): Promise<[string | undefined, string | undefined]> => [
  process.env.TEST_DATABASE_URL ? await startTestServer() : undefined,
  existsSync(debian) ? await startTestServer(debian) : undefined,
]

test('a desk goes from the embedded server to the one of the distribution and back, and nothing changes', async (t) => {
  const [embedded, distribution] = await servers()
  if (!distribution) {
    assert.notEqual(process.env.CI, 'true', `PostgreSQL 15 is not installed in ${debian}`)
    return t.skip(`SKIPPED: PostgreSQL 15 is not installed in ${debian} (apt-get install postgresql-15)`)
  }
  await using home = await testDatabase(embedded)
  await using there = await emptyDatabase(distribution)
  await using back = await testDatabase(embedded)
  await fillDesk(home.database)

  const first = join(folder, 'first.tar.gz')
  const written = await exportDesk(home.database.owner, first, exporting)
  const imported = await importDesk(there.database.owner, first, importing)
  assert.deepEqual(
    imported.tables,
    Object.fromEntries(Object.entries(written.tables).filter(([, { rows }]) => rows > 0)),
  )
  assert.equal(written.tables.messages?.rows, 12)
  assert.equal(imported.header.keyFingerprint, 'feedc0ffee')

  const before = await readDesk(home.database.owner)
  const after = await readDesk(there.database.owner)
  for (const name of Object.keys(before).filter((table) => !['deliveries', 'events'].includes(table))) {
    assert.deepEqual(after[name], before[name], name)
  }

  const second = join(folder, 'second.tar.gz')
  await exportDesk(there.database.owner, second, exporting)
  await importDesk(back.database.owner, second, importing)
  assert.deepEqual(await readDesk(back.database.owner), after)
})

test('a restored desk sends nothing by itself: what was on its way out waits for a person, and the log says so', async () => {
  await using home = await testDatabase()
  await using restored = await testDatabase()
  await fillDesk(home.database)
  const path = join(folder, 'settled.tar.gz')
  await exportDesk(home.database.owner, path, exporting)
  const { toCheck } = await importDesk(restored.database.owner, path, importing)
  assert.equal(toCheck, 8)
  await inMaintenance(restored.database.owner, async (client) => {
    const { rows: states } = await client.query(
      'select state, count(*)::integer, count(next_at)::integer as due from deliveries group by state order by state',
    )
    assert.deepEqual(states, [
      { state: 'cancelled', count: 2, due: 0 },
      { state: 'refused', count: 2, due: 0 },
      { state: 'sent', count: 2, due: 0 },
      { state: 'stale', count: 2, due: 0 },
      { state: 'to-check', count: 8, due: 0 },
    ])
    const { rows: events } = await client.query("select data from events where name = 'delivery.to-check'")
    assert.equal(events.length, 8)
  })
})

test('a reply that waited for an approval is its writer’s draft again in a restored desk', async () => {
  await using w = await waitingReply()
  await using restored = await testDatabase()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  await saveDraft(w.desk, w.as('tom'), { id: w.mention.caseId, audience: 'public', text: 'Autre idée.' })
  const path = join(folder, 'waiting.tar.gz')
  await exportDesk(w.desk.db.owner, path, exporting)
  await importDesk(restored.database.owner, path, importing)
  await inMaintenance(restored.database.owner, async (client) => {
    const { rows: requests } = await client.query("select id, state, fold->>'status' as status from approvals")
    assert.deepEqual(requests, [{ id, state: 'withdrawn', status: 'withdrawn' }])
    const { rows: drafts } = await client.query('select text, member_id from drafts')
    assert.deepEqual(drafts, [{ text: `${GOOD}\n\nAutre idée.`, member_id: w.members.tom }])
    const { rows: told } = await client.query(
      "select data->>'why' as why from events where name = 'approval.withdrawn'",
    )
    assert.deepEqual(told, [{ why: 'restored' }])
  })
})

test('a restored desk goes on counting where it was, and its log can be followed', async () => {
  await using home = await testDatabase()
  await using restored = await testDatabase()
  await fillDesk(home.database)
  const path = join(folder, 'counters.tar.gz')
  await exportDesk(home.database.owner, path, exporting)
  await importDesk(restored.database.owner, path, importing)
  await inMaintenance(restored.database.owner, async (client) => {
    const { rows: counters } = await client.query(`
      select nextval(pg_get_serial_sequence('receipts', 'id')) > (select max(id) from receipts) as receipts,
             nextval(pg_get_serial_sequence('events', 'id')) > (select max(id) from events) as events`)
    assert.deepEqual(counters, [{ receipts: true, events: true }])
    // The transactions of another server mean nothing here: all that came in is of the one that brought it.
    const { rows: log } = await client.query(
      'select count(distinct tx)::integer as transactions, count(*) > 2 as several from events',
    )
    assert.deepEqual(log, [{ transactions: 1, several: true }])
  })
})

test('row-level security is in force after an import as it was before', async () => {
  await using home = await testDatabase()
  await using restored = await testDatabase()
  await fillDesk(home.database)
  const path = join(folder, 'security.tar.gz')
  await exportDesk(home.database.owner, path, exporting)
  await importDesk(restored.database.owner, path, importing)
  const readSecurity = async (owner: pg.Pool) => {
    const { rows } = await owner.query<{ forced: boolean }>(
      "select relname, relrowsecurity as on, relforcerowsecurity as forced from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    )
    return rows
  }
  const security = await readSecurity(restored.database.owner)
  assert.ok(security.some(({ forced }) => forced))
  assert.deepEqual(security, await readSecurity(home.database.owner))
})

test('an export sees one instant, whatever the desk does meanwhile', async () => {
  await using home = await testDatabase()
  await using restored = await testDatabase()
  await fillDesk(home.database)
  const path = join(folder, 'instant.tar.gz')
  const writing = exportDesk(home.database.owner, path, exporting)
  const joining = (async () => {
    for (let n = 0; n < 30; n += 1) {
      await asWorker(home.database, async (trx) => {
        const [id, at] = [randomUUID(), now]
        await trx
          .insertInto('members')
          .values({ id, email: `${id}@fleurs-du-port.test`, name: `Fleuriste ${n}`, created_at: at })
          .execute()
        await trx
          .insertInto('workspaces')
          .values({ id, name: `Marque ${n}`, slug: id, created_at: at })
          .execute()
      })
    }
  })()
  await Promise.all([writing, joining])
  const { tables } = await importDesk(restored.database.owner, path, importing)
  assert.equal((tables.members?.rows ?? 0) - 10, (tables.workspaces?.rows ?? 0) - 2)
})

test('an import replaces nothing: a desk with a brand in it refuses one', async () => {
  await using home = await testDatabase()
  await using other = await testDatabase()
  await fillDesk(home.database)
  await makeWorkspace(other.database, 'Une autre maison')
  const path = join(folder, 'twice.tar.gz')
  await exportDesk(home.database.owner, path, exporting)
  await assert.rejects(importDesk(other.database.owner, path, importing), { code: 'not-empty' })
  await assert.rejects(exportDesk(home.database.owner, path, exporting), { code: 'file-exists' })
  await assert.rejects(importDesk(home.database.owner, path, { now, keyFingerprint: 'another' }), { code: 'other-key' })
})

test('a cut, changed or foreign file is refused, and leaves the desk empty', async () => {
  await using home = await testDatabase()
  await using target = await testDatabase()
  await fillDesk(home.database)
  const path = join(folder, 'whole.tar.gz')
  await exportDesk(home.database.owner, path, exporting)
  const whole = await readFile(path)
  const tar = gunzipSync(whole)
  const changed = Buffer.from(tar)
  changed[changed.indexOf('Camille Roux')] = 'K'.charCodeAt(0)
  const manifest = tar.lastIndexOf('manifest.json')
  const bad: [string, Buffer][] = [
    ['cut in the middle', whole.subarray(0, whole.length - 200)],
    ['one letter changed', gzipSync(changed)],
    ['without its manifest', gzipSync(Buffer.concat([tar.subarray(0, manifest), Buffer.alloc(1024)]))],
    ['a photograph', Buffer.from('GIF89a and so on')],
    ['an empty archive', gzipSync(Buffer.alloc(1024))],
    [
      'another archive',
      gzipSync(tar.subarray(tar.indexOf('installation/') === -1 ? 512 : tar.indexOf('installation/'))),
    ],
  ]
  for (const [what, content] of bad) {
    const file = join(folder, 'bad.tar.gz')
    await writeFile(file, content)
    await assert.rejects(importDesk(target.database.owner, file, importing), (error: { code?: string }) => {
      assert.match(error.code ?? '', /^(damaged|not-an-export)$/, what)
      return true
    })
    const { rows } = await target.database.owner.query('select from workspaces')
    assert.equal(rows.length, 0, what)
  }
  await importDesk(target.database.owner, path, importing)
})

test('an export of an older version is imported, then brought to the shape of today; a newer one is refused', async () => {
  await using home = await testDatabase()
  await using fresh = await emptyDatabase()
  await using migrated = await testDatabase()
  await fillDesk(home.database)
  const path = join(folder, 'older.tar.gz')
  await exportDesk(home.database.owner, path, exporting)
  const migrations = join(folder, 'migrations')
  await cp(migrationsFolder, migrations, { recursive: true })
  const next = String((await readMigrations()).length + 1).padStart(4, '0')
  await writeFile(
    join(migrations, `${next}_colour.sql`),
    "alter table workspaces add column flower text not null default 'pivoine'",
  )

  await importDesk(fresh.database.owner, path, { ...importing, migrations })
  const { rows } = await fresh.database.owner.query('select distinct flower from workspaces')
  assert.deepEqual(rows, [{ flower: 'pivoine' }])

  const newer = join(folder, 'newer.tar.gz')
  await exportDesk(fresh.database.owner, newer, exporting)
  await assert.rejects(importDesk(migrated.database.owner, newer, importing), { code: 'newer-export' })
})

test('an interrupted export leaves no file behind', async () => {
  await using home = await testDatabase()
  await fillDesk(home.database)
  const path = join(folder, 'interrupted.tar.gz')
  const signal = AbortSignal.abort()
  await assert.rejects(exportDesk(home.database.owner, path, { ...exporting, signal }), { code: 'interrupted' })
  assert.equal(existsSync(path) || existsSync(`${path}.partial`), false)
})

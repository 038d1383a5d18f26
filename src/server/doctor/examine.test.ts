import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { registryOf } from '#connectors/registry.ts'
import { findMasterKey } from '#server/access/master-key.ts'
import { recordHeartbeats } from '#server/actions/record-heartbeats.ts'
import { sealEvents } from '#server/actions/seal-events.ts'
import { readConfig } from '#server/config.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { emptyDatabase, testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { examine } from './examine.ts'
import { exitCodeOf } from './finding.ts'

const MINUTE_MS = 60_000

const prepare = async (db: Awaited<ReturnType<typeof testDatabase>>) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-doctor-'))
  const config = readConfig({ DATABASE_URL: db.url, VIGIE_DATA: folder })
  const desk = testDesk(db.database, [fakeNetwork().connector])
  const see = async () => {
    const findings = await examine({ config, db: db.database, registry: desk.registry, now: desk.now })
    const state = (name: string) => findings.find((one) => one.name === name)?.state
    return { findings, state, code: exitCodeOf(findings) }
  }
  return { folder, config, desk, see, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

test('on a desk that is well nothing fails but what a test server does without', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db)
  await findMasterKey(db.database, place.config.keyFile, place.desk.now())
  const { workspaceId } = await makeWorkspace(db.database)
  await makeAccount(place.desk, workspaceId)
  const loops = [
    'read-receipts',
    'listen',
    'deliver',
    'tick',
    'seal',
    'tell',
    'watch',
    'radar',
    'drill',
    'read-again',
  ].map((name) => ({
    name,
    lastRoundAt: place.desk.now,
  }))
  await recordHeartbeats(place.desk, loops)
  assert.equal((await place.see()).state('second factor'), 'warn')
  await db.database.app.updateTable('workspaces').set({ second_factor: 'when-real' }).execute()
  const { findings } = await place.see()
  // Test servers are fast and forgetful; a machine may be short of room.
  const faults = findings.filter(({ name, state }) => state !== 'ok' && name !== 'durability' && name !== 'disk')
  assert.deepEqual(faults, [])
  for (const { name, state, todo } of findings) assert.equal(state === 'ok', todo === undefined, name)
})

test('a server that may forget what it confirmed is failing', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db)
  const { rows } = await db.database.owner.query<{ fsync: string }>("select current_setting('fsync') as fsync")
  assert.equal((await place.see()).state('durability'), rows[0]?.fsync === 'on' ? 'ok' : 'fail')
})

test('a key that is gone, open to others, or another one, is said', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db)
  assert.equal((await place.see()).state('key'), 'ok')
  await findMasterKey(db.database, place.config.keyFile, place.desk.now())
  await chmod(place.config.keyFile, 0o440)
  assert.equal((await place.see()).state('key'), 'fail')
  await rm(place.config.keyFile)
  assert.equal((await place.see()).state('key'), 'fail')
})

test('loops that are silent, receipts and deliveries that age, and channels that need a person are named', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db)
  const { desk, see } = place
  const { workspaceId } = await makeWorkspace(db.database)
  assert.equal((await see()).state('channels'), 'warn')
  const accountId = await makeAccount(desk, workspaceId)
  const at = new Date(desk.now())
  await recordHeartbeats(desk, [{ name: 'deliver', lastRoundAt: desk.now }])
  await inWorkspace(db.database, workspaceId, (trx) =>
    trx
      .insertInto('receipts')
      .values({
        workspace_id: workspaceId,
        account_id: accountId,
        external_id: 'a',
        source: 'poll',
        body: '{}',
        received_at: at,
      })
      .execute(),
  )
  assert.equal((await see()).state('receipts waiting'), 'ok')
  assert.equal((await see()).state('loop deliver'), 'ok')
  assert.equal((await see()).state('loop tick'), 'warn')
  desk.pass(3 * MINUTE_MS)
  assert.equal((await see()).state('receipts waiting'), 'warn')
  assert.equal((await see()).state('loop deliver'), 'fail')
  const set = (change: object) =>
    inWorkspace(db.database, workspaceId, (trx) => trx.updateTable('channel_accounts').set(change).execute())
  const channel = async () => (await see()).state('channel Fake fleursduport')
  assert.equal(await channel(), 'ok')
  await set({ token_expires_at: new Date(desk.now() + 3 * 24 * 60 * MINUTE_MS) })
  assert.equal(await channel(), 'warn')
  await set({ token_expires_at: at })
  assert.equal(await channel(), 'fail')
  await set({ token_expires_at: null, next_poll_at: new Date(desk.now() - 20 * MINUTE_MS) })
  assert.equal(await channel(), 'fail')
  await set({ next_poll_at: null, state: 'needs-attention', attention: 'token-revoked' })
  const { findings, code } = await see()
  assert.match(findings.find(({ name }) => name.startsWith('channel '))?.why ?? '', /token-revoked/)
  assert.equal(code, 1)
})

test('a table that lost its isolation, and a role that can step around it, are failing', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db)
  assert.equal((await place.see()).state('isolation'), 'ok')
  await db.database.owner.query('alter table notes no force row level security')
  const { findings } = await place.see()
  assert.match(findings.find(({ name }) => name === 'isolation')?.why ?? '', /notes/)
})

test('an empty database has migrations to come, and the rest waits for them', async () => {
  await using db = await emptyDatabase()
  await using place = await prepare(db)
  const { state, findings } = await place.see()
  assert.ok(['warn', 'fail'].includes(state('migrations') ?? state('database') ?? ''), JSON.stringify(findings))
  assert.equal(state('key'), undefined)
})

test('a network that this version does not speak is said', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db)
  const { workspaceId } = await makeWorkspace(db.database)
  await makeAccount(place.desk, workspaceId)
  const findings = await examine({
    config: place.config,
    db: db.database,
    registry: registryOf([]),
    now: place.desk.now,
  })
  assert.equal(findings.find(({ name }) => name.startsWith('channel '))?.state, 'fail')
})

test('a log in which somebody changed a line is failing, and the line is named', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db)
  const { workspaceId } = await makeWorkspace(db.database)
  const record = () =>
    inWorkspace(db.database, workspaceId, (trx) =>
      recordEvents(trx, workspaceId, [{ name: 'note.added', at: place.desk.now(), memberId: null }]),
    )
  const look = async () => (await place.see()).findings.find(({ name }) => name.startsWith('log '))
  await record()
  assert.match((await look())?.why ?? '', /^0 sealed and whole, 1 to be sealed/)
  place.desk.pass(20 * MINUTE_MS)
  assert.equal((await look())?.state, 'warn')
  // Whatever else runs on the server may hold the seal back for a moment.
  for (let tries = 0; tries < 1_000 && (await sealEvents(place.desk, workspaceId)).sealed === 0; tries += 1)
    await pause(5)
  assert.deepEqual([(await look())?.state, (await look())?.why], ['ok', '1 sealed and whole'])
  const client = await db.database.owner.connect()
  await client.query('begin')
  await client.query('alter table events disable trigger user')
  await client.query("select set_config('app.maintenance', 'on', true)")
  const { rows } = await client.query("update events set name = 'note.removed' returning id")
  await client.query('commit')
  client.release()
  assert.equal((await look())?.state, 'fail')
  assert.match((await look())?.why ?? '', new RegExp(`^event ${rows[0].id} \\(note.removed, seal 1\\) was changed`))
})

import assert from 'node:assert/strict'
import { chmod, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pino from 'pino'
import { registryOf } from '#connectors/registry.ts'
import { testDatabase } from '#test/database.ts'
import { createKeyFile, KeyError } from './access/key-file.ts'
import { readConfig } from './config.ts'
import { openDesk } from './main.ts'

const silent = pino({ level: 'silent' })

/** A desk of its own on a test database, in a folder of its own, on a port that is free. */
const prepare = async (url: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-main-'))
  const config = { ...readConfig({ DATABASE_URL: url, VIGIE_DATA: folder }), port: 0 }
  const said: string[] = []
  const open = (changes: Partial<typeof config> = {}) =>
    openDesk({ ...config, ...changes }, { print: (line) => said.push(line), registry: registryOf([]), log: silent })
  return { folder, config, said, open, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

test('a first start makes the key and offers the one link; the next starts find the key and offer a new link', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db.url)
  const first = await place.open()
  assert.match(first.setUpLink ?? '', /^http:\/\/localhost:4780\/set-up#[\w-]{43}$/)
  assert.equal((await stat(place.config.keyFile)).mode & 0o777, 0o400)
  await first.close()
  const second = await place.open()
  assert.equal(second.desk.seal.fingerprint, first.desk.seal.fingerprint)
  assert.notEqual(second.setUpLink, first.setUpLink)
  await second.close()
})

test('without its key, with another one, or with one that others can read, a desk that has begun does not start', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db.url)
  await (await place.open()).close()
  const refuses = (why: RegExp) =>
    assert.rejects(place.open(), (error) => error instanceof KeyError && why.test(error.message))
  const kept = `${place.config.keyFile}.kept`
  await rename(place.config.keyFile, kept)
  await refuses(/no key at .* Restore it from your backup/)
  await createKeyFile(place.config.keyFile)
  await refuses(/is not the one that sealed this database/)
  await rm(place.config.keyFile)
  await rename(kept, place.config.keyFile)
  await chmod(place.config.keyFile, 0o444)
  await refuses(/chmod 0400/)
  await chmod(place.config.keyFile, 0o400)
  await (await place.open()).close()
})

test('one process works and another serves, on one database', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db.url)
  const web = await place.open({ mode: 'web' })
  const worker = await place.open({ mode: 'worker' })
  assert.equal(worker.address, null)
  assert.equal(worker.setUpLink, null)
  assert.notEqual(web.setUpLink, null)
  await worker.close()
  await web.close()
})

test('an address without https is refused before anything is started, unless its risk was accepted', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db.url)
  const url = 'http://desk.fleurs-du-port.test'
  await assert.rejects(place.open({ url }), /without https/)
  await (await place.open({ url, insecureCookies: true })).close()
})

test('an address that cannot be listened on leaves nothing open behind', async () => {
  await using db = await testDatabase()
  await using place = await prepare(db.url)
  const taken = (error: unknown) => (error as { code?: string }).code === 'EADDRNOTAVAIL'
  await assert.rejects(place.open({ host: '192.0.2.1' }), taken)
  const { rows } = await db.database.owner.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
      where datname = current_database() and application_name = 'vigie ear'`,
  )
  assert.equal(rows[0]?.others, 0)
})

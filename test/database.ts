import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Database, openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { readMigrations } from '#server/db/migrations.ts'
import { startTestServer } from './postgres.ts'

export type TestDatabase = AsyncDisposable & { database: Database; url: string; close(): Promise<void> }

const templateLock = 1_986_620_263

let shared: Promise<string> | undefined

/** TEST_DATABASE_URL is a login that may create databases and roles; without it, the shared embedded server is started. */
const sharedServer = (): Promise<string> => {
  shared ??= process.env.TEST_DATABASE_URL ? Promise.resolve(process.env.TEST_DATABASE_URL) : startTestServer()
  return shared
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url.replace(/^postgres(ql)?:\/\/\//, 'postgres://local/'))
  changed.pathname = `/${name}`
  return changed.href.replace('postgres://local/', 'postgres:///')
}

const onServer = async <T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const exists = async (client: pg.Client, name: string): Promise<boolean> =>
  (await client.query('select from pg_database where datname = $1', [name])).rows.length > 0

/** Migrated once for each content of db/migrations, then copied: a copy of its files is quicker than one through the log. */
const makeTemplate = async (server: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const { sha256 } of await readMigrations()) hash.update(sha256)
  const name = `vigie_template_${hash.digest('hex').slice(0, 16)}`
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    if (await exists(client, name)) return
    const draft = `vigie_draft_${randomUUID().replaceAll('-', '')}`
    await client.query(`create database ${draft}`)
    const owner = new pg.Pool({ connectionString: withDatabase(server, draft), max: 1 })
    try {
      await migrate(owner)
      await owner.end()
      await client.query(`alter database ${draft} rename to ${name}`)
    } catch (error) {
      await owner.end().catch(() => {})
      await client.query(`drop database ${draft} with (force)`)
      throw error
    }
  })
  return name
}

const templates = new Map<string, Promise<string>>()

const templateOn = (server: string): Promise<string> => {
  const made = templates.get(server) ?? makeTemplate(server)
  templates.set(server, made)
  return made
}

/** A login that is no superuser may not end the autovacuum worker that happens to look at the database: it is gone a moment later. */
const drop = async (client: pg.Client, name: string, tries = 100): Promise<void> => {
  try {
    await client.query(`drop database if exists ${name} with (force)`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501' || tries === 0) throw error
    await wait(50)
    await drop(client, name, tries - 1)
  }
}

const copyOf = async (server: string, original: string): Promise<TestDatabase> => {
  const name = `vigie_test_${process.pid}_${randomUUID().replaceAll('-', '')}`
  await onServer(server, (client) => client.query(`create database ${name} template ${original} strategy file_copy`))
  const url = withDatabase(server, name)
  const database = openDatabase({ url })
  const close = async (): Promise<void> => {
    await database.close()
    await onServer(server, (client) => drop(client, name))
  }
  return { database, url, close, [Symbol.asyncDispose]: close }
}

/** A fresh, migrated, empty database of one's own: `await using db = await testDatabase()`. Dropped at the end of the block. */
export const testDatabase = async (server?: string): Promise<TestDatabase> => {
  const where = server ?? (await sharedServer())
  return copyOf(where, await templateOn(where))
}

/** A fresh database without any table, for tests of the migrations themselves. */
export const emptyDatabase = async (server?: string): Promise<TestDatabase> =>
  copyOf(server ?? (await sharedServer()), 'template1')

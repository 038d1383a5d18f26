import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Database, openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { readMigrations } from '#server/db/migrations.ts'
import { startTestServer } from './postgres.ts'

export type TestDatabase = AsyncDisposable & { database: Database; url: string; close(): Promise<void> }

const templateLock = 1_986_620_263

let server: Promise<string> | undefined

/** TEST_DATABASE_URL is a login that may create databases and roles; without it, the shared embedded server is started. */
const serverUrl = (): Promise<string> => {
  server ??= process.env.TEST_DATABASE_URL ? Promise.resolve(process.env.TEST_DATABASE_URL) : startTestServer()
  return server
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url.replace(/^postgres(ql)?:\/\/\//, 'postgres://local/'))
  changed.pathname = `/${name}`
  return changed.href.replace('postgres://local/', 'postgres:///')
}

const onServer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: withDatabase(await serverUrl(), 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const exists = async (client: pg.Client, name: string): Promise<boolean> =>
  (await client.query('select from pg_database where datname = $1', [name])).rows.length > 0

/** Migrated once for each content of db/migrations, then copied: a copy takes some thirty milliseconds. */
const makeTemplate = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const { sha256 } of await readMigrations()) hash.update(sha256)
  const name = `vigie_template_${hash.digest('hex').slice(0, 16)}`
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    if (await exists(client, name)) return
    const draft = `vigie_draft_${randomUUID().replaceAll('-', '')}`
    await client.query(`create database ${draft}`)
    const owner = new pg.Pool({ connectionString: withDatabase(await serverUrl(), draft), max: 1 })
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

let template: Promise<string> | undefined

/** A fresh database without any table, for tests of the migrations themselves. */
export const emptyDatabase = (): Promise<TestDatabase> => copyOf('template1')

/** A fresh, migrated, empty database of one's own: `await using db = await testDatabase()`. Dropped at the end of the block. */
export const testDatabase = async (): Promise<TestDatabase> => {
  template ??= makeTemplate()
  return copyOf(await template)
}

const copyOf = async (original: string): Promise<TestDatabase> => {
  const name = `vigie_test_${process.pid}_${randomUUID().replaceAll('-', '')}`
  await onServer((client) => client.query(`create database ${name} template ${original}`))
  const url = withDatabase(await serverUrl(), name)
  const database = openDatabase({ url })
  const close = async (): Promise<void> => {
    await database.close()
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { database, url, close, [Symbol.asyncDispose]: close }
}

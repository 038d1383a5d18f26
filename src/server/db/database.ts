import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { parsers } from './parsers.ts'
import type { Schema } from './schema.ts'

/**
 * Three doors to one database. `app` serves the web: it sees the rows of the workspace that its transaction entered and no others.
 * `worker` may besides claim waiting work across workspaces. `owner` migrates, exports and imports, and serves nobody.
 */
export type Database = {
  app: Kysely<Schema>
  worker: Kysely<Schema>
  owner: pg.Pool
  url: string
  close(): Promise<void>
}

export type DatabaseOptions = {
  url: string
  appConnections?: number
  workerConnections?: number
  /** An idle connection that was cut; the next query opens another. */
  onLost?: (error: Error) => void
}

const openPool = (options: DatabaseOptions, max: number, role?: string): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max,
    types: parsers,
    application_name: `vigie ${role ?? 'owner'}`,
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 30_000,
    ...(role && { options: `-c role=${role}` }),
  })
  pool.on('error', (error) => options.onLost?.(error))
  // One that is cut while in use says so to its query; Node would besides end the process over an error that nobody listens for.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export const openDatabase = (options: DatabaseOptions): Database => {
  const open = (role: string, max: number) =>
    new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(options, max, role) }) })
  const app = open('vigie_app', options.appConnections ?? 10)
  const worker = open('vigie_worker', options.workerConnections ?? 8)
  const owner = openPool(options, 2)
  const close = async (): Promise<void> => {
    await Promise.all([app.destroy(), worker.destroy(), owner.end()])
  }
  return { app, worker, owner, url: options.url, close }
}

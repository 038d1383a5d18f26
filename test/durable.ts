import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { findPostmaster } from '#server/postgres/postmaster-pid.ts'
import { startPostgres } from '#server/postgres/start.ts'

export interface Durable extends AsyncDisposable {
  url: string
  database: Database
  /** A folder of its own, for a key and the like. */
  folder: string
  /** Ends the server at once, as a crash does; it comes back by itself. */
  crash(): Promise<void>
}

/** A PostgreSQL of its own that keeps its promises (fsync and all), migrated and empty. For what measures or tests durability. */
export const durableDatabase = async (): Promise<Durable> => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-durable-'))
  const postgres = await startPostgres({ folder, alone: false })
  const database = openDatabase({ url: postgres.url })
  await migrate(database.owner)
  return {
    url: postgres.url,
    database,
    folder,
    crash: async () => {
      const found = await findPostmaster(join(postgres.home, 'cluster'))
      if (found !== undefined) process.kill(found.pid, 'SIGQUIT')
    },
    [Symbol.asyncDispose]: async () => {
      await database.close()
      await postgres.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

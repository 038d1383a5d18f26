import type { Config } from '#server/config.ts'
import { type EmbeddedOptions, startPostgres } from '#server/postgres/start.ts'
import { checkServer } from './check-server.ts'
import { type Database, openDatabase } from './database.ts'

export type Opened = AsyncDisposable & { database: Database; embedded: boolean; close(): Promise<void> }

export type OpenOptions = {
  /** On the embedded server: nobody else may use this data folder meanwhile. */
  alone: boolean
  report?: EmbeddedOptions['report']
  onLost?: (error: Error) => void
}

/** The database that the configuration names: one's own server if DATABASE_URL is set, else the embedded one, started or adopted. */
export const openConfigured = async (config: Config, options: OpenOptions): Promise<Opened> => {
  const { alone, report, onLost } = options
  const postgres = config.databaseUrl
    ? undefined
    : await startPostgres({ folder: config.data, alone, binaries: config.postgresBin, ...(report && { report }) })
  const database = openDatabase({ url: postgres?.url ?? config.databaseUrl ?? '', ...(onLost && { onLost }) })
  const close = async (): Promise<void> => {
    await database.close()
    await postgres?.close()
  }
  try {
    await checkServer(database.owner)
  } catch (error) {
    await close()
    throw error
  }
  return { database, embedded: postgres !== undefined, close, [Symbol.asyncDispose]: close }
}

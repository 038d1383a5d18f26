import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { migrate } from '../db/migrate.ts'
import { makeRoom, refuseForeign, refuseNewerShape } from './accept.ts'
import type { Header, Manifest } from './contents.ts'
import { fillAll } from './fill-all.ts'
import { readHeader } from './read-export.ts'
import { advanceSequences } from './sequences.ts'
import { settleRestored } from './settle-restored.ts'
import { enterMaintenance, quoted } from './tables.ts'
import { readTar, type TarEntry } from './tar.ts'
import { TransferTrouble } from './trouble.ts'

export type ImportOptions = {
  now: Date
  /** Of the key that this desk has; null when it has none yet. */
  keyFingerprint: string | null
  /** Where the migrations are; given in tests of exports from older versions. */
  migrations?: string
  signal?: AbortSignal
}

export type Imported = { header: Header; tables: Manifest['tables']; toCheck: number }

/** COPY goes nowhere where row-level security is forced on the owner: lifted for this transaction, which is alone in here. */
const liftForcedSecurity = async (client: pg.ClientBase): Promise<() => Promise<void>> => {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity",
  )
  for (const { name } of rows) await client.query(`alter table ${quoted(name)} no force row level security`)
  return async () => {
    for (const { name } of rows) await client.query(`alter table ${quoted(name)} force row level security`)
  }
}

const importWithin = async (
  client: pg.PoolClient,
  header: Header,
  entries: AsyncGenerator<TarEntry>,
  now: Date,
): Promise<Imported> => {
  await client.query('begin')
  await enterMaintenance(client)
  const forceAgain = await liftForcedSecurity(client)
  await makeRoom(client)
  const tables = await fillAll(client, header, entries)
  await advanceSequences(client)
  const toCheck = await settleRestored(client, now)
  await forceAgain()
  await client.query('commit')
  return { header, tables, toCheck }
}

const explain = (error: unknown): unknown => {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof SyntaxError || ['Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(code ?? '')) {
    return new TransferTrouble('damaged', `The file is damaged or no export of Vigie (${message}).`, { cause: error })
  }
  return error
}

/**
 * Fills an empty desk from an export of this or any earlier version: the database is brought to the shape of the export, filled in one
 * transaction, and then brought to today's.
 */
export const importDesk = async (owner: pg.Pool, path: string, options: ImportOptions): Promise<Imported> => {
  const source = createReadStream(path)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  const interrupt = (): void => {
    source.destroy(new TransferTrouble('interrupted', 'The import was interrupted. The desk is empty, as before.'))
  }
  options.signal?.addEventListener('abort', interrupt)
  const entries = readTar(source.pipe(gunzip) as AsyncIterable<Buffer>)
  const folder = options.migrations ? { folder: options.migrations } : {}
  try {
    const header = await readHeader(entries)
    await refuseForeign(header, options)
    await migrate(owner, { ...folder, upTo: header.migrations.length })
    await refuseNewerShape(owner, header)
    const client = await owner.connect()
    let imported: Imported
    try {
      imported = await importWithin(client, header, entries, options.now)
      client.release()
    } catch (error) {
      // Closing the connection undoes the transaction, in the middle of a COPY too.
      client.release(true)
      throw error
    }
    await migrate(owner, folder)
    await owner.query('analyze')
    return imported
  } catch (error) {
    throw explain(error)
  } finally {
    options.signal?.removeEventListener('abort', interrupt)
    source.destroy()
    gunzip.destroy()
  }
}

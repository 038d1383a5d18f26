import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { migrate } from '../db/migrate.ts'
import { readMigrations } from '../db/migrations.ts'
import {
  format,
  type Header,
  headerName,
  headerSchema,
  type Manifest,
  manifestName,
  manifestSchema,
} from './contents.ts'
import { type Filling, fillTable } from './fill-table.ts'
import { advanceSequences } from './sequences.ts'
import { settleRestored } from './settle-restored.ts'
import { enterMaintenance, listTables, quoted } from './tables.ts'
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

const jsonLimit = 4 * 1024 * 1024

const readJson = async (entry: TarEntry | undefined, wanted: string): Promise<unknown> => {
  if (entry?.name !== wanted || entry.size > jsonLimit) {
    throw new TransferTrouble('not-an-export', 'This file is no export of Vigie.')
  }
  const chunks: Buffer[] = []
  for await (const chunk of entry.body) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

const nextEntry = async (entries: AsyncGenerator<TarEntry>): Promise<TarEntry | undefined> => {
  const next = await entries.next()
  return next.done ? undefined : next.value
}

const readHeader = async (entries: AsyncGenerator<TarEntry>): Promise<Header> => {
  const read = headerSchema.safeParse(await readJson(await nextEntry(entries), headerName))
  if (read.success && read.data.format === format) return read.data
  throw new TransferTrouble(
    'newer-export',
    'This export was written in another format than this version of Vigie reads. Use a newer one.',
  )
}

const refuseForeign = async (header: Header, options: ImportOptions): Promise<void> => {
  const known = await readMigrations(options.migrations)
  if (header.migrations.length > known.length) {
    throw new TransferTrouble(
      'newer-export',
      `This export was written by a newer Vigie (${header.vigie}). Import it with that version.`,
    )
  }
  if (header.migrations.some(({ sha256 }, index) => known[index]?.sha256 !== sha256)) {
    throw new TransferTrouble(
      'other-history',
      'This export comes from a Vigie with other migrations than this one. Use the same Vigie.',
    )
  }
  const { keyFingerprint } = header
  if (keyFingerprint && options.keyFingerprint && keyFingerprint !== options.keyFingerprint) {
    throw new TransferTrouble(
      'other-key',
      `The channel tokens of this export are sealed with the key ${keyFingerprint}, and this desk has the key ${options.keyFingerprint}. ` +
        'Put the key file of the exported desk in its place (VIGIE_KEY_FILE), and import again.',
    )
  }
}

const refuseNewerShape = async (owner: pg.Pool, header: Header): Promise<void> => {
  const { rows } = await owner.query<{ count: number }>('select count(*)::integer as count from schema_migrations')
  if (rows[0]?.count === header.migrations.length) return
  throw new TransferTrouble(
    'not-empty',
    'This database already has a newer shape than the export, which needs to start from nothing. ' +
      'Import into a new data folder or database, before the first start of the desk.',
  )
}

/** What a desk writes by itself before anybody is in it. */
const maybeFull = ['installation', 'links', 'sessions']

const makeRoom = async (client: pg.ClientBase): Promise<void> => {
  const full: string[] = []
  for (const { name } of await listTables(client)) {
    if (maybeFull.includes(name)) continue
    const { rows } = await client.query(`select from ${quoted(name)} limit 1`)
    if (rows.length > 0) full.push(name)
  }
  if (full.length > 0) {
    throw new TransferTrouble(
      'not-empty',
      `This desk is not empty (${full.join(', ')}), and an import replaces nothing. Import into a new data folder or database.`,
    )
  }
  for (const name of maybeFull) await client.query(`delete from ${quoted(name)}`)
}

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

/** Pours each table in, and reads the manifest that must come last. */
const fillAll = async (
  client: pg.ClientBase,
  header: Header,
  entries: AsyncGenerator<TarEntry>,
): Promise<Manifest['tables']> => {
  const home = await listTables(client)
  const filled: Manifest['tables'] = {}
  let open: { name: string; filling: Filling } | undefined
  const finish = async (): Promise<void> => {
    if (open) filled[open.name] = await open.filling.finish()
    open = undefined
  }
  const begin = async (name: string): Promise<Filling> => {
    await finish()
    const shape = header.tables.find((table) => table.name === name)
    const known = home.find((table) => table.name === name)
    if (!shape || name in filled || !shape.columns.every((column) => known?.columns.includes(column))) {
      throw new TransferTrouble('damaged', `The export holds a table that does not belong there: ${name}.`)
    }
    return fillTable(client, shape)
  }
  for (let entry = await nextEntry(entries); entry; entry = await nextEntry(entries)) {
    if (entry.name === manifestName) {
      await finish()
      const manifest = manifestSchema.parse(await readJson(entry, manifestName))
      compare(header, manifest, filled)
      return filled
    }
    const name = entry.name.split('/')[0] ?? ''
    if (open?.name !== name) open = { name, filling: await begin(name) }
    for await (const chunk of entry.body) await open.filling.write(chunk)
  }
  throw new TransferTrouble('damaged', 'The export has no end: it was cut short. Take another copy of it.')
}

const nothing = { rows: 0, bytes: 0 }

const compare = (header: Header, manifest: Manifest, filled: Manifest['tables']): void => {
  for (const { name } of header.tables) {
    const wanted = manifest.tables[name]
    const found = filled[name]
    const same = found ? found.sha256 === wanted?.sha256 : wanted?.bytes === 0
    if (!same || (found ?? nothing).rows !== wanted?.rows) {
      throw new TransferTrouble(
        'damaged',
        `The export is damaged: the rows of ${name} are not those that were written.`,
      )
    }
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

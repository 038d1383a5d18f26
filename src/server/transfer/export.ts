import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { format, type Header, headerName, type Manifest, manifestName, type TableShape } from './contents.ts'
import { copyColumns, enterMaintenance, listTables } from './tables.ts'
import { tarEnd, tarEntry } from './tar.ts'
import { TransferTrouble } from './trouble.ts'

export type ExportOptions = {
  now: Date
  /** The version of Vigie that writes. */
  version: string
  /** Of the key that seals the channel tokens; the key itself is not in the file. */
  keyFingerprint: string | null
  signal?: AbortSignal
}

const pieceSize = 1024 * 1024

const asJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/** One table as COPY gives it, in pieces small enough to hold: a table of any size takes the memory of one. */
async function* exportTable(client: pg.ClientBase, shape: TableShape, manifest: Manifest, atMs: number) {
  const copy = client.query(copyTo(`copy ${copyColumns(shape)} to stdout`))
  const hash = createHash('sha256')
  let bytes = 0
  let held: Buffer[] = []
  let heldBytes = 0
  let pieces = 0
  const entry = (): Buffer => {
    pieces += 1
    const content = Buffer.concat(held)
    held = []
    heldBytes = 0
    return tarEntry(`${shape.name}/${String(pieces).padStart(6, '0')}.copy`, content, atMs)
  }
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes >= pieceSize) yield entry()
  }
  if (heldBytes > 0) yield entry()
  manifest.tables[shape.name] = { rows: copy.rowCount, bytes, sha256: hash.digest('hex') }
}

const readHeader = async (client: pg.ClientBase, options: ExportOptions): Promise<Header> => {
  const { rows: migrated } = await client.query(
    "select from pg_class where oid = to_regclass('public.schema_migrations')",
  )
  if (migrated.length === 0) {
    throw new TransferTrouble('nothing-there', 'There is no desk in this database yet, so nothing to export.')
  }
  const { rows: migrations } = await client.query<Header['migrations'][number]>(
    'select version, name, sha256 from schema_migrations order by version',
  )
  const { rows: servers } = await client.query<{ server_version: string }>('show server_version')
  return {
    format,
    vigie: options.version,
    exportedAt: options.now.toISOString(),
    postgres: servers[0]?.server_version ?? '',
    keyFingerprint: options.keyFingerprint,
    migrations,
    tables: await listTables(client),
  }
}

async function* exportAll(client: pg.ClientBase, options: ExportOptions, manifest: Manifest) {
  const header = await readHeader(client, options)
  const atMs = options.now.getTime()
  yield tarEntry(headerName, asJson(header), atMs)
  for (const shape of header.tables) yield* exportTable(client, shape, manifest, atMs)
  yield tarEntry(manifestName, asJson(manifest), atMs)
  yield tarEnd
}

const syncPath = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

const explainWriting = (path: string, error: unknown): unknown => {
  const { code, message } = error as NodeJS.ErrnoException
  if (!['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'].includes(code ?? '')) return error
  const advice =
    code === 'ENOSPC' || code === 'EDQUOT' ? 'The disk is full: make room, or choose another' : 'Choose another place'
  return new TransferTrouble(
    'cannot-write',
    `${path} cannot be written (${message}). ${advice}. Nothing was left there.`,
  )
}

/** Under its own name only when whole and on the disk: an export that was cut short is never taken for a backup. */
const writeWhole = async (path: string, source: AsyncIterable<Buffer>, signal?: AbortSignal): Promise<void> => {
  const partial = `${path}.partial`
  try {
    const file = createWriteStream(partial, { mode: 0o600 })
    await pipeline(Readable.from(source), createGzip({ level: 6 }), file, signal ? { signal } : {})
    await syncPath(partial)
    await rename(partial, path)
    await syncPath(dirname(path))
  } catch (error) {
    await rm(partial, { force: true })
    if (signal?.aborted) throw new TransferTrouble('interrupted', 'The export was interrupted, and its file removed.')
    throw explainWriting(path, error)
  }
}

/** Writes the whole desk, as it is at one instant, into one file; the desk may go on meanwhile. */
export const exportDesk = async (owner: pg.Pool, path: string, options: ExportOptions): Promise<Manifest> => {
  if (existsSync(path)) {
    throw new TransferTrouble(
      'file-exists',
      `${path} is already there, and an export overwrites nothing. Choose another name.`,
    )
  }
  const manifest: Manifest = { tables: {} }
  const client = await owner.connect()
  let whole = false
  try {
    await client.query('begin isolation level repeatable read read only')
    await enterMaintenance(client)
    await writeWhole(path, exportAll(client, options, manifest), options.signal)
    await client.query('commit')
    whole = true
    return manifest
  } finally {
    client.release(!whole)
  }
}

import type pg from 'pg'
import { readMigrations } from '../db/migrations.ts'
import type { Header } from './contents.ts'
import { listTables, quoted } from './tables.ts'
import { TransferTrouble } from './trouble.ts'

type Home = { migrations?: string; keyFingerprint: string | null }

/** Only what this version of Vigie, with this key, can make use of. */
export const refuseForeign = async (header: Header, home: Home): Promise<void> => {
  const known = await readMigrations(home.migrations)
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
  if (keyFingerprint && home.keyFingerprint && keyFingerprint !== home.keyFingerprint) {
    throw new TransferTrouble(
      'other-key',
      `The channel tokens of this export are sealed with the key ${keyFingerprint}, and this desk has the key ${home.keyFingerprint}. ` +
        'Put the key file of the exported desk in its place (VIGIE_KEY_FILE), and import again.',
    )
  }
}

export const refuseNewerShape = async (owner: pg.Pool, header: Header): Promise<void> => {
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

/** An import fills an empty desk, and replaces nothing. */
export const makeRoom = async (client: pg.ClientBase): Promise<void> => {
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

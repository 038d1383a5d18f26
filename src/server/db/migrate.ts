import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { MigrationTrouble } from './migration-trouble.ts'
import { type Migration, readMigrations } from './migrations.ts'

type Applied = { version: number; name: string; sha256: string }

/** Held for the session: two Vigies that start together migrate one after the other. */
const lock = 1_986_620_262

/** Roles belong to the whole cluster, and two databases of it that migrate at once may meet there: PostgreSQL says so in these ways. */
const isMeeting = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return (
    code === '23505' || code === '42710' || (code === 'XX000' && /concurrently updated|deleted/.test(message ?? ''))
  )
}

const readApplied = async (client: pg.ClientBase): Promise<Applied[]> => {
  await client.query(`create table if not exists schema_migrations (
    version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<Applied>('select version, name, sha256 from schema_migrations order by version')
  return rows
}

/** A database goes forward only, along the very files that it has already followed. */
const refuseForeign = (applied: readonly Applied[], known: readonly Migration[]): void => {
  const newest = applied.at(-1)
  if (newest && newest.version > known.length) {
    throw new MigrationTrouble(
      'newer-database',
      `The database was migrated to ${newest.name} by a newer Vigie, and this one knows ${known.length} migrations. ` +
        'Start the newer version, or restore an export of this one into an empty database.',
    )
  }
  for (const { version, name, sha256 } of applied) {
    const file = known[version - 1]
    if (file?.sha256 === sha256) continue
    throw new MigrationTrouble(
      'edited-migration',
      `Migration ${file?.name ?? name} is not the one that this database applied (${name}). ` +
        'Put the file back as it was released, and write the change as a new migration.',
    )
  }
}

const applyOnce = async (client: pg.ClientBase, migration: Migration): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migrations (version, name, sha256) values ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const apply = async (client: pg.ClientBase, migration: Migration): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await applyOnce(client, migration)
    } catch (error) {
      if (attempt < 5 && isMeeting(error)) {
        await wait(attempt * 50)
        continue
      }
      const { message, position } = error as { message: string; position?: string }
      const line = position && migration.sql.slice(0, Number(position)).split('\n').length
      throw new MigrationTrouble(
        'migration-failed',
        `Migration ${migration.name} failed${line ? ` at line ${line}` : ''}: ${message}. The database is as it was before it.`,
        { cause: error },
      )
    }
  }
}

export type MigrateOptions = { folder?: string; upTo?: number }

/** Brings the database to the newest shape, each file in a transaction of its own; returns the names of those applied now. */
export const migrate = async (owner: pg.Pool, { folder, upTo = Infinity }: MigrateOptions = {}): Promise<string[]> => {
  const known = await readMigrations(folder)
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const applied = await readApplied(client)
    refuseForeign(applied, known)
    const due = known.filter(({ version }) => version > applied.length && version <= upTo)
    for (const migration of due) await apply(client, migration)
    await client.query('select pg_advisory_unlock($1)', [lock])
    client.release()
    return due.map(({ name }) => name)
  } catch (error) {
    // Closing the connection lets go of the lock whatever state it is in.
    client.release(true)
    throw error
  }
}

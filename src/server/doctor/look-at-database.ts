import { sql } from 'kysely'
import type { Database } from '#server/db/database.ts'
import { readMigrations } from '#server/db/migrations.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const OLDEST_MAJOR = 15
const MOST_DRIFT_MS = 5_000

export interface DatabaseLook {
  findings: Finding[]
  /** Whether the tables are there and of the shape that this version knows. */
  usable: boolean
}

const one = async <T extends object>(db: Database, text: string): Promise<T | undefined> =>
  (await db.owner.query<T>(text)).rows[0]

const lookAtMigrations = async (db: Database): Promise<DatabaseLook> => {
  const known = await readMigrations()
  const there = await one<{ found: boolean }>(db, "select to_regclass('schema_migrations') is not null as found")
  const { rows } = there?.found
    ? await db.owner.query<{ sha256: string }>('select sha256 from schema_migrations order by version')
    : { rows: [] }
  const pending = known.slice(rows.length).map(({ name }) => name)
  if (rows.length > known.length)
    return {
      findings: [fail('migrations', 'the database was migrated by a newer Vigie', 'Run the newer version.')],
      usable: false,
    }
  if (rows.some(({ sha256 }, i) => known[i]?.sha256 !== sha256))
    return {
      findings: [
        fail('migrations', 'a migration differs from the one that was applied', 'Put its file back as released.'),
      ],
      usable: false,
    }
  return pending.length > 0
    ? {
        findings: [warn('migrations', `pending: ${pending.join(', ')}`, 'Start the desk, or run: vigie migrate')],
        usable: false,
      }
    : { findings: [ok('migrations', `${known.length} applied`)], usable: true }
}

/**
 * Row-level security holds only if every table of a brand has it, forced (but on `messages`, which one function of its owner searches),
 * and if the two doors cannot step around it.
 */
const lookAtIsolation = async (db: Database): Promise<Finding> => {
  const { rows: open } = await db.owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('memberships', 'links')
      and not (c.relrowsecurity and (c.relforcerowsecurity or c.relname = 'messages'))`)
  const { rows: strong } = await db.owner.query<{ name: string }>(`
    select rolname as name from pg_roles where rolname in ('vigie_app', 'vigie_worker')
      and (rolsuper or rolbypassrls or exists (select from pg_class where relowner = pg_roles.oid))`)
  const app = await sql<{ name: string }>`select current_user as name`.execute(db.app)
  const todo = 'Restore the roles and policies of db/migrations: one brand could read another.'
  if (open.length > 0)
    return fail('isolation', `not isolated by brand: ${open.map(({ name }) => name).join(', ')}`, todo)
  if (strong.length > 0)
    return fail('isolation', `can step around isolation: ${strong.map(({ name }) => name).join(', ')}`, todo)
  if (app.rows[0]?.name !== 'vigie_app')
    return fail('isolation', `pages are served as ${app.rows[0]?.name}, and not as vigie_app`, todo)
  return ok('isolation', 'row-level security on every table of a brand; the desk’s roles own nothing')
}

const lookAtDurability = async (db: Database): Promise<Finding> => {
  const set = await one<{ fsync: string; commit: string; pages: string }>(
    db,
    "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages",
  )
  const lost = set?.fsync !== 'on' || set.pages !== 'on' || set.commit === 'off'
  const said = `fsync ${set?.fsync}, synchronous_commit ${set?.commit}, full_page_writes ${set?.pages}`
  return lost
    ? fail('durability', said, 'Turn them on in postgresql.conf: what the desk says it has kept could be lost.')
    : ok('durability', said)
}

const lookAtClock = async (db: Database): Promise<Finding> => {
  const asked = Date.now()
  const there = await one<{ now: string }>(
    db,
    'select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now',
  )
  const drift = Math.round(Number(there?.now) - (asked + Date.now()) / 2)
  const said = `${Math.abs(drift)} ms ${drift < 0 ? 'behind' : 'ahead'}`
  return Math.abs(drift) > MOST_DRIFT_MS
    ? fail(
        'clock',
        `the database’s clock is ${said}`,
        'Set both machines by NTP: deadlines and leases compare their clocks.',
      )
    : ok('clock', `the database’s clock is ${said}`)
}

/** The database: that it answers, in which version and shape, how it isolates, keeps and tells the time. */
export const lookAtDatabase = async (db: Database): Promise<DatabaseLook> => {
  const version = await one<{ number: string; text: string }>(
    db,
    "select current_setting('server_version_num') as number, current_setting('server_version') as text",
  )
  const major = Math.floor(Number(version?.number) / 10_000)
  const found =
    major >= OLDEST_MAJOR
      ? ok('database', `PostgreSQL ${version?.text}`)
      : fail('database', `PostgreSQL ${version?.text}`, `Vigie needs PostgreSQL ${OLDEST_MAJOR} or newer.`)
  const migrations = await lookAtMigrations(db)
  return {
    findings: [
      found,
      ...migrations.findings,
      ...(migrations.usable ? [await lookAtIsolation(db)] : []),
      await lookAtDurability(db),
      await lookAtClock(db),
    ],
    usable: migrations.usable,
  }
}

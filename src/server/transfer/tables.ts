import type pg from 'pg'
import type { TableShape } from './contents.ts'
import { TransferTrouble } from './trouble.ts'

/**
 * What does not travel. Sessions and one-time links: a copy of an older day would give back what was since used or revoked. What
 * crashes may lose (unlogged tables) is left out by its nature, and the list of migrations is in the header.
 */
const atHome = ['schema_migrations', 'sessions', 'links', 'passkey_challenges']

/** Columns that the database computes, or that count the transactions of one cluster and mean nothing in another, are left out. */
const shapesQuery = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  group by c.relname order by c.relname`

const referencesQuery = `
  select conrelid::regclass::text as name, confrelid::regclass::text as target
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`

type Reference = { name: string; target: string }

/** A table after all that it refers to. */
const inOrder = (shapes: readonly TableShape[], references: readonly Reference[]): TableShape[] => {
  const ordered: TableShape[] = []
  const waiting = new Map(shapes.map((shape) => [shape.name, shape]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ name }) => !references.some((reference) => reference.name === name && waiting.has(reference.target)),
    )
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const shape of ready) waiting.delete(shape.name)
    ordered.push(...ready)
  }
  return ordered
}

/** The tables that travel, in the order in which they can be filled. */
export const listTables = async (client: pg.ClientBase): Promise<TableShape[]> => {
  const { rows: shapes } = await client.query<TableShape>(shapesQuery)
  const { rows: references } = await client.query<Reference>(referencesQuery)
  return inOrder(
    shapes.filter(({ name }) => !atHome.includes(name)),
    references,
  )
}

/** Row-level security shows the owner everything in maintenance, and anybody else nothing: that must not look like an empty desk. */
export const enterMaintenance = async (client: pg.ClientBase): Promise<void> => {
  await client.query("select set_config('app.maintenance', 'on', true)")
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_roles me on me.rolname = current_user
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and not (me.rolsuper or me.rolbypassrls)
      and not (c.relowner = me.oid and (not c.relforcerowsecurity or exists (
        select from pg_policy p where p.polrelid = c.oid and p.polname = 'maintenance' and me.oid = any (p.polroles))))`)
  if (rows.length === 0) return
  throw new TransferTrouble(
    'not-the-owner',
    `This account may not read all of ${rows.map(({ name }) => name).join(', ')}. Use in DATABASE_URL the account that migrated the database.`,
  )
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const copyColumns = ({ name, columns }: TableShape): string =>
  `${quoted(name)} (${columns.map(quoted).join(', ')})`

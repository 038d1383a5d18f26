import type pg from 'pg'
import { quoted } from './tables.ts'

/** Counters go on after the greatest number that came in. */
export const advanceSequences = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ sequence: string; name: string; column: string }>(`
    select s.oid::regclass::text as sequence, t.relname as name, a.attname as column
    from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i') and d.refclassid = 'pg_class'::regclass
      join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and t.relnamespace = 'public'::regnamespace`)
  for (const { sequence, name, column } of rows) {
    const greatest = `(select max(${quoted(column)}) from ${quoted(name)})`
    await client.query(`select setval($1::regclass, coalesce(${greatest}, 1), ${greatest} is not null)`, [sequence])
  }
}

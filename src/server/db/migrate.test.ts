import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import type pg from 'pg'
import { emptyDatabase } from '#test/database.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'

let root = ''
let folder = ''
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'vigie-migrate-'))
})
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'db-'))
})
after(() => rm(root, { recursive: true, force: true }))

const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql)

/** The shape of the whole database: columns, constraints, indexes, policies, triggers, functions, grants. */
const readShape = async (owner: pg.Pool): Promise<string[]> => {
  const { rows } = await owner.query<{ line: string }>(`
    select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public'
    union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select format('%s %s %s %s %s', tablename, policyname, cmd, qual, with_check) from pg_policies
    union all select format('%s %s %s', relname, relrowsecurity, relforcerowsecurity) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    union all select format('%s %s', tgrelid::regclass, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all select format('%s %s', proname, prosrc) from pg_proc where pronamespace = 'public'::regnamespace
    union all select format('%s %s %s', table_name, grantee, privilege_type) from information_schema.role_table_grants where table_schema = 'public'
    order by 1`)
  return rows.map(({ line }) => line)
}

/** Every state that a desk may still be in; of the oldest, one in four stands for its neighbours. */
const earlierStates = (newest: number): number[] =>
  Array.from({ length: newest + 1 }, (_, state) => state).filter((state) => state % 4 === 0 || state > newest - 5)

test('every earlier state of the database arrives at the same shape', async () => {
  const newest = (await readMigrations()).length
  assert.ok(newest > 0)
  await using straight = await emptyDatabase()
  await migrate(straight.database.owner)
  const shape = await readShape(straight.database.owner)
  assert.ok(shape.length > 100)
  for (const earlier of earlierStates(newest)) {
    await using database = await emptyDatabase()
    await migrate(database.database.owner, { upTo: earlier })
    const applied = await migrate(database.database.owner)
    assert.equal(applied.length, newest - earlier)
    assert.deepEqual(await readShape(database.database.owner), shape, `from ${earlier}`)
    assert.deepEqual(await migrate(database.database.owner), [])
  }
})

test('an applied migration that was edited is refused by name', async () => {
  await using db = await emptyDatabase()
  await write('0001_flowers.sql', 'create table flowers (name text)')
  await migrate(db.database.owner, { folder })
  await write('0001_flowers.sql', 'create table flowers (name text not null)')
  await assert.rejects(migrate(db.database.owner, { folder }), {
    code: 'edited-migration',
    message: /0001_flowers\.sql/,
  })
})

test('a database that a newer Vigie migrated is refused, and left as it is', async () => {
  await using db = await emptyDatabase()
  await write('0001_flowers.sql', 'create table flowers (name text)')
  await write('0002_colours.sql', 'create table colours (name text)')
  await migrate(db.database.owner, { folder })
  await rm(join(folder, '0002_colours.sql'))
  await assert.rejects(migrate(db.database.owner, { folder }), { code: 'newer-database', message: /0002_colours\.sql/ })
})

test('a migration that fails leaves the database as it was before it, and says at which line', async () => {
  await using db = await emptyDatabase()
  await write('0001_flowers.sql', 'create table flowers (name text)')
  await write(
    '0002_broken.sql',
    "create table colours (name text);\ninsert into flowers values ('pivoine');\nselect wilted from flowers;\n",
  )
  await assert.rejects(migrate(db.database.owner, { folder }), {
    code: 'migration-failed',
    message: /0002_broken\.sql failed at line 3/,
  })
  const { rows } = await db.database.owner.query(
    "select to_regclass('colours') as colours, (select count(*) from flowers) as flowers",
  )
  assert.deepEqual(rows, [{ colours: null, flowers: 0 }])
  await write('0002_broken.sql', 'create table colours (name text)')
  assert.deepEqual(await migrate(db.database.owner, { folder }), ['0002_broken.sql'])
})

test('migrations are numbered without a gap', async () => {
  await write('0001_flowers.sql', '')
  await write('0003_colours.sql', '')
  await assert.rejects(readMigrations(folder), { code: 'badly-numbered' })
})

test('Vigies that start together on one database migrate it once', async () => {
  await using db = await emptyDatabase()
  const applied = await Promise.all([migrate(db.database.owner), migrate(db.database.owner)])
  assert.equal(applied.flat().length, (await readMigrations()).length)
})

test('databases of one cluster that migrate together do not fail over the roles they share', async () => {
  const role = `vigie_test_role_${process.pid}`
  // All of them look before any of them makes it.
  await write(
    '0001_role.sql',
    `do $$ begin
       if not exists (select from pg_roles where rolname = '${role}') then perform pg_sleep(0.3); create role ${role}; end if;
     end $$;`,
  )
  const databases = await Promise.all(Array.from({ length: 4 }, () => emptyDatabase()))
  try {
    const applied = await Promise.all(databases.map(({ database }) => migrate(database.owner, { folder })))
    assert.deepEqual(new Set(applied.map((names) => names.length)), new Set([1]))
    await databases[0]?.database.owner.query(`drop role ${role}`)
  } finally {
    await Promise.all(databases.map(({ close }) => close()))
  }
})

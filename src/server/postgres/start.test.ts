import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { startOther } from '#test/other-vigie.ts'
import { chooseAccount, ownUid } from './account.ts'
import { findPostmaster } from './postmaster-pid.ts'
import { runAs } from './run-as.ts'
import { stopServer } from './run-server.ts'
import { startPostgres } from './start.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-start-'))
})
after(async () => {
  const left = await serverPid()
  if (left) await stopServer(left, cluster())
  await rm(folder, { recursive: true, force: true })
})

const ask = async <T extends object>(url: string, sql: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const cluster = (): string => join(folder, 'postgres/cluster')
const serverPid = async (): Promise<number | undefined> => (await findPostmaster(cluster()))?.pid

test('two desks on one folder: the second is refused by name, a tool may come beside, the last to leave stops the server', async () => {
  // A start that was cut short long ago left a half-made cluster.
  const half = join(folder, 'postgres/cluster.tmp-999999999-x')
  await mkdir(join(half, 'base'), { recursive: true })
  await runAs(undefined, 'chown', ['-R', String((await chooseAccount(undefined))?.uid ?? ownUid()), half])
  await using desk = await startOther(folder, 'alone')
  const { url = '' } = desk.said
  assert.match(url, /^postgres:/)
  assert.deepEqual((await readdir(join(folder, 'postgres'))).sort(), ['cluster', 'log', 'run'])
  await using second = await startOther(folder, 'alone')
  assert.equal(second.said.code, 'locked-by-another')
  assert.match(second.said.message ?? '', new RegExp(`process ${desk.pid}`))
  const tool = await startPostgres({ folder, alone: false })
  assert.equal(tool.url, url)
  const pid = await serverPid()
  await desk.leave()
  assert.equal(await serverPid(), pid)
  await tool.close()
  assert.equal(await serverPid(), undefined)
  assert.equal(existsSync(join(cluster(), 'postmaster.pid')), false)
})

test('the server is durable, speaks French, listens on no network, and is no superuser of its desk', async () => {
  await using postgres = await startPostgres({ folder, alone: true })
  const [settings] = await ask(
    postgres.url,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('listen_addresses') as network, current_setting('server_encoding') as encoding,
            (select rolsuper from pg_roles where rolname = current_user) as super`,
  )
  assert.deepEqual(settings, { fsync: 'on', commit: 'on', network: '', encoding: 'UTF8', super: false })
  const sorted = await ask<{ word: string }>(
    postgres.url,
    "select word from unnest(array['zèbre', 'côté', 'eau', 'Été', 'cote', 'côte']) word order by word",
  )
  assert.deepEqual(
    sorted.map(({ word }) => word),
    ['cote', 'côte', 'côté', 'eau', 'Été', 'zèbre'],
  )
  const [folded] = await ask(postgres.url, "select lower('ÉTÉ') as lower")
  assert.deepEqual(folded, { lower: 'été' })
})

test('the log says what failed, and never the words of a row', async () => {
  {
    await using postgres = await startPostgres({ folder, alone: true })
    await ask(postgres.url, 'create table letters (line text primary key)')
    await ask(postgres.url, "insert into letters values ('Camille est furieuse')")
    await assert.rejects(ask(postgres.url, "insert into letters values ('Camille est furieuse')"), { code: '23505' })
  }
  const logs = await readdir(join(folder, 'postgres/log'))
  const text = (await Promise.all(logs.map((name) => readFile(join(folder, 'postgres/log', name), 'utf8')))).join('')
  assert.match(text, /duplicate key value violates unique constraint "letters_pkey"/)
  assert.doesNotMatch(text, /furieuse/)
})

test('a killed Vigie leaves its server, which the next one adopts with every row, and stops in its turn', async () => {
  await using killed = await startOther(folder, 'alone')
  await ask(killed.said.url ?? '', 'create table kept (n integer)')
  await ask(killed.said.url ?? '', 'insert into kept values (7)')
  const pid = await serverPid()
  await killed.kill()
  assert.equal(await serverPid(), pid)
  {
    await using postgres = await startPostgres({ folder, alone: true })
    assert.equal(await serverPid(), pid)
    assert.deepEqual(await ask(postgres.url, 'select n from kept'), [{ n: 7 }])
  }
  assert.equal(await serverPid(), undefined)
})

test('a killed server is brought back under a living Vigie, at the same address and with what was committed', async () => {
  const events: string[] = []
  const back = Promise.withResolvers<void>()
  await using postgres = await startPostgres({
    folder,
    alone: true,
    report: ({ name }) => {
      events.push(name)
      if (name === 'postgres.back') back.resolve()
    },
  })
  await ask(postgres.url, 'create table survived (n integer)')
  await ask(postgres.url, 'insert into survived select generate_series(1, 100)')
  const pid = await serverPid()
  process.kill(pid ?? 0, 'SIGKILL')
  await back.promise
  assert.notEqual(await serverPid(), pid)
  assert.deepEqual(await ask(postgres.url, 'select count(*)::integer from survived'), [{ count: 100 }])
  assert.equal(events[0], 'postgres.lost')
  await using second = await startOther(folder, 'alone')
  assert.equal(second.said.code, 'locked-by-another')
})

test('Vigie and its server both killed: the next start recovers', async () => {
  await using killed = await startOther(folder, 'alone')
  await ask(killed.said.url ?? '', 'create table recovered as select 1 as n')
  const pid = await serverPid()
  await killed.kill()
  process.kill(pid ?? 0, 'SIGKILL')
  await using postgres = await startPostgres({ folder, alone: true })
  assert.deepEqual(await ask(postgres.url, 'select n from recovered'), [{ n: 1 }])
})

test('several processes that start at once on a stopped folder share one server', async () => {
  await using stack = new AsyncDisposableStack()
  const all = await Promise.all(Array.from({ length: 4 }, () => startOther(folder, 'beside')))
  for (const other of all) stack.use(other)
  for (const { said } of all) assert.deepEqual(said, { url: all[0]?.said.url })
  assert.match(all[0]?.said.url ?? '', /^postgres:/)
  await Promise.all(all.map((other) => other.leave()))
  assert.equal(await serverPid(), undefined)
})

test('a process that ends without closing does not leave the server behind', async () => {
  const script = join(import.meta.dirname, 'start.ts')
  const program = join(folder, 'careless.ts')
  await writeFile(
    program,
    `import { runAs } from './run-as.ts'
import { stopServer } from './run-server.ts'
import { startPostgres } from ${JSON.stringify(script)}
     const { url } = await startPostgres({ folder: process.argv[2], alone: true })
     console.log(JSON.stringify({ url }))
     process.exit(0)`,
  )
  await using careless = await startOther(folder, 'alone', undefined, program)
  await careless.leave()
  while ((await serverPid()) !== undefined) await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(existsSync(join(cluster(), 'postmaster.pid')), false)
})

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { emptyDatabase, testDatabase } from '#test/database.ts'
import { fillDesk } from '#test/full-desk.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-cli-'))
})
after(() => rm(folder, { recursive: true, force: true }))

type Said = { code: number; out: string; err: string }

const vigie = (args: string[], variables: NodeJS.ProcessEnv = {}): Promise<Said> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, VIGIE_KEY_FILE: join(folder, 'key'), ...variables }
    execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    )
  })

test('an unknown command shows the list, and a path is none', async () => {
  const unknown = await vigie(['nettoyer'])
  assert.equal(unknown.code, 2)
  assert.match(unknown.err, /no command "nettoyer"/)
  for (const name of ['migrate', 'export', 'import', 'postgres'])
    assert.match(unknown.err, new RegExp(`^  ${name} +\\w`, 'm'))
  assert.equal((await vigie(['help'])).code, 0)
  assert.equal((await vigie(['../../../etc/passwd'])).code, 2)
})

test('a bad configuration is said in one line that names the variable, without a stack', async () => {
  const { code, err } = await vigie(['migrate'], { PORT: 'http' })
  assert.equal(code, 1)
  assert.match(err, /PORT: must be a number/)
  assert.doesNotMatch(err, /\bat /)
})

test('a desk goes out by one command and comes in by another', async () => {
  await using home = await testDatabase()
  await using there = await emptyDatabase()
  await fillDesk(home.database)
  const key = Buffer.alloc(32, 7).toString('base64')
  await writeFile(join(folder, 'key'), `${key}\n`, { mode: 0o400 })
  const file = join(folder, 'desk.tar.gz')
  const out = await vigie(['export', file], { DATABASE_URL: home.url })
  assert.equal(out.code, 0, out.err)
  assert.match(out.out, /12 messages/)
  assert.match(out.out, /keep a copy of .*key apart/)
  const into = await vigie(['import', file], { DATABASE_URL: there.url, VIGIE_KEY_FILE: join(folder, 'no-key') })
  assert.equal(into.code, 0, into.err)
  assert.match(into.out, /8 replies were on the way out/)
  assert.match(into.out, /Before the start, put the key [0-9a-f]{16} of the exported desk at .*no-key/)
  const again = await vigie(['import', file], { DATABASE_URL: there.url })
  assert.equal(again.code, 1)
  assert.match(again.err, /not empty/)
})

test('used wrongly, a command shows how it is used', async () => {
  const { code, err } = await vigie(['export'])
  assert.equal(code, 2)
  assert.match(err, /usage: vigie export FILE/)
})

test('an export to where nothing can be written says so', async () => {
  await using home = await testDatabase()
  const { code, err } = await vigie(['export', join(folder, 'nowhere/desk.tar.gz')], { DATABASE_URL: home.url })
  assert.equal(code, 1)
  assert.match(err, /cannot be written .* Choose another place/)
})

import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, mkdtemp, readlink, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { startOther } from '#test/other-vigie.ts'
import { chooseAccount, findAccount } from './account.ts'
import { runAs } from './run-as.ts'
import { startPostgres } from './start.ts'

const isRoot = process.geteuid?.() === 0
const skip = isRoot ? false : 'SKIPPED: only root can take the place of several accounts'
/** Another account cannot run what lies in a home that is closed to it: neither these tests' own program nor their Node. */
const isClosed = (path: string): boolean =>
  (statSync(path).mode & 0o001) === 0 || (path !== '/' && isClosed(dirname(path)))
const skipClosed =
  skip || (isClosed(import.meta.dirname) && 'SKIPPED: this checkout lies where other accounts may not enter')
const nobody = { uid: 65_534, gid: 65_534 }

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-accounts-'))
  await chmod(folder, 0o755)
})
after(() => rm(folder, { recursive: true, force: true }))

test('root lends PostgreSQL an account of little power, and anybody else runs it as themselves', async () => {
  const account = await chooseAccount(undefined)
  if (isRoot) assert.match(account?.name ?? '', /^(postgres|nobody)$/)
  else assert.equal(account, undefined)
})

test('an ordinary user has a desk; root opens the same one as that user, and gives it back', {
  skip: skipClosed,
}, async () => {
  const data = join(folder, 'ordinary')
  await mkdir(data)
  await chown(data, nobody.uid, nobody.gid)
  await using ordinary = await startOther(data, 'alone', nobody)
  assert.match(ordinary.said.url ?? ordinary.said.message ?? '', /^postgres:/)
  await ordinary.leave()
  const postgres = await startPostgres({ folder: data, alone: true })
  await postgres.close()
  assert.equal((await stat(join(data, 'postgres/cluster/PG_VERSION'))).uid, nobody.uid)
  await using again = await startOther(data, 'alone', nobody)
  assert.match(again.said.url ?? again.said.message ?? '', /^postgres:/)
  await again.leave()
})

test("a desk of root's is refused to an ordinary user, with the owner's name and the command that gives it", {
  skip: skipClosed,
}, async () => {
  const data = join(folder, 'of-root')
  const postgres = await startPostgres({ folder: data, alone: true })
  await postgres.close()
  const { said } = await startOther(data, 'alone', nobody)
  assert.equal(said.code, 'wrong-owner')
  const owner = await findAccount((await stat(join(data, 'postgres'))).uid)
  assert.match(said.message ?? '', new RegExp(`belongs to ${owner?.name}.*chown -R`))
})

test('a data folder that may not be made is said to be so', { skip: skipClosed }, async () => {
  const closed = join(folder, 'closed')
  await mkdir(closed, { mode: 0o755 })
  assert.equal((await startOther(join(closed, 'data'), 'alone', nobody)).said.code, 'folder-unreadable')
  await chmod(closed, 0o700)
  assert.equal((await startOther(join(closed, 'data'), 'alone', nobody)).said.code, 'folder-unreadable')
})

test('a cluster that came back from a backup as root is given to its account', { skip }, async () => {
  const data = join(folder, 'restored')
  await (await startPostgres({ folder: data, alone: true })).close()
  await runAs(undefined, 'chown', ['-R', '0:0', join(data, 'postgres')])
  await (await startPostgres({ folder: data, alone: true })).close()
  assert.notEqual((await stat(join(data, 'postgres/cluster/PG_VERSION'))).uid, 0)
})

test('below a home that only root may enter, the server lives in /var/lib/vigie, where a link leads', {
  skip,
}, async () => {
  const home = join(folder, 'home-of-root')
  await mkdir(home, { mode: 0o700 })
  const data = join(home, 'data')
  await (await startPostgres({ folder: data, alone: true })).close()
  const link = join(data, 'postgres')
  assert.ok((await lstat(link)).isSymbolicLink())
  const outside = await readlink(link)
  try {
    assert.match(outside, /^\/var\/lib\/vigie\/data-[0-9a-f]{12}$/)
    await (await startPostgres({ folder: data, alone: true })).close()
    assert.equal((await stat(home)).mode & 0o777, 0o700)
  } finally {
    await rm(outside, { recursive: true })
  }
  await assert.rejects(startPostgres({ folder: data, alone: true }), { code: 'folder-unreadable' })
})

test('a data folder of mode 700 may be crossed, and still not be listed, by the account of the server', {
  skip,
}, async () => {
  const data = join(folder, 'private')
  await mkdir(data, { mode: 0o700 })
  await (await startPostgres({ folder: data, alone: true })).close()
  assert.equal((await stat(data)).mode & 0o777, 0o711)
  assert.ok(existsSync(join(data, 'postgres/cluster/PG_VERSION')))
})

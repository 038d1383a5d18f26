import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { chooseAccount } from './account.ts'
import { hashOf } from './place.ts'
import { findPostmaster } from './postmaster-pid.ts'
import { runAs } from './run-as.ts'
import { runServer, stopServer } from './run-server.ts'
import { type EmbeddedPostgres, prepare, startPostgres } from './start.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-trouble-'))
  await startAndStop()
})
after(() => rm(folder, { recursive: true, force: true }))

const start = (where = folder): Promise<EmbeddedPostgres> => startPostgres({ folder: where, alone: true })
const startAndStop = async (where = folder): Promise<void> => (await start(where)).close()
const inCluster = (name: string): string => join(folder, 'postgres/cluster', name)

test('data of another major version are refused with the way to move them', async () => {
  const version = await readFile(inCluster('PG_VERSION'), 'utf8')
  await writeFile(inCluster('PG_VERSION'), '14\n')
  await assert.rejects(start(), (error: { code?: string; message?: string }) => {
    assert.equal(error.code, 'wrong-major')
    assert.match(error.message ?? '', /PostgreSQL 14.*vigie export.*vigie import/s)
    return true
  })
  await writeFile(inCluster('PG_VERSION'), version)
  await startAndStop()
})

test('a folder that holds something else is not touched', async () => {
  const other = await mkdtemp(join(tmpdir(), 'vigie-other-'))
  await mkdir(join(other, 'postgres/cluster'), { recursive: true })
  await writeFile(join(other, 'postgres/cluster/photo.jpg'), 'a photograph')
  await assert.rejects(start(other), { code: 'folder-unreadable' })
  assert.deepEqual(await readdir(join(other, 'postgres/cluster')), ['photo.jpg'])
  await rm(other, { recursive: true })
})

test('a data folder that is a file, or a link to nowhere, is said to be so', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  await assert.rejects(start(join(file, 'data')), { code: 'folder-unreadable' })
  await assert.rejects(start(file), { code: 'folder-unreadable' })
})

test('the number of a dead server that another program was given does not hold up the start', async () => {
  const account = await chooseAccount(undefined)
  const sleeper = spawn('sleep', ['600'], account && { uid: account.uid, gid: account.gid })
  await once(sleeper, 'spawn')
  const stale = `${sleeper.pid}\n${inCluster('')}\n1770000000\n5432\n/nowhere\n\n  0  0\nready   \n`
  try {
    await writeFile(inCluster('postmaster.pid'), stale)
    await startAndStop()
    assert.equal(sleeper.exitCode, null)
  } finally {
    sleeper.kill()
    await rm(inCluster('postmaster.pid'), { force: true })
  }
})

test('the lock file that a full disk left empty does not hold up the start', async () => {
  await writeFile(inCluster('postmaster.pid'), '')
  await startAndStop()
})

test('a server that another start has just begun, its lock file still empty, is waited for', async () => {
  const account = await chooseAccount(undefined)
  const starting = spawn('sleep', ['1'], { cwd: inCluster(''), ...account })
  await once(starting, 'spawn')
  await writeFile(inCluster('postmaster.pid'), '')
  await startAndStop()
  assert.equal(starting.exitCode, 0)
})

test('a living server that cannot be reached where it says is neither doubled nor killed', async () => {
  const { place, binaries } = await prepare(folder, undefined)
  const { pid, socketFolder } = await runServer(place, binaries)
  await rm(join(socketFolder, '.s.PGSQL.5432'))
  await assert.rejects(runServer(place, binaries, {}, 0), (error: { code?: string; message?: string }) => {
    assert.equal(error.code, 'does-not-answer')
    assert.match(error.message ?? '', new RegExp(`kill -INT ${pid}`))
    return true
  })
  assert.equal((await findPostmaster(place.cluster))?.pid, pid)
  await stopServer(pid, place.cluster)
})

test('a data folder of a long name gets its socket in /tmp, in a folder that nobody else may have laid there', async () => {
  const long = await mkdtemp(join(tmpdir(), `vigie-${'l'.repeat(90)}-`))
  const home = join(long, 'postgres')
  const sockets = `/tmp/vigie-${hashOf(home)}`
  await mkdir(sockets, { mode: 0o777 })
  await chmod(sockets, 0o777)
  await assert.rejects(start(long), { code: 'socket-folder-taken' })
  await rm(sockets, { recursive: true })
  {
    await using postgres = await start(long)
    assert.match(decodeURIComponent(postgres.url), new RegExp(`host=${sockets}&`))
    assert.equal((await lstat(sockets)).mode & 0o777, 0o700)
  }
  await rm(sockets, { recursive: true })
  await rm(long, { recursive: true })
})

test('a folder with no PostgreSQL in it is said to have none', async () => {
  await assert.rejects(startPostgres({ folder, alone: true, binaries: '/usr/share' }), { code: 'binaries-missing' })
})

test('a start that is killed in the middle of the first creation leaves nothing that blocks the next', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'vigie-fresh-'))
  const program = join(import.meta.dirname, '../../../test/start-postgres.ts')
  const first = spawn(process.execPath, [program, fresh, 'alone'], { detached: true, stdio: 'ignore' })
  const ended = once(first, 'exit')
  const isHalf = async (): Promise<boolean> =>
    (await readdir(join(fresh, 'postgres')).catch(() => [])).some(
      (name) => name.includes('.tmp-') && existsSync(join(fresh, 'postgres', name, 'base')),
    )
  while (!(await isHalf())) await new Promise((resolve) => setTimeout(resolve, 2))
  process.kill(-(first.pid ?? 0), 'SIGKILL')
  await ended
  assert.equal(existsSync(join(fresh, 'postgres/cluster')), false)
  await startAndStop(fresh)
  assert.deepEqual((await readdir(join(fresh, 'postgres'))).sort(), ['cluster', 'log', 'run'])
  await rm(fresh, { recursive: true })
})

test('a full disk is said to be full, at the first start and at a later one, and no row is lost when there is room again', async (t) => {
  if (process.geteuid?.() !== 0) return t.skip('SKIPPED: only root can mount the small disk that this test fills')
  const disk = await mkdtemp(join(tmpdir(), 'vigie-disk-'))
  const mounted = await runAs(undefined, 'mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk])
  if (!mounted.ok) return t.skip(`SKIPPED: this machine lets nobody mount a disk (${mounted.failure})`)
  try {
    await assert.rejects(start(disk), { code: 'disk-full' })
    await runAs(undefined, 'mount', ['-o', 'remount,size=400m', disk])
    await startAndStop(disk)
    const ballast = join(disk, 'ballast')
    await runAs(undefined, 'dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'])
    await assert.rejects(start(disk), { code: 'disk-full' })
    await rm(ballast)
    await startAndStop(disk)
  } finally {
    const left = await findPostmaster(join(disk, 'postgres/cluster'))
    if (left) await stopServer(left.pid, join(disk, 'postgres/cluster'))
    await runAs(undefined, 'umount', [disk])
    await rm(disk, { recursive: true })
  }
})

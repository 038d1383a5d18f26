import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { blueskyServers } from './bluesky/servers.ts'
import { install } from './npm-folder.ts'
import { startTestServer, stopTestServer } from './postgres.ts'
import { provide, systemPostgres } from './provide.ts'
import { longestFirst, runInOrder } from './run-in-order.ts'
import { transformers } from './transformers/library.ts'

const root = join(import.meta.dirname, '..')
const say = (line: string): void => console.log(`\n── ${line}`)

const run = (program: string, args: string[]): void => {
  const { status, signal } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${program} ${args.slice(0, 3).join(' ')} ended with ${signal ?? status}`)
}

const testFiles = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  )

/** More than so many is no accident of a busy machine. */
const FEW = 3
const unsteady: string[] = []

/**
 * Runs them four at a time. Where a few files fail, those run once more, alone: what then passes is told at the end as unsteady, a fault of
 * the test or of the product that is to be mended; what fails again fails all.
 */
const runTests = async (files: string[]): Promise<void> => {
  if (files.length === 0) throw new Error('no test was found')
  const { well, failed } = await runInOrder(longestFirst(files), 4)
  if (well) return
  const names = failed.map((file) => relative(root, resolve(root, file)))
  // What failed without its file being known does not run again, and so has failed.
  if (failed.length === 0 || failed.length > FEW || names.some((name) => !files.includes(name)))
    throw new Error(`failed: ${names.join(', ')}`)
  say(`FAILED among the others, once more alone: ${names.join(', ')}`)
  const again = await runInOrder(names, 1)
  if (!again.well) throw new Error(`failed twice: ${names.join(', ')}`)
  unsteady.push(...names)
}

/** What stands on the database is tested on both; the rest is the same on either, and is tested once. */
const ON_A_DATABASE = ['src/server', 'test']
const ELSEWHERE = ['src/core', 'src/contract', 'src/connectors', 'src/web']
/**
 * What only looks at screens, at speed, at the guard, at a network or at the launcher asks nothing of a database: once is enough. The verbs
 * behind every screen are tested on both; of the journeys, the one that lives by locks, queues and look-ups is.
 */
const ASKS_NO_DATABASE =
  /^(?:src\/server\/postgres|test\/(?:web|bench|bluesky|email|drill|transformers|trust\/(?:parser|drill)|journeys\/(?!hard-day)))/

const buildPages = (): void => {
  say('Web')
  run('vite', ['build', 'src/web', '--logLevel', 'warn'])
}

/** A few files; those that look at screens look at the pages of today. */
const some = async (files: string[]): Promise<void> => {
  if (files.some((file) => /test\/(?:web|journeys)/.test(file))) buildPages()
  await runTests(files)
}

/** What one test file has compiled is there for the next one. */
const keepCompiled = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-compiled-'))
  process.env.NODE_COMPILE_CACHE = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

const everything = async (): Promise<void> => {
  keepCompiled()
  const missing = provide(say)
  for (const packages of [blueskyServers, transformers]) {
    const fault = await install(packages, say)
    if (fault !== null) missing.push(`${packages.what}: ${fault}`)
  }
  for (const what of missing) say(`MISSING ${what}: its tests are skipped, or fail where CI=true`)

  say('Style')
  run('biome', ['check', '.'])
  say('Types')
  run('tsc', ['-p', '.'])
  run('tsc', ['-p', 'src/web'])
  buildPages()
  say('Tests, on the embedded PostgreSQL')
  await runTests(testFiles(...ON_A_DATABASE, ...ELSEWHERE))
  await stopTestServer()

  const binaries = systemPostgres()
  if (binaries === null) {
    if (process.env.CI === 'true') throw new Error('no PostgreSQL of the system to test on')
    say('SKIPPED the tests on a PostgreSQL of the system: there is none')
    return
  }
  say(`Tests, on the PostgreSQL of ${binaries}`)
  process.env.TEST_DATABASE_URL = await startTestServer(binaries)
  try {
    const files = testFiles(...ON_A_DATABASE).filter((file) => !ASKS_NO_DATABASE.test(file))
    await runTests(files)
  } finally {
    await stopTestServer(binaries)
  }
}

const chosen = process.argv.slice(2)
try {
  if (chosen.length > 0) await some(chosen)
  else await everything()
  if (unsteady.length > 0) say(`UNSTEADY, to be mended: ${unsteady.join(', ')}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

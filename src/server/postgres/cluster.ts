import { existsSync } from 'node:fs'
import { lchown, mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, readClusterMajor } from './binaries.ts'
import type { Place } from './place.ts'
import { runAs } from './run-as.ts'
import { PostgresTrouble } from './trouble.ts'
import { findAbandoned, isFinished, unfinishedName } from './unfinished.ts'

/** Letters and accents beyond ASCII need a UTF-8 ctype; the name of one differs between systems. */
const locales = ['C.UTF-8', 'en_US.UTF-8', 'C']

const argumentsFor = (cluster: string, locale: string): string[] => [
  ...['--pgdata', cluster, '--username', 'postgres', '--encoding', 'UTF8', '--data-checksums'],
  ...['--locale', locale, '--lc-messages', 'C', '--locale-provider', 'icu', '--icu-locale', 'fr-FR'],
  ...['--auth-local', 'trust', '--auth-host', 'reject', '--no-instructions'],
]

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** As the account, which can then remove nothing but its own. */
const remove = async (place: Place, path: string): Promise<void> => {
  await runAs(place.account, 'rm', ['-rf', path])
}

const initialise = async (place: Place, { bin }: Binaries, into: string): Promise<void> => {
  for (const locale of locales) {
    const ran = await runAs(place.account, join(bin, 'initdb'), argumentsFor(into, locale))
    if (ran.ok) return
    const failure = ran.failure ?? ''
    if (failure.includes('invalid locale name') && locale !== locales.at(-1)) continue
    if (failure.includes('No space left on device')) {
      throw new PostgresTrouble(
        'disk-full',
        `The disk of ${place.home} is full: an empty desk needs about 60 MB. Make room on it.`,
      )
    }
    if (failure.includes('could not look up effective user ID')) {
      throw new PostgresTrouble(
        'no-account',
        'PostgreSQL needs an account with a name, and the one that runs Vigie has none in /etc/passwd. ' +
          'Add a line for it there, run Vigie as a named account, or set DATABASE_URL.',
      )
    }
    throw new PostgresTrouble('start-failed', `The database could not be created in ${place.cluster}: ${failure}`)
  }
}

/** Makes the cluster beside its final place and renames it when whole: an interrupted start leaves nothing that blocks the next. */
const create = async (place: Place, binaries: Binaries): Promise<void> => {
  const half = unfinishedName(place.cluster)
  try {
    await mkdir(half, { mode: 0o700 })
    if (place.account) await lchown(half, place.account.uid, place.account.gid)
    await initialise(place, binaries, half)
    await rename(half, place.cluster).catch((error: NodeJS.ErrnoException) => {
      // Another Vigie was faster: its cluster is as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
    await syncFolder(place.home)
  } finally {
    await remove(place, half)
    isFinished(half)
  }
}

/** Sees to it that a cluster is there and that these binaries can read it. */
export const prepareCluster = async (place: Place, binaries: Binaries): Promise<void> => {
  for (const half of await findAbandoned(place.cluster)) await remove(place, half)
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await create(place, binaries)
  const major = await readClusterMajor(place.cluster)
  if (major === undefined) {
    throw new PostgresTrouble(
      'folder-unreadable',
      `${place.cluster} holds something that is no PostgreSQL cluster. Move it away, and Vigie begins an empty one.`,
    )
  }
  if (major === binaries.major) return
  throw new PostgresTrouble(
    'wrong-major',
    `The data in ${place.cluster} was written by PostgreSQL ${major}, and this is PostgreSQL ${binaries.major}. ` +
      `Run "vigie export FILE" with the version of Vigie that wrote it (or with VIGIE_POSTGRES_BIN set to a PostgreSQL ${major}), ` +
      'move the folder away, and run "vigie import FILE" with this one.',
  )
}

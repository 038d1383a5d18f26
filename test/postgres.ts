import { statfsSync } from 'node:fs'
import { realpath, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { ensureDeskDatabase } from '#server/postgres/desk-database.ts'
import { findPostmaster } from '#server/postgres/postmaster-pid.ts'
import { runServer, stopServer } from '#server/postgres/run-server.ts'
import { prepare, urlOf } from '#server/postgres/start.ts'
import { PostgresTrouble } from '#server/postgres/trouble.ts'

/** Durability is tested on servers of its own; here speed is worth more. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 4 * 1024 ** 3

/** A database for each test is some seven hundred files: in memory a copy takes fifty milliseconds, on a busy disk a second. */
const quickFolder = (): string => {
  try {
    const { blocks, bsize } = statfsSync(MEMORY)
    return blocks * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

const folderFor = (binaries: string | undefined): string =>
  join(
    quickFolder(),
    `vigie-test-${userInfo().uid}`,
    binaries ? binaries.replaceAll(/[^0-9]/g, '') || 'other' : 'embedded',
  )

/** The one server that all test files share, started by the first and left running; returns its address. */
export const startTestServer = async (binaries?: string): Promise<string> => {
  const folder = folderFor(binaries)
  const start = async (): Promise<string> => {
    const found = await prepare(folder, binaries)
    const { socketFolder } = await runServer(found.place, found.binaries, settings)
    await ensureDeskDatabase(socketFolder)
    return urlOf(socketFolder)
  }
  return start().catch(async (error: unknown) => {
    // Without fsync, a machine that crashed leaves a broken cluster; nothing in it is worth keeping.
    if (!(error instanceof PostgresTrouble && error.code === 'start-failed')) throw error
    await rm(folder, { recursive: true, force: true })
    return start()
  })
}

/** Stops it and forgets all that it holds. */
export const stopTestServer = async (binaries?: string): Promise<void> => {
  const cluster = await realpath(join(folderFor(binaries), 'postgres/cluster')).catch(() => undefined)
  const running = cluster && (await findPostmaster(cluster))
  if (running) await stopServer(running.pid, cluster)
  await rm(folderFor(binaries), { recursive: true, force: true })
}

// node test/postgres.ts start|stop [bin folder of another PostgreSQL]: `start` prints the address, for TEST_DATABASE_URL.
if (import.meta.main) {
  const [verb, binaries] = process.argv.slice(2)
  if (verb === 'start') console.log(await startTestServer(binaries))
  else if (verb === 'stop') await stopTestServer(binaries)
  else {
    console.error('usage: node test/postgres.ts start|stop [bin folder of a PostgreSQL]')
    process.exitCode = 2
  }
}

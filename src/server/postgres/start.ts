import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type Binaries, findBinaries, readClusterMajor } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { ensureDeskDatabase } from './desk-database.ts'
import { letGo, takeHold } from './hold.ts'
import { type Place, preparePlace } from './place.ts'
import { type Running, runServer, stopServer } from './run-server.ts'
import type { Settings } from './settings.ts'
import { port } from './socket-folder.ts'
import { PostgresTrouble } from './trouble.ts'

export type EmbeddedOptions = {
  /** The data folder; the server lives in its `postgres`. */
  folder: string
  /** Take the folder for oneself: the desk, and whatever must not run beside it. */
  alone: boolean
  /** The bin folder of another PostgreSQL than npm's. */
  binaries?: string | undefined
  settings?: Settings
  /** Told when the server was lost and started again, or could not be. */
  report?: (event: { name: 'postgres.lost' | 'postgres.back' | 'postgres.still-lost'; error?: unknown }) => void
}

export type EmbeddedPostgres = AsyncDisposable & {
  url: string
  major: number
  home: string
  close(): Promise<void>
}

export const urlOf = (socketFolder: string, user = 'vigie', database = 'vigie'): string =>
  `postgres:///${database}?${new URLSearchParams({ host: socketFolder, port: String(port), user })}`

type Held = { running: Running; hold: pg.Client }

const startAndHold = async (place: Place, binaries: Binaries, options: EmbeddedOptions): Promise<Held> => {
  for (let tries = 0; tries < 20; tries += 1) {
    const running = await runServer(place, binaries, options.settings)
    const hold = await takeHold(running.socketFolder, place.home, options.alone)
    if (hold) return { running, hold }
    await wait(100)
  }
  throw new PostgresTrouble(
    'does-not-answer',
    `The database in ${place.home} is stopped as often as it is started. Try again.`,
  )
}

export const prepare = async (
  folder: string,
  asked: string | undefined,
): Promise<{ place: Place; binaries: Binaries }> => {
  const place = await preparePlace(folder)
  const binaries = await findBinaries(asked, place.home, place.account)
  await prepareCluster(place, binaries)
  return { place, binaries }
}

/**
 * Starts the embedded server, or adopts the one that a killed Vigie left, and keeps it: if it dies under us it is started again. On
 * `close` the last to leave stops it.
 */
export const startPostgres = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const { place, binaries } = await prepare(options.folder, options.binaries)
  let held = await startAndHold(place, binaries, options)
  let closing = false

  const watch = ({ hold }: Held): void => {
    hold.once('end', () => {
      if (!closing) void comeBack()
    })
  }
  const comeBack = async (): Promise<void> => {
    options.report?.({ name: 'postgres.lost' })
    for (let pause = 100; !closing; pause = Math.min(pause * 2, 5000)) {
      try {
        held = await startAndHold(place, binaries, options)
        watch(held)
        options.report?.({ name: 'postgres.back' })
        return
      } catch (error) {
        options.report?.({ name: 'postgres.still-lost', error })
        await wait(pause, undefined, { ref: false })
      }
    }
  }
  // A process that ends without `close` asks the server to end with the last of its connections, which harms nobody else's.
  const onExit = (): void => {
    try {
      process.kill(held.running.pid, 'SIGTERM')
    } catch {}
  }
  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    process.off('exit', onExit)
    const last = await letGo(held.hold).catch(() => false)
    if (last) await stopServer(held.running.pid, place.cluster)
    await held.hold.end().catch(() => {})
  }

  await ensureDeskDatabase(held.running.socketFolder)
  watch(held)
  process.once('exit', onExit)
  return {
    url: urlOf(held.running.socketFolder),
    major: (await readClusterMajor(place.cluster)) ?? binaries.major,
    home: place.home,
    close,
    [Symbol.asyncDispose]: close,
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import { askReady } from './ask.ts'
import type { Binaries } from './binaries.ts'
import { explainFailure, type Failure, markLogs } from './failure.ts'
import { isAlive } from './living.ts'
import type { Place } from './place.ts'
import { clearStaleLocks, findPostmaster } from './postmaster-pid.ts'
import { type Settings, settingsFor } from './settings.ts'
import { prepareSocketFolder } from './socket-folder.ts'
import { spawnServer } from './spawn-server.ts'
import { PostgresTrouble } from './trouble.ts'

/** A server that answers: its process, and the folder of its socket. */
export type Running = { pid: number; socketFolder: string }

/** Recovery after a crash may take minutes, and says `starting`; a server that is ready and silent this long will not answer. */
const usualPatienceMs = 30_000
const attempts = 60

/** A living server of this cluster, whoever started it: waits until it answers; undefined when it ends instead. */
const adopt = async (place: Place, patienceMs: number): Promise<Running | undefined> => {
  let silentSince = Date.now()
  for (let found = await findPostmaster(place.cluster); found; found = await findPostmaster(place.cluster)) {
    const { pid, socketFolder, status } = found
    const answer = socketFolder ? await askReady(socketFolder, place.cluster) : 'not-yet'
    if (answer === 'ready') return { pid, socketFolder }
    if (status !== 'ready') silentSince = Date.now()
    if (answer === 'other-cluster' || Date.now() - silentSince > patienceMs) {
      throw new PostgresTrouble(
        'does-not-answer',
        `A PostgreSQL (process ${pid}) runs on ${place.cluster} and does not answer in ${socketFolder}. ` +
          `Stop it (kill -INT ${pid}), and start again.`,
      )
    }
    await wait(100)
  }
  return undefined
}

const spawnAndWait = async (place: Place, binaries: Binaries, extra: Settings): Promise<Running | Failure> => {
  const socketFolder = await prepareSocketFolder(place)
  await clearStaleLocks(place.cluster, socketFolder)
  const marks = await markLogs(place)
  const { child, ended, forget } = await spawnServer(place, binaries, settingsFor(place, socketFolder, extra))
  let over = false
  ended.then(() => {
    over = true
  })
  while (!over) {
    if ((await askReady(socketFolder, place.cluster)) === 'ready') {
      const found = await findPostmaster(place.cluster)
      if (found) {
        await forget()
        return { pid: found.pid, socketFolder }
      }
    }
    await Promise.race([ended, wait(30)])
  }
  return child.pid && (await isAlive(child.pid)) ? 'again' : explainFailure(place, await ended, marks)
}

/** The one server of this cluster: adopted if it lives, else started. Several processes may ask at once. */
export const runServer = async (
  place: Place,
  binaries: Binaries,
  extra: Settings = {},
  patienceMs = usualPatienceMs,
): Promise<Running> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const adopted = await adopt(place, patienceMs)
    if (adopted) return adopted
    const started = await spawnAndWait(place, binaries, extra)
    if (started instanceof PostgresTrouble) throw started
    if (started !== 'again') return started
    await wait(250)
  }
  throw new PostgresTrouble(
    'does-not-answer',
    `The remains of a killed PostgreSQL still hold ${place.cluster}. Look for processes named "postgres" there, and end them.`,
  )
}

/** Ends the server: fast (it disconnects everybody and writes a checkpoint); if it hangs, at once (its log repairs it). */
export const stopServer = async (pid: number, cluster: string, patience = 120_000): Promise<void> => {
  const until = Date.now() + patience
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT']
  for (const signal of signals) {
    if ((await findPostmaster(cluster))?.pid !== pid) return
    process.kill(pid, signal)
    while (Date.now() < until || signal === 'SIGQUIT') {
      if (!(await isAlive(pid))) return
      await wait(25)
    }
  }
}

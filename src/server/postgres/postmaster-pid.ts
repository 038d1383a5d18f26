import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exists, isClusterInUse, isServerOf } from './living.ts'
import { port } from './socket-folder.ts'

/** What a running server wrote about itself in its cluster. */
export type Postmaster = { pid: number; socketFolder: string; status: string }

export const parsePostmasterPid = (text: string): Postmaster | undefined => {
  const [pid, , , , socketFolder = '', , , status = ''] = text.split('\n')
  const number = Math.abs(Number.parseInt(pid ?? '', 10))
  return number > 0 ? { pid: number, socketFolder: socketFolder.trim(), status: status.trim() } : undefined
}

const pathIn = (cluster: string): string => join(cluster, 'postmaster.pid')

/** The server that lives on this cluster now, if one does. */
export const findPostmaster = async (cluster: string): Promise<Postmaster | undefined> => {
  const written = parsePostmasterPid(await readFile(pathIn(cluster), 'utf8').catch(() => ''))
  return written && (await isServerOf(written.pid, cluster)) ? written : undefined
}

/**
 * PostgreSQL clears the lock files of a dead server itself, but refuses to start on an empty one (a full disk), and takes the number
 * of a dead server that now is another program's (after a reboot, in a container) for a living one. Those alone are removed here, and
 * only while no process at all works in the cluster.
 */
export const clearStaleLocks = async (cluster: string, socketFolder: string): Promise<void> => {
  for (const path of [pathIn(cluster), join(socketFolder, `.s.PGSQL.${port}.lock`)]) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text === undefined || (await isClusterInUse(cluster))) continue
    const pid = parsePostmasterPid(text)?.pid
    if (pid === undefined || exists(pid)) await rm(path, { force: true })
  }
}

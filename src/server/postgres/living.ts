import { readdir, readFile, readlink } from 'node:fs/promises'
import { runAs } from './run-as.ts'

/** Whether a process has this number, dead ones that nobody buried included. */
export const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A zombie whose parent never asks after it is dead, though it still has its number. */
export const isAlive = async (pid: number): Promise<boolean> => {
  if (!exists(pid)) return false
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2, text.lastIndexOf(')') + 3) !== 'Z'
}

const worksIn = async (pid: number | string, cluster: string): Promise<boolean> =>
  (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster

/** Whether this process is a PostgreSQL of this cluster: all of them work inside the cluster's folder. */
export const isServerOf = async (pid: number, cluster: string): Promise<boolean> => {
  if (!(await isAlive(pid))) return false
  if (process.platform === 'linux') return worksIn(pid, cluster)
  const ran = await runAs(undefined, 'ps', ['-o', 'command=', '-p', String(pid)])
  return ran.output.includes('postgres') && ran.output.includes(cluster)
}

/** Whether any process, even an orphaned backend, still works in the cluster's folder. */
export const isClusterInUse = async (cluster: string): Promise<boolean> => {
  if (process.platform !== 'linux') {
    const ran = await runAs(undefined, 'ps', ['-A', '-o', 'command='])
    return ran.output.split('\n').some((line) => line.includes('postgres') && line.includes(cluster))
  }
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(pids.map((pid) => worksIn(pid, cluster)))
  return found.includes(true)
}

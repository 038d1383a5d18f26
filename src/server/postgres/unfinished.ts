import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isAlive } from './living.ts'

const making = new Set<string>()

/** A name beside `path` to make it under; it carries the number of its maker. Renamed when whole. */
export const unfinishedName = (path: string): string => {
  const name = `${path}.tmp-${process.pid}-${randomUUID()}`
  making.add(name)
  return name
}

export const isFinished = (name: string): boolean => making.delete(name)

/** What starts that were cut short left beside `path`. One whose maker still lives is left to it. */
export const findAbandoned = async (path: string): Promise<string[]> => {
  const prefix = `${basename(path)}.tmp-`
  const abandoned: string[] = []
  for (const name of await readdir(dirname(path))) {
    const found = join(dirname(path), name)
    if (!name.startsWith(prefix) || making.has(found)) continue
    const maker = Number.parseInt(name.slice(prefix.length), 10)
    if (maker === process.pid || !(await isAlive(maker))) abandoned.push(found)
  }
  return abandoned
}

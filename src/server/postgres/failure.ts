import { readdir, readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { PostgresTrouble } from './trouble.ts'

/** `again`: another Vigie was faster, or the backends of a killed server have not all gone: look again. */
export type Failure = 'again' | PostgresTrouble

const lastLines = (text: string): string => text.trim().split('\n').slice(-8).join('\n')

/** How far each log of the server reaches. */
export type Marks = ReadonlyMap<string, number>

export const markLogs = async (place: Place): Promise<Marks> => {
  const names = await readdir(place.log).catch(() => [])
  const sizes = names.map(async (name) => [name, (await stat(join(place.log, name))).size] as const)
  return new Map(await Promise.all(sizes))
}

/** What the server said when it ended: before its own log was open, and in its logs past the marks. */
const readLastWords = async (place: Place, said: string, marks: Marks): Promise<string> => {
  const added = [...(await markLogs(place))].map(async ([name, size]) => {
    const from = marks.get(name) ?? 0
    const text = await readFile(join(place.log, name), 'utf8').catch(() => '')
    return Buffer.from(text).toString('utf8', from <= size ? from : 0)
  })
  return lastLines([said, ...(await Promise.all(added))].join('\n'))
}

/** On a full disk the server cannot even write why it ends. */
const isFull = async (place: Place): Promise<boolean> => {
  const disk = await statfs(place.home)
  return disk.bavail * disk.bsize < 4 * 1024 * 1024
}

/** Reads, in the last words of a server that would not start, what a person can do about it. */
export const explainFailure = async (place: Place, said: string, marks: Marks): Promise<Failure> => {
  const words = await readLastWords(place, said, marks)
  if (/lock file "[^"]*" (?:already exists|is empty)|pre-existing shared memory block/.test(words)) return 'again'
  if (words.includes('No space left on device') || (await isFull(place))) {
    return new PostgresTrouble(
      'disk-full',
      `The disk of ${place.home} is full, and the database cannot start. Make room on it; nothing is lost.`,
    )
  }
  if (words.includes('Permission denied')) {
    return new PostgresTrouble(
      'wrong-owner',
      `PostgreSQL may not read all of ${place.home}. Give the whole folder to one account (chown -R), the one that runs Vigie. ` +
        `It said: ${words}`,
    )
  }
  return new PostgresTrouble(
    'start-failed',
    `The database did not start. It said:\n${words}\nIts log is in ${place.log}.`,
  )
}

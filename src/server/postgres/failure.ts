import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { PostgresTrouble } from './trouble.ts'

/** `again`: another Vigie was faster, or the backends of a killed server have not all gone: look again. */
export type Failure = 'again' | PostgresTrouble

const lastLines = (text: string): string => text.trim().split('\n').slice(-8).join('\n')

/** What the server said when it ended: before its own log was open, and in the newest of its logs since `startedMs`. */
const readLastWords = async (place: Place, said: string, startedMs: number): Promise<string> => {
  const names = await readdir(place.log).catch(() => [])
  const logs = await Promise.all(
    names.map(async (name) => ({ path: join(place.log, name), at: (await stat(join(place.log, name))).mtimeMs })),
  )
  const newest = logs.sort((a, b) => b.at - a.at)[0]
  const logged = newest && newest.at >= startedMs ? await readFile(newest.path, 'utf8').catch(() => '') : ''
  return lastLines(`${said}\n${lastLines(logged)}`)
}

/** Reads, in the last words of a server that would not start, what a person can do about it. */
export const explainFailure = async (place: Place, said: string, startedMs: number): Promise<Failure> => {
  const words = await readLastWords(place, said, startedMs)
  if (/lock file "[^"]*" already exists|pre-existing shared memory block/.test(words)) return 'again'
  if (words.includes('No space left on device')) {
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

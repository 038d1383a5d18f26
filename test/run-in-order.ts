import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/**
 * The longest first, by how long they took on a quiet machine: nothing long is left to run alone at the end, and what waits for screens runs
 * beside what works.
 */
const LONGEST = [
  'test/web/screens',
  'test/journeys/drill',
  'test/journeys/accessibility',
  'test/journeys/crisis',
  'test/journeys/first-day',
  'test/bluesky/',
  'test/journeys/hard-day',
  'test/journeys/hostile',
  'test/email/',
  'test/journeys/',
  'test/trust/',
  'src/server/db/',
  'src/server/drills/',
  'src/server/alerts/',
  'src/server/cli/',
  'src/server/',
]

const rankOf = (file: string): number => {
  const place = LONGEST.findIndex((beginning) => file.startsWith(beginning))
  return place < 0 ? LONGEST.length : place
}

/** `node --test` would take them by their names. */
export const longestFirst = (files: readonly string[]): string[] => files.toSorted((a, b) => rankOf(a) - rankOf(b))

/** Runs test files in this order, so many at once, and says what comes of each; gives whether all is well, and the files where it is not. */
export const runInOrder = async (
  files: readonly string[],
  atOnce: number,
): Promise<{ well: boolean; failed: string[] }> => {
  const failed = new Set<string>()
  let well = false
  const events = run({ files: [...files], concurrency: atOnce })
  // A file that was killed gives no summary of its own.
  events.on('test:fail', ({ file }) => file !== undefined && failed.add(file))
  events.on('test:summary', ({ file, success }) => {
    if (file === undefined) well = success
    else if (!success) failed.add(file)
  })
  for await (const line of events.compose(new spec())) process.stdout.write(line)
  return { well, failed: [...failed] }
}

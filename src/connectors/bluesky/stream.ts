import { createHash } from 'node:crypto'
import { z } from 'zod'

/** One entry of a list that the network gives newest first. */
export interface Entry {
  /** What tells it from all others. */
  id: string
  /** Its place in the list, on the network's clock. */
  at: number
}

export interface Page<T extends Entry> {
  entries: T[]
  /** Where the next, older page starts; absent at the end. */
  next?: string
}

const range = z.object({ next: z.string().max(2000), floor: z.number(), full: z.boolean() })
type Range = { next?: string; floor: number; full: boolean }

/** How far one list of the network has been read; kept in the cursor. */
export const streamSchema = z.object({
  /** Our clock when the last reading from the top began. */
  readAt: z.number(),
  /** The same, of the last reading that went down to its floor without a short cut. */
  sweptAt: z.number(),
  /** Short names of the entries of the last hours, with their second. */
  seen: z.array(z.tuple([z.string().max(20), z.number()])).max(10_000),
  /** Stretches not read yet: a storm, or the time that the desk was stopped. */
  gaps: z.array(range).max(50),
})
export type Stream = z.infer<typeof streamSchema>

const HOUR_MS = 3_600_000
/**
 * The network sorts by the clock of whoever posts, when that is behind: an entry may appear below others that were there before. This
 * much is therefore read again, at each sweep.
 */
export const OVERLAP_MS = 24 * HOUR_MS
const SWEEP_EVERY_MS = 2 * 60_000
/** A new account starts with its last days, not with its history. */
export const FIRST_MS = 3 * 24 * HOUR_MS
export const FARTHEST_MS = 30 * 24 * HOUR_MS
const MOST_SEEN = 5000
const MOST_GAPS = 8
const PAGES_A_TURN = 4
/**
 * Some lists lose, where a page ends, what bears the very same millisecond as its last entry. A sweep cuts its pages elsewhere, and so
 * finds what a quick look has missed.
 */
const PAGE = 100
const SWEEP_PAGE = 83

const nameOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 8)

export const startStream = (now: number): Stream => ({
  readAt: now - FIRST_MS + OVERLAP_MS,
  sweptAt: 0,
  seen: [],
  gaps: [],
})

/** From when on everything can still be had, when the desk was away for longer than is looked back. */
export const findLostSince = (stream: Stream, now: number): number | null =>
  stream.readAt < now - FARTHEST_MS ? stream.readAt : null

const topOf = (stream: Stream, now: number): Range => {
  const back = Math.max(stream.readAt - OVERLAP_MS, now - FARTHEST_MS)
  // Beyond what is remembered as seen, everything would be new again.
  const remembered = stream.seen.length >= MOST_SEEN ? (stream.seen.at(-1)?.[1] ?? 0) * 1000 : 0
  // One sweep at a time: in a storm it takes many turns, and what is new comes first.
  const isSweepDue = now - stream.sweptAt >= SWEEP_EVERY_MS && !stream.gaps.some(({ full }) => full)
  return { floor: Math.max(back, remembered), full: isSweepDue }
}

const remember = (seen: Map<string, number>, now: number): Stream['seen'] =>
  [...seen]
    .filter(([, second]) => second * 1000 >= now - OVERLAP_MS)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_SEEN)

/** Read to the end when the list ends, its floor is passed or, in a quick look, when a page brings nothing new. */
const isDone = (page: Page<Entry>, fresh: Entry[], { floor, full }: Range): boolean => {
  const oldest = page.entries.at(-1)
  if (page.next === undefined || (oldest !== undefined && oldest.at < floor)) return true
  return !full && fresh.length === 0
}

export type Read<T extends Entry> = { entries: T[]; stream: Stream; more: boolean }

/**
 * Reads what is new in a list that is newest first and grows at the top meanwhile: the top, then the stretches left open. At most four
 * pages a turn; what remains is written down as a gap, so that neither a storm nor a crash loses a line. Oldest first.
 */
export const readStream = async <T extends Entry, E>(
  stream: Stream,
  now: number,
  getPage: (next: string | undefined, limit: number) => Promise<Page<T> | { trouble: E }>,
): Promise<Read<T> | { trouble: E }> => {
  const seen = new Map(stream.seen)
  const entries: T[] = []
  const top = topOf(stream, now)
  const isBehind = stream.gaps.length >= MOST_GAPS
  const ranges: Range[] = isBehind ? [...stream.gaps] : [top, ...stream.gaps]
  for (let pages = 0; ranges.length > 0 && pages < PAGES_A_TURN; pages += 1) {
    const [current] = ranges
    if (!current) break
    const page = await getPage(current.next, current.full ? SWEEP_PAGE : PAGE)
    if ('trouble' in page) return page
    const fresh = page.entries.filter(({ id, at }) => at >= current.floor && !seen.has(nameOf(id)))
    for (const { id, at } of fresh) seen.set(nameOf(id), Math.floor(at / 1000))
    entries.push(...fresh)
    if (isDone(page, fresh, current) || page.next === current.next) ranges.shift()
    else ranges[0] = { ...current, ...(page.next === undefined ? {} : { next: page.next }) }
  }
  const gaps = ranges.flatMap(({ next, floor, full }) => (next === undefined ? [] : [{ next, floor, full }]))
  return {
    entries: entries.sort((one, other) => one.at - other.at),
    stream: {
      readAt: isBehind ? stream.readAt : now,
      sweptAt: top.full && !isBehind ? now : stream.sweptAt,
      seen: remember(seen, now),
      gaps,
    },
    more: gaps.length > 0,
  }
}

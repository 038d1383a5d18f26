import type { Finding } from '#core/guard/finding.ts'
import { type After, type Asking, type Draft, isSameDraft } from './asking.ts'
import { toShow } from './severity.ts'

/** What was found, and in which words on which facts. */
export type Read = { readonly draft: Draft; readonly findings: readonly Finding[] }
type Act = (findings: readonly Finding[]) => void
type Place = {
  asked: Draft
  read: Read | null
  /** They have been under way for so long that one should know. */
  late: boolean
  settle: () => void
  wish: Act | null
}

/** Nobody sees that an answer which comes sooner was not there yet. */
const LATE_MS = 250

/** The same findings, in the same places, of the same words. */
const isSame = (known: Read, { draft, findings }: Read): boolean =>
  findings.every(({ start, end }) => known.draft.text.slice(start, end) === draft.text.slice(start, end)) &&
  JSON.stringify(known.findings) === JSON.stringify(findings)

/**
 * What the guard said of each place where words are written. An answer counts for the very words that it was given for: until those that
 * stand there now are read, the last answer is what was known of older ones.
 */
export const createReadings = (asking: Pick<Asking, 'ask' | 'leave'>, after: After) => {
  const places = new Map<string, Place>()
  const listeners = new Set<() => void>()
  let version = 0
  const tell = (): void => {
    version += 1
    for (const listener of listeners) listener()
  }
  const isFresh = ({ asked, read }: Place): boolean => read !== null && isSameDraft(read.draft, asked)

  const hear = (place: Place, draft: Draft, found: readonly Finding[]): void => {
    const read: Read = { draft, findings: toShow(found) }
    // Whoever shows them has nothing to draw again.
    place.read = place.read !== null && isSame(place.read, read) ? { draft, findings: place.read.findings } : read
    if (isFresh(place)) {
      place.settle()
      place.late = false
    }
    tell()
    const { wish } = place
    if (wish === null || !isFresh(place)) return
    place.wish = null
    wish(place.read.findings)
  }
  const leave = (key: string): void => {
    const place = places.get(key)
    if (place === undefined) return
    place.settle()
    asking.leave(place)
    places.delete(key)
    tell()
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Changes with every answer. */
    version: (): number => version,
    read: (key: string): Read | null => places.get(key)?.read ?? null,
    isFresh: (key: string): boolean => {
      const place = places.get(key)
      return place !== undefined && isFresh(place)
    },
    isLate: (key: string): boolean => places.get(key)?.late ?? false,
    /** Has these words read on these facts; null when there is nothing to read any more. */
    ask: (key: string, draft: Draft | null): void => {
      if (draft === null) {
        leave(key)
        return
      }
      const known = places.get(key)
      if (known !== undefined && isSameDraft(known.asked, draft)) return
      const place: Place = known ?? { asked: draft, read: null, late: false, settle: () => undefined, wish: null }
      places.set(key, place)
      if (place.asked.text !== draft.text) place.wish = null
      place.asked = draft
      place.settle()
      place.settle = after(LATE_MS, () => {
        place.late = true
        tell()
      })
      asking.ask(place, draft, (found) => {
        if (places.get(key) === place) hear(place, draft, found)
      })
    },
    /**
     * Does it with what the guard says of the words as they stand, at once or as soon as it is known: pressed a moment too early, nothing
     * is lost. Words that change first take the wish back.
     */
    whenRead: (key: string, act: Act): void => {
      const place = places.get(key)
      if (place === undefined) return
      if (place.read !== null && isFresh(place)) act(place.read.findings)
      else place.wish = act
    },
  }
}
export type Readings = ReturnType<typeof createReadings>

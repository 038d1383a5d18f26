import type { Matching } from '#core/crisis/matching.ts'
import { type MaySayLine, withoutConfirmed } from '#core/guard/may-say.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { findListed, saysAny } from '#core/guard/reading/listed.ts'
import { prepareDraft } from '#core/guard/reading/prepare.ts'
import { maySay } from '#core/guard/rules/may-say.ts'
import { DAY_MS, type Instant } from '#core/time.ts'
import { FLAG_KINDS, type Flag, type FlagKind } from './flag.ts'
import { CHEERFUL_SIGNS, CHEERFUL_WORDS, TOPIC_WORDS } from './topic-words.ts'

/** An incident, open or remembered, as far as other words of the brand may touch it. */
export type Affair = {
  readonly id: string
  readonly title: string
  readonly declaredAt: Instant
  readonly closedAt: Instant | null
  readonly matching: Matching
  /** What its cell said may be said and may not, as it stands or as it stood at the end. */
  readonly lines: readonly Omit<MaySayLine, 'ours'>[]
}

/** A joke about an accident is no better a year after it; what lies further back nobody holds against a brand. */
const REMEMBERED_MS = 366 * DAY_MS

const SHORTEST = 4
const SMALL = new Set(
  'avec dans pour chez sans nous vous leur leurs cette depuis entre contre apres avant plus with from this that about after before their incident affaire crise crisis'.split(
    ' ',
  ),
)

/** The words that an incident's name is made of, in the singular, without the brand's own. */
const titleWords = (title: string, brandNames: readonly string[]): readonly string[] => {
  const brand = new Set(brandNames.flatMap((name) => fold(name).folded.match(/\p{L}+/gu) ?? []))
  const all = fold(title).folded.match(/\p{L}+/gu) ?? []
  return all
    .filter((word) => word.length >= SHORTEST && !SMALL.has(word) && !brand.has(word))
    .map((word) => word.replace(/s$/u, ''))
}

type Read = { readonly text: string; readonly folded: string; readonly origin: ArrayLike<number> }
type Stretch = { readonly start: number; readonly end: number }

const asWritten = ({ text, origin }: Read, places: readonly Stretch[]): string[] => [
  ...new Set(places.map(({ start, end }) => text.slice(origin[start] ?? 0, origin[end] ?? text.length).trim())),
]

const saidOf = (read: Read, words: readonly string[]): string[] => asWritten(read, findListed(read.folded, words))

/** Forbidden or unconfirmed words, and claims and hours of which the cell says so, wherever the text is about the affair. */
const forbidden = (read: Read, { lines, matching }: Affair): string[] => {
  if (lines.length === 0) return []
  // Without words of its own a line is about the affair: where the text speaks of that, its claims count.
  const about = saysAny(read.folded, matching.words)
  const known = lines.map((line): MaySayLine => ({ ...line, ours: line.words.length === 0 && about }))
  const input = {
    ...{ text: read.text, audience: 'public' as const, incoming: '', isFirstAnswer: false, facts: [], settled: false },
    ...{ privateWays: [], customer: {}, brand: { name: '', account: '' }, recentReplies: [], maySay: known },
  }
  const found = maySay.find(prepareDraft(input)).map((one) => ({ rule: maySay.code, ...one }))
  return [...new Set(withoutConfirmed(input, found).map(({ start, end }) => read.text.slice(start, end).trim()))]
}

const cheerful = (read: Read): string[] => [
  ...saidOf(read, CHEERFUL_WORDS),
  ...new Set(read.text.match(CHEERFUL_SIGNS) ?? []),
]

const isOpen = ({ closedAt }: Affair, now: Instant): boolean => closedAt === null || closedAt > now

const flagsOf = (read: Read, affair: Affair, brandNames: readonly string[], now: Instant): Flag[] => {
  const { id: incidentId, title, closedAt, matching } = affair
  const words = saidOf(read, matching.words)
  const named = saidOf(read, titleWords(title, brandNames)).filter((one) => !words.includes(one))
  const open = isOpen(affair, now)
  const topic = open
    ? [...new Set(matching.topics.flatMap((one) => saidOf(read, TOPIC_WORDS[one])))].filter(
        (one) => !words.includes(one) && !named.includes(one),
      )
    : []
  const found: Readonly<Record<FlagKind, readonly string[]>> = {
    ...{ forbidden: forbidden(read, affair), word: words, title: named, topic },
    cheerful: open ? cheerful(read) : [],
  }
  return FLAG_KINDS.flatMap((kind) =>
    found[kind].length === 0 ? [] : [{ incidentId, title, closedAt, kind, words: found[kind] }],
  )
}

/**
 * What has become unfortunate in words that were fine when they were written: what they say of an open incident, or of one that was closed
 * within a year; each with the words that say it (C3). While it is open, selling and celebrating count too. Words `about` an incident are
 * meant to touch it, and are the guard's affair.
 */
export const findUnfortunate = (
  text: string,
  affairs: readonly Affair[],
  { now, brandNames, about = null }: { now: Instant; brandNames: readonly string[]; about?: string | null },
): readonly Flag[] => {
  const { folded, origin } = fold(text)
  const read: Read = { text, folded, origin }
  return affairs
    .filter(({ id, closedAt }) => id !== about && (closedAt === null || now - closedAt <= REMEMBERED_MS))
    .flatMap((affair) => flagsOf(read, affair, brandNames, now))
}

import { fold } from '#core/guard/reading/fold.ts'
import type { Instant } from '#core/time.ts'

/**
 * What makes words unfortunate: `word`, they say what the incident was known by; `title`, they say its name; `topic`, they speak of what it
 * is about; `forbidden`, they say what its cell has forbidden or not confirmed; `cheerful`, they sell or celebrate meanwhile.
 */
export const FLAG_KINDS = ['forbidden', 'word', 'title', 'topic', 'cheerful'] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

export type Flag = {
  readonly incidentId: string
  readonly title: string
  readonly closedAt: Instant | null
  readonly kind: FlagKind
  /** The very words of the text, each once, as they stand there. */
  readonly words: readonly string[]
}

/** What tells one flag from another: seen once, it is not asked about again; other words, or another affair, are. */
export const keyOf = ({ incidentId, kind, words }: Pick<Flag, 'incidentId' | 'kind' | 'words'>): string =>
  `${incidentId} ${kind} ${words
    .map((one) => fold(one).folded)
    .toSorted()
    .join('|')}`

/** Flags that nobody was shown when these words were planned, allowed or let go (C3). */
export const unseenOf = (flags: readonly Flag[], seen: readonly string[]): readonly Flag[] => {
  const known = new Set(seen)
  return flags.filter((flag) => !known.has(keyOf(flag)))
}

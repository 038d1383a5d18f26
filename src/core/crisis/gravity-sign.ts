import type { SpeakersFound, SpreadFound, VolumeFound, WordingFound } from './gravity-facts.ts'

/** The four signs by which French crisis watchers judge. */
export const SIGNS = ['volume', 'wording', 'speakers', 'spread'] as const
export type Sign = (typeof SIGNS)[number]

export type Grade = 0 | 1 | 2 | 3

type Found = {
  volume: VolumeFound | null
  wording: WordingFound & { readonly inDanger: boolean }
  speakers: SpeakersFound
  spread: SpreadFound
}

/** What would move a sign by one grade, as data: the words of each language say it. */
export type Need =
  | { readonly kind: 'times'; readonly times: number }
  | { readonly kind: 'heated'; readonly people: number; readonly percent: number }
  | { readonly kind: 'voices'; readonly grade: 1 | 2 | 3 }
  | { readonly kind: 'reach'; readonly by: readonly ('network' | 'newcomers' | 'lasting')[] }

export type SignReading<S extends Sign = Sign> = {
  [K in S]: {
    readonly sign: K
    readonly grade: Grade
    readonly because: Found[K]
    /** What would raise it by a grade; null at the top. */
    readonly next: Need | null
    /** Below what it would lose a grade; null where it has none, or cannot while the matter lasts. */
    readonly back: Need | null
    readonly falls: boolean
  }
}[S]

/** The highest grade whose step is reached. */
export const gradeBy = (isReached: (grade: 1 | 2 | 3) => boolean): Grade =>
  isReached(3) ? 3 : isReached(2) ? 2 : isReached(1) ? 1 : 0

/** The grade above, if there is one. */
export const above = (grade: Grade): 1 | 2 | 3 | null => (grade === 3 ? null : ((grade + 1) as 1 | 2 | 3))

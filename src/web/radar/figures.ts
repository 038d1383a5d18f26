import type { Speech } from '../words/words.ts'

/** « 12 », « 2,4 »: a multiple is not more exact than that. */
export const figureOf = (f: Speech['f'], n: number): string =>
  f.number(n >= 10 ? Math.round(n) : Math.round(n * 10) / 10)

/** The 41 of « 41 % », of something between 0 and 1; each language writes the sign in its own way. */
export const percentOf = (f: Speech['f'], share: number): string => f.number(Math.round(share * 100))

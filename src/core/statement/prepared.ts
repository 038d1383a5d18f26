import type { Language } from '#core/guard/guard-input.ts'
import type { Moment } from './moment.ts'

/** One text of a prepared statement: in a language, for any network or for one of them. */
export type Wording = {
  readonly language: Language
  /** The connector's id; null: any network. */
  readonly connector: string | null
  readonly text: string
}

export type Prepared = {
  readonly title: string
  readonly moment: Moment
  readonly wordings: readonly Wording[]
}

/** The words for one account: its own network's before any network's, its language before the other one (C4). */
export const chooseWording = (
  wordings: readonly Wording[],
  { connector, language }: { connector: string; language: Language },
): Wording | null => {
  const fits = wordings.filter((one) => one.connector === null || one.connector === connector)
  const rank = (one: Wording): number => (one.language === language ? 2 : 0) + (one.connector === connector ? 1 : 0)
  return fits.toSorted((a, b) => rank(b) - rank(a))[0] ?? null
}

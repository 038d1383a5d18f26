import type { Language } from '#core/guard/guard-input.ts'
import type { Moment } from './moment.ts'
import type { Prepared } from './prepared.ts'
import { STARTER_EN } from './starter-en.ts'
import { STARTER_FR } from './starter-fr.ts'

/** One statement of the starter set in one language, known in both by its key. */
export type StarterText = { readonly title: string; readonly text: string }

const MOMENT = {
  seen: 'heard',
  outage: 'heard',
  safety: 'heard',
  taken: 'taken',
  still: 'progress',
  cause: 'progress',
  solution: 'progress',
  settled: 'settled',
  wrong: 'correction',
  slip: 'correction',
  rumour: 'correction',
} as const satisfies Record<string, Moment>
export type StarterKey = keyof typeof MOMENT

const TEXTS: Readonly<Record<Language, Readonly<Record<StarterKey, StarterText>>>> = { fr: STARTER_FR, en: STARTER_EN }

/** Texts that a brand makes its own before it needs them, in both languages, titled in its own (C4). */
export const starterStatements = (titles: Language): Prepared[] =>
  (Object.keys(MOMENT) as StarterKey[]).map((key) => ({
    title: TEXTS[titles][key].title,
    moment: MOMENT[key],
    wordings: (['fr', 'en'] as const).map((language) => ({
      language,
      connector: null,
      text: TEXTS[language][key].text,
    })),
  }))

import type { Audience } from '#core/mention.ts'
import { openingsEn } from './openings-en.ts'
import { openingsFr } from './openings-fr.ts'
import type { Language, Temper } from './person.ts'

/** What somebody is after: an answer, a repair, to be thanked, to tease, to publish, to help. */
export type Kind = 'question' | 'dispute' | 'praise' | 'troll' | 'press' | 'idea'

export type Topic =
  | 'delivery'
  | 'hours'
  | 'returns'
  | 'refund'
  | 'quality'
  | 'order'
  | 'payment'
  | 'service'
  | 'stock'
  | 'website'
  | 'general'

export type Trade = 'florist' | 'shop'

/** Texts that are said for the same reason. Slots are filled in by `phrase.ts`; `{e}` is said by women. */
export interface OpeningGroup {
  kind: Kind
  topic: Topic
  audience?: Audience
  tempers?: readonly Temper[]
  trade?: Trade
  texts: readonly string[]
}

export interface Opening {
  id: string
  language: Language
  kind: Kind
  topic: Topic
  audience: Audience
  tempers: readonly Temper[]
  trade: Trade | null
  text: string
}

/** Who says such things, where the group does not tell. */
const USUAL: Record<Kind, readonly Temper[]> = {
  question: ['patient', 'worried', 'loyal', 'terse', 'sarcastic', 'hot'],
  dispute: ['patient', 'worried', 'terse', 'loyal'],
  praise: ['loyal', 'patient', 'worried'],
  troll: ['troll'],
  press: ['journalist'],
  idea: ['loyal', 'patient', 'terse'],
}

const unfold = (language: Language, groups: readonly OpeningGroup[]): Opening[] =>
  groups.flatMap(({ kind, topic, audience = 'public', tempers = USUAL[kind], trade = null, texts }, group) =>
    texts.map((text, place) => ({
      id: `${language}-${group}-${place}`,
      language,
      kind,
      topic,
      audience,
      tempers,
      trade,
      text,
    })),
  )

export const openings: readonly Opening[] = [...unfold('fr', openingsFr), ...unfold('en', openingsEn)]

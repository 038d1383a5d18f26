export type Language = 'fr' | 'en'

/** How somebody takes things. It chooses their words, and how long they wait before they ask again. */
export const TEMPERS = ['patient', 'hot', 'sarcastic', 'worried', 'loyal', 'troll', 'journalist', 'terse'] as const
export type Temper = (typeof TEMPERS)[number]

/** Whether the brand's private messages reach them, until they write in private themselves (P2). */
export const DOORS = ['open', 'not-mutual', 'closed'] as const
export type Door = (typeof DOORS)[number]

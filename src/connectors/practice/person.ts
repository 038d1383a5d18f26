export type Language = 'fr' | 'en'

/** How somebody takes things. It chooses their words, and how long they wait before they ask again. */
export type Temper = 'patient' | 'hot' | 'sarcastic' | 'worried' | 'loyal' | 'troll' | 'journalist' | 'terse'

/** Whether the brand's private messages reach them, until they write in private themselves. */
export type Door = 'open' | 'not-mutual' | 'closed'

export interface Townsperson {
  id: string
  handle: string
  name: string
  language: Language
  temper: Temper
  followers: number
  door: Door
  /** French asks, to agree. */
  she?: true
  /** Has blocked the brand: reads nothing from it. */
  blocks?: true
  /** Will not be taken aside: « pas de MP, répondez ici ». */
  refusesPrivate?: true
  /** Gives their own number in public when asked for it, as people do. */
  trusting?: true
}

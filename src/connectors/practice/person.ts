import type { Door, Language, Temper } from '#core/crowd/temper.ts'

export type { Door, Language, Temper } from '#core/crowd/temper.ts'

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

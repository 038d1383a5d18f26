import type { Lines } from '#core/crowd/situation.ts'
import type { Language, Temper } from '#core/crowd/temper.ts'
import { linesEn } from './lines-en.ts'
import { linesFr } from './lines-fr.ts'

/** What happens to people in a drill alone, and what the town would say in the words of a shop. */
export const DRILL_SITUATIONS = [
  'private-opening',
  'private-data-given',
  'private-explains',
  'false-claim',
  'gesture',
  'shout',
  'me-too',
  /** The private way that they were offered does not open for them (P2). */
  'private-closed',
  /** They are told that it is done, and believe it; they find out that it is not; a word that they were given is not kept. */
  'believes',
  'lie-found',
  'comes-back',
  /** Their message was taken down. */
  'deleted-found',
  /** They were told before they had to ask (C2). */
  'contacted-thanks',
  /** Somebody who wants to be heard, not repaired: they are; they are not. */
  'heard-out',
  'not-heard',
] as const
export type DrillSituation = (typeof DRILL_SITUATIONS)[number]

const all: Record<Language, Record<DrillSituation, Lines>> = { fr: linesFr, en: linesEn }

const isOfDrill = (situation: string): situation is DrillSituation =>
  (DRILL_SITUATIONS as readonly string[]).includes(situation)

/** What may be said here: first by somebody of this temper, then by anybody. */
export const linesOfDrill = (language: Language, situation: string, temper: Temper): readonly (readonly string[])[] => {
  if (!isOfDrill(situation)) return []
  const lines = all[language][situation]
  return [lines[temper] ?? [], lines.any]
}

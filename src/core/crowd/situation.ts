import { reactionsEn } from './reactions-en.ts'
import { reactionsFr } from './reactions-fr.ts'
import type { Language, Temper } from './temper.ts'

/** What has just happened to somebody, to which they have something to say. */
export const SITUATIONS = [
  /** Their question is answered; they have one more; the answer says nothing. */
  'thanked',
  'asks-further',
  'vague',
  /** Somebody took them seriously; it is settled; they were thanked for a kind word. */
  'calmed',
  'settled',
  'pleased',
  /** They were asked in public for what is nobody's business: they refuse, or they give it away. */
  'data-refused',
  'data-given',
  /** They are invited to talk in private: yes, no; and what they write there. */
  'private-accepted',
  'private-refused',
  'private-opening',
  'private-data-given',
  'private-explains',
  'private-settled',
  'thanks-in-public',
  /** They were told something that is not so, something ready-made, something rude, that it is their fault, in another language. */
  'false-claim',
  'canned',
  'insulted',
  'blamed',
  'wrong-language',
  'gesture',
  'troll-deflates',
  'troll-again',
  'press-thanks',
  'press-insists',
  /** Nobody answers: they ask again, sharper, and then they shout. */
  'ignored',
  'ignored-again',
  'shout',
  'private-ignored',
  /** The brand has told everybody where it stands: it helps them, it says nothing, it is not so. */
  'statement-heard',
  'statement-hollow',
  'statement-false',
  /** Somebody else, who reads along. */
  'me-too',
] as const
export type Situation = (typeof SITUATIONS)[number]

export const isOfTown = (situation: string): situation is Situation =>
  (SITUATIONS as readonly string[]).includes(situation)

export type Lines = { any: readonly string[] } & Partial<Record<Temper, readonly string[]>>
export type Reactions = Record<Situation, Lines>

const reactions: Record<Language, Reactions> = { fr: reactionsFr, en: reactionsEn }

/** What may be said in this situation: first by somebody of this temper, then by anybody. */
export const linesFor = (
  language: Language,
  situation: Situation,
  temper: Temper,
): readonly [readonly string[], readonly string[]] => {
  const lines = reactions[language][situation]
  return [lines[temper] ?? [], lines.any]
}

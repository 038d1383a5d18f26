import type { Autonomy } from '#core/approval/approval-policy.ts'
import type { Article } from './clause.ts'

type Row = Pick<Autonomy, 'role' | 'subject' | 'connector'>

/** Everything that a charter can say against itself, with what each needs to be told. */
export type Contradictions = {
  'promise-while-closed': { readonly connector: string; readonly minutes: number; readonly closedMinutes: number }
  'business-without-hours': { readonly connector: string }
  'two-promises': { readonly connector: string }
  'sensitive-said-alone': { readonly row: Row; readonly subject: string; readonly approvers: 1 | 2 }
  'reserved-said-alone': { readonly row: Row; readonly subject: string }
  'two-autonomies': { readonly row: Row }
  'unknown-subject': { readonly row: Row }
  'network-without-promise': { readonly row: Row }
  'amount-alone-but-waits': { readonly row: Row; readonly upToCents: number; readonly aboveCents: number }
  'subject-reserved-and-sensitive': { readonly subject: string }
  'subject-twice': { readonly subject: string }
  'subject-without-words': { readonly subject: string }
  'word-reserved-and-liked': { readonly word: string; readonly liked: string }
  'word-reserved-twice': { readonly word: string }
  'replacement-reserved': { readonly word: string; readonly instead: string; readonly reserved: string }
  'liked-against-address': { readonly liked: string; readonly address: 'vous' | 'tu' }
  'gesture-without-cap': Record<never, never>
  'year-below-one-gesture': { readonly capCents: number; readonly perYearCents: number }
  'own-brand-as-other': { readonly name: string }
  'competitor-and-own': { readonly name: string }
  'heard-kept-longer': { readonly mentionMonths: number; readonly conversationMonths: number }
}
export type ContradictionCode = keyof Contradictions

/** One thing that cannot be kept because the charter also says the opposite; said while it is written, not when a reply is sent. */
export type Contradiction = {
  [K in ContradictionCode]: { readonly code: K; readonly article: Article; readonly params: Contradictions[K] }
}[ContradictionCode]

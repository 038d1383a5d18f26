import type { Autonomy, SensitiveSubject } from '#core/approval/approval-policy.ts'
import type { ReservedSubject, ReservedWord } from '#core/guard/guard-charter.ts'
import type { Charter, CharterNetwork, Retention } from '../charter.ts'
import type { Article, Names } from '../clause.ts'
import type { Contradiction } from '../contradiction.ts'
import type { ModerationCause } from '../moderation-cause.ts'

/** What no charter can change: the rules of the trade that every reply is held to. */
export const STANDING = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'P1', 'P2', 'D2x', 'V3', 'D1'] as const
export type Standing = (typeof STANDING)[number]

/** All that the agreement says, in one language. A missing sentence does not compile. */
export type CharterWords = {
  readonly article: Readonly<Record<Article, string>>
  readonly hours: (week: Charter['week']) => string
  readonly network: (network: CharterNetwork, names: Names) => string
  readonly autonomy: (row: Autonomy, names: Names) => string
  readonly sensitive: (subject: SensitiveSubject) => string
  readonly reservedSubject: (subject: ReservedSubject) => string
  readonly reservedWord: (word: ReservedWord) => string
  readonly signature: (signature: Charter['signature']) => string
  readonly address: (address: Charter['tone']['address']) => string
  readonly liked: (words: readonly string[]) => string
  readonly goodwill: (goodwill: Charter['goodwill']) => string
  readonly competitors: (names: readonly string[]) => string
  readonly otherBrands: (names: readonly string[]) => string
  readonly ownHosts: (hosts: readonly string[]) => string
  readonly amountAbove: (cents: number) => string
  readonly reachAbove: (followers: number) => string
  readonly manyAbove: (people: number) => string
  readonly accounts: (accounts: readonly string[]) => string
  readonly escalation: (share: number) => string
  readonly standing: Readonly<Record<Standing, string>>
  readonly cause: Readonly<Record<ModerationCause, string>>
  readonly retention: { readonly [K in keyof Retention]: (months: number) => string }
  readonly change: {
    readonly added: (sentence: string) => string
    readonly removed: (sentence: string) => string
    readonly changed: (before: string, after: string) => string
  }
  readonly contradiction: (found: Contradiction, names: Names) => string
}

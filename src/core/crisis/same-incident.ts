import { fold } from '#core/guard/reading/fold.ts'
import type { Matching } from './matching.ts'

export type Declared = { readonly alertId: string | null; readonly matching: Matching }

const shares = (a: readonly string[], b: readonly string[]): boolean => {
  const known = new Set(a.map((word) => fold(word).folded.trim()))
  return b.some((word) => known.has(fold(word).folded.trim()))
}

const onSameAccounts = (a: Matching, b: Matching): boolean =>
  a.accountIds.length === 0 || b.accountIds.length === 0 || shares(a.accountIds, b.accountIds)

const saysNothing = ({ all, topics, words }: Matching): boolean => !all && topics.length === 0 && words.length === 0

const isAboutTheSame = (a: Matching, b: Matching): boolean =>
  saysNothing(a) || saysNothing(b) || a.all || b.all || shares(a.topics, b.topics) || shares(a.words, b.words)

/**
 * The open incident that is already about what somebody declares: of the same alert, or on the same accounts with a topic or a word in
 * common; one of which nothing is said yet may be any. An affair declared twice is one cell, not two that contradict each other (T1, C3).
 */
export const findSame = <T extends Declared>(open: readonly T[], wished: Declared): T | null =>
  open.find(
    ({ alertId, matching }) =>
      (alertId !== null && alertId === wished.alertId) ||
      (onSameAccounts(matching, wished.matching) && isAboutTheSame(matching, wished.matching)),
  ) ?? null

import { fold } from '#core/guard/reading/fold.ts'
import { findListed, saysAny } from '#core/guard/reading/listed.ts'
import type { Topic } from '#core/triage/labels.ts'

/** Which mentions belong to an incident. */
export type Matching = {
  /** Everything on its accounts: the surge is of one affair. */
  readonly all: boolean
  readonly topics: readonly Topic[]
  /** In any number, without accents. */
  readonly words: readonly string[]
  /** A mention that says one of these is about something else, whatever else it says. */
  readonly without: readonly string[]
  /** Empty: every account of the brand. */
  readonly accountIds: readonly string[]
}

export const NOTHING_MATCHES: Matching = { all: false, topics: [], words: [], without: [], accountIds: [] }

export type MentionSeen = { readonly text: string; readonly topic: Topic | null; readonly accountId: string }

/**
 * Whether a mention belongs to an incident: written on one of its accounts, about one of its topics or saying one of its words, and none
 * of those that mean something else (C3: what is counted is the affair, not all that resembles it).
 */
export const belongsTo = (matching: Matching, { text, topic, accountId }: MentionSeen): boolean => {
  const { all, topics, words, without, accountIds } = matching
  if (accountIds.length > 0 && !accountIds.includes(accountId)) return false
  const isOfTopic = topic !== null && topics.includes(topic)
  if (!all && !isOfTopic && words.length === 0) return false
  if (all && without.length === 0) return true
  const { folded } = fold(text)
  if (without.length > 0 && saysAny(folded, without)) return false
  return all || isOfTopic || saysAny(folded, words)
}

const plain = (words: string): string => fold(words).folded.replace(/[^\p{L}\p{N}]+/gu, '')

/** Words that every mention of the brand may say, since they are its own name: they would link all of it, or a fruit to a telephone company. */
export const findTooWide = (words: readonly string[], brandNames: readonly string[]): readonly string[] => {
  const names = brandNames.filter((name) => plain(name) !== '')
  return words.filter((one) => {
    if (plain(one) === '' || names.some((name) => plain(name) === plain(one))) return true
    // A part of the name, found in it as a mention would say it.
    return names.some((name) => findListed(fold(name).folded, [one]).length > 0)
  })
}

import { isGrave, TOPICS, type Topic } from './topics.ts'

/** What a notice may go by besides the desk itself, where it always is. */
export const MEANS = ['email', 'push'] as const
export type Means = (typeof MEANS)[number]

/** A stretch of the week without noise. `until` at or before `from` is of the next day; the same hour twice is a whole day. */
export interface QuietSlot {
  /** The days on which it begins, Monday is 1. */
  readonly days: readonly number[]
  readonly from: string
  readonly until: string
}

/** One value for each topic. */
export const eachTopic = <T>(of: (topic: Topic) => T): Record<Topic, T> =>
  Object.fromEntries(TOPICS.map((topic) => [topic, of(topic)])) as Record<Topic, T>

export interface QuietHours {
  readonly timeZone: string
  readonly slots: readonly QuietSlot[]
}

export interface Choices {
  readonly means: Readonly<Record<Topic, readonly Means[]>>
  readonly quiet: QuietHours
}

/** Before anybody chose: what is grave goes by every means there is, the rest stays in the desk (L4). */
export const defaultChoices = (timeZone: string): Choices => ({
  means: eachTopic((topic) => (isGrave(topic) ? MEANS : [])),
  quiet: { timeZone, slots: [] },
})

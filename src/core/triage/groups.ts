import { flags, intents, sentiments, topics, verdicts } from './labels.ts'

/**
 * What is chosen among several: one column each. What people feel is read twice, in what customers write to a brand and in what
 * people say of the world, and weighed by which of the two a message is.
 */
export const choices = { intent: intents, sentiment: sentiments, topic: topics, feeling: sentiments } as const
export type Choice = keyof typeof choices
export const choiceNames = Object.keys(choices) as readonly Choice[]

/** What is said yes or no of: one column each. */
export const yesNo = [...verdicts, ...flags, 'to-a-brand', 'complaint'] as const
export type YesNo = (typeof yesNo)[number]

export const columnName = (kind: string, label: string): string => `${kind} ${label}`

import { flags, intents, sentiments, topics } from '#core/triage/labels.ts'

/** A labelled message; what nobody labelled is left out. */
export type TriageLine = {
  readonly id: string
  readonly text: string
  readonly lang: string
  readonly trade: string
  /** Where it comes from: `own` is written by the project. */
  readonly source: string
  readonly intent?: string
  readonly sentiment?: string
  readonly topic?: string
  readonly urgent?: boolean
  readonly needs_answer?: boolean
  readonly personal_dispute?: boolean
  readonly flags?: ReadonlySet<string>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOf = (list: readonly string[], value: unknown, what: string): string => {
  if (typeof value === 'string' && list.includes(value)) return value
  throw new Error(`"${what}" is ${JSON.stringify(value)}`)
}
const yesOrNo = (value: unknown, what: string): boolean => {
  if (typeof value === 'boolean') return value
  throw new Error(`"${what}" is ${JSON.stringify(value)}`)
}

/** Reads a line in which everything is labelled, or throws what is wrong with it. */
export const readTriageLine = (text: string, source: string): TriageLine => {
  const line: unknown = JSON.parse(text)
  if (!isRecord(line) || typeof line.text !== 'string') throw new Error('no "text"')
  const marked = Array.isArray(line.flags) ? line.flags : []
  return {
    id: String(line.id ?? ''),
    text: line.text,
    lang: String(line.lang ?? ''),
    trade: String(line.trade ?? ''),
    source,
    intent: oneOf(intents, line.intent, 'intent'),
    sentiment: oneOf(sentiments, line.sentiment, 'sentiment'),
    topic: oneOf(topics, line.topic, 'topic'),
    urgent: yesOrNo(line.urgent, 'urgent'),
    needs_answer: yesOrNo(line.needs_answer, 'needs_answer'),
    personal_dispute: yesOrNo(line.personal_dispute, 'personal_dispute'),
    flags: new Set(marked.map((flag) => oneOf(flags, flag, 'flags'))),
  }
}

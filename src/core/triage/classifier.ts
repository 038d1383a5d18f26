import {
  type Flag,
  type Intent,
  intents,
  type Sentiment,
  sentiments,
  type Topic,
  topics,
  type UrgentReason,
} from './labels.ts'

/** What a classifier's label says of a message: some of our labels, and nothing of the others. */
export interface Meaning {
  readonly intent?: Intent
  readonly sentiment?: Sentiment
  readonly topic?: Topic
  /** Nothing else can be said: a model makes nothing less urgent, and leaves nothing unanswered. */
  readonly urgent?: true
  readonly needs_answer?: true
  readonly personal_dispute?: boolean
  readonly reasons?: readonly UrgentReason[]
  readonly flags?: readonly Flag[]
}

export interface Score {
  readonly label: string
  readonly score: number
}

/** How sure a classifier must be before its word counts, unless its declaration says otherwise. */
export const SURE_ENOUGH = 0.5

const meaningsBy = <L extends string>(names: readonly string[], ours: readonly L[], tell: (label: L) => Meaning) => {
  const known = new Map(ours.map((label) => [label.toLowerCase(), tell(label)]))
  const found = names.map((name) => [name, known.get(name.toLowerCase())] as const)
  return found.every((one): one is readonly [string, Meaning] => one[1] !== undefined) ? new Map(found) : null
}

/**
 * What the labels of a classifier mean when nobody declared it (L2): they must all be names of ours, of one kind; else nothing is guessed.
 * « other » alone among intents and topics goes by the names beside it.
 */
export const findMeanings = (names: readonly string[]): ReadonlyMap<string, Meaning> | null =>
  meaningsBy(names, intents, (intent) => ({ intent })) ??
  meaningsBy(names, sentiments, (sentiment) => ({ sentiment })) ??
  meaningsBy(names, topics, (topic) => ({ topic }))

const both = <T>(one: readonly T[] | undefined, other: readonly T[] | undefined) =>
  one === undefined && other === undefined ? undefined : [...new Set([...(one ?? []), ...(other ?? [])])]

const join = (likelier: Meaning, other: Meaning): Meaning => {
  const [reasons, flags] = [both(likelier.reasons, other.reasons), both(likelier.flags, other.flags)]
  return { ...other, ...likelier, ...(reasons && { reasons }), ...(flags && { flags }) }
}

/**
 * What a classifier's scores say of a message (L2): its likeliest label, or each one where several may hold, and only what is sure enough;
 * where two contradict each other the likelier one is taken. Null: nothing is sure enough to be said.
 */
export const chooseMeaning = (
  scores: readonly Score[],
  meanings: ReadonlyMap<string, Meaning>,
  { sure = SURE_ENOUGH, several = false }: { sure?: number | undefined; several?: boolean | undefined } = {},
): Meaning | null => {
  const sorted = scores.toSorted((a, b) => b.score - a.score)
  const held = (several ? sorted : sorted.slice(0, 1)).filter(({ score }) => score >= sure)
  const meaning = held.reduce<Meaning>((said, { label }) => join(said, meanings.get(label) ?? {}), {})
  return Object.keys(meaning).length === 0 ? null : meaning
}

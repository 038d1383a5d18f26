import { cues } from './cues/cues.ts'
import { type Features, featuresOf } from './features.ts'
import { choices, columnName } from './groups.ts'
import {
  type Flag,
  flags,
  type Intent,
  intents,
  type MessageLanguage,
  type Sentiment,
  sentiments,
  type Topic,
  topics,
  type UrgentReason,
} from './labels.ts'
import { languageOfMessage } from './language.ts'
import { CHOICES } from './learned/choices.ts'
import { LANGUAGE } from './learned/language.ts'
import { VERDICTS } from './learned/verdicts.ts'
import { likeliest, likelyOf } from './likely.ts'
import { type Scale, sharesOf, unpackModel, weigh } from './model.ts'
import { reasonsOf } from './reasons.ts'
import { type CutMessage, cutMessage, wordsBehind } from './tokens.ts'

/** What the desk knows beside the words. */
export type MessageContext = {
  /** The language that is expected where it was written, for messages without words. */
  readonly expected?: MessageLanguage
  /** Messages of the same person that still await our answer. */
  readonly unanswered?: number
}

/** One thing read in a message, how likely it is, and the words that say so, the most telling first. */
export type Said<L> = { readonly is: L; readonly likely: number; readonly because: readonly string[] }

export type MessageReading = {
  readonly language: MessageLanguage
  readonly intent: Said<Intent>
  readonly sentiment: Said<Sentiment>
  readonly topic: Said<Topic>
  readonly urgent: Said<boolean> & { readonly reasons: readonly UrgentReason[] }
  readonly needsAnswer: Said<boolean>
  readonly personalDispute: Said<boolean>
  readonly flags: readonly Said<Flag>[]
}

/** Says one thing; the words that explain it are looked for when somebody asks. */
const saying = <L>(is: L, likely: number, because: () => readonly string[]): Said<L> => ({
  is,
  likely,
  get because() {
    return because()
  },
})

const MOST_WORDS = 3
/** Little words explain nothing. */
const LITTLE = new Set(
  'a an the of to in on at it is and or my i you your we for with de la le les un une des du au aux et en ce ca l d c m n s t qu que qui se sa son je tu il on vous nous votre vos mes mon ma est a y pour par sur dans avec'.split(
    ' ',
  ),
)
const isLittle = (word: string): boolean => LITTLE.has(word.replace("'", '')) || word === '.' || word === '…'
/** A word that adds less than this share of the most telling one explains nothing. */
const LEAST_SHARE = 0.25
/** So many messages without our answer are a customer who waits too long, whatever the words. */
const LEFT_WAITING = 2

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
const triageScale = once(() => unpackModel({ columns: [...CHOICES.columns, ...VERDICTS.columns], from: VERDICTS.from }))
const languageScale = once(() => unpackModel(LANGUAGE))

/** The words that weigh most for a column against the others of its kind. */
const wordsFor = (
  scale: Scale,
  message: CutMessage,
  features: Features,
  column: string,
  others: readonly string[],
): readonly string[] => {
  const at = (name: string) => scale.at[name] ?? 0
  const shares = sharesOf(scale, features, at(column), others.map(at), message.tokens.length)
  const told = [...shares.keys()].filter((t) => (shares[t] ?? 0) > 0 && !isLittle(message.tokens[t]?.word ?? ''))
  told.sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))
  const most = shares[told[0] ?? -1] ?? 0
  const words = told
    .filter((t) => (shares[t] ?? 0) >= most * LEAST_SHARE)
    .flatMap((t) => {
      const token = message.tokens[t]
      return token === undefined ? [] : [wordsBehind(message, token)]
    })
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/**
 * Reads what a message is before anybody opens it (L2, L3): the answer orders a queue and proposes, a person decides. Without chance,
 * clock or network; the same message always reads the same.
 */
export const readMessage = (text: string, context: MessageContext = {}): MessageReading => {
  const scale = triageScale()
  const message = cutMessage(text)
  const features = featuresOf(message)
  const likely = likelyOf(scale, weigh(scale, features))

  const chosen = <L extends string>(kind: 'intent' | 'sentiment' | 'topic', labels: readonly [L, ...L[]]): Said<L> => {
    const is = likeliest(likely, kind, labels)
    const others = choices[kind].filter((label) => label !== is).map((label) => columnName(kind, label))
    return saying(is, likely[columnName(kind, is)] ?? 0, () =>
      wordsFor(scale, message, features, columnName(kind, is), others),
    )
  }
  const said = <L>(what: string, is: L): Said<L> =>
    saying(is, likely[columnName('is', what)] ?? 0, () =>
      wordsFor(scale, message, features, columnName('is', what), []),
    )
  const isSaid = (what: string) => (likely[columnName('is', what)] ?? 0) >= (scale.from[what] ?? 0.5)
  const verdict = (what: string): Said<boolean> =>
    isSaid(what) ? said(what, true) : saying(false, 1 - (likely[columnName('is', what)] ?? 0), () => [])

  const found = flags.filter(isSaid).map((flag) => said(flag, flag))
  const leftWaiting = (context.unanswered ?? 0) >= LEFT_WAITING
  const urgent = verdict('urgent')
  const reasons = reasonsOf(
    cues,
    message,
    found.map((flag) => flag.is),
    leftWaiting,
  )
  return {
    language: languageOfMessage(languageScale(), text, context.expected ?? 'other'),
    intent: chosen('intent', intents),
    sentiment: chosen('sentiment', sentiments),
    topic: chosen('topic', topics),
    urgent: Object.assign(leftWaiting ? said('urgent', true) : urgent, {
      reasons: urgent.is || leftWaiting ? reasons : [],
    }),
    needsAnswer: verdict('needs_answer'),
    personalDispute: verdict('personal_dispute'),
    flags: found,
  }
}

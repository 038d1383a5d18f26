import { intents, sentiments, topics } from '#core/triage/labels.ts'
import { type Likely, likeliest } from '#core/triage/likely.ts'
import { readMessage } from '#core/triage/read-message.ts'
import { judgeAlone, judgeLanguage, type Taken } from '#server/training/judge-alone.ts'
import { weighUnseen } from '#server/training/judge-triage.ts'
import { spokenLines } from '#server/training/learn-language.ts'
import { type Read, readLines } from '#server/training/learn-triage.ts'
import { PLAINLY } from '#server/training/plain-features.ts'
import type { TriageLine } from '#server/training/triage-line.ts'
import { airlineLines, lentLines, ownLines, yesNoRows } from '#server/training/triage-sets.ts'
import { chooseTriageThresholds, countAt, fOf, precisionOf, recallOf } from '#server/training/triage-thresholds.ts'
import { type Measure, median } from './measure.ts'
import { judgePlainly } from './triage-plain.ts'
import { accuracyOf, asYesNo, macroF1Of, share } from './triage-scores.ts'

/** What the simple baseline reached on other splits: hashed words and letters, logistic regression; for languages the best library. */
const ELSEWHERE = {
  airline: 0.819,
  airlineF1: 0.762,
  complaints: 0.787,
  fr: 0.613,
  en: 0.568,
  offensive: 0.77,
  language: 0.993,
}

type Unseen = {
  readonly reads: readonly Read[]
  readonly likely: readonly Likely[]
  readonly from: Readonly<Record<string, number>>
}
type Kind = 'intent' | 'sentiment' | 'topic'
const LABELS = { intent: intents, sentiment: sentiments, topic: topics }

const takenOf = ({ reads, likely }: Unseen, kind: Kind, of: (line: TriageLine) => boolean): readonly Taken[] =>
  reads.flatMap(({ line }, i) => {
    const [is, weighed] = [line[kind], likely[i]]
    return is === undefined || weighed === undefined || !of(line)
      ? []
      : [{ is, as: likeliest<string>(weighed, kind, LABELS[kind] as unknown as readonly [string, ...string[]]) }]
  })

const YES_NO = ['urgent', 'needs_answer', 'personal_dispute'] as const
const FLAGS = [
  'churn',
  'legal',
  'safety',
  'abuse',
  'sarcasm',
  'personal_data_in_text',
  'follow_up',
  'influencer_threat',
] as const

/** How right it is on some of the messages, each read by a model that has not seen its trade. */
function* judge(
  unseen: Unseen,
  name: string,
  of: (line: TriageLine) => boolean,
  reference?: number,
): Iterable<Measure> {
  const intent = takenOf(unseen, 'intent', of)
  if (intent.length === 0) return
  yield share(
    `${name} (${intent.length}): complaint or not, macro-F1`,
    macroF1Of(asYesNo(intent, 'complaint'), ['true', 'false']),
    reference,
  )
  yield share(`${name}: intent, accuracy`, accuracyOf(intent))
  yield share(`${name}: sentiment, macro-F1`, macroF1Of(takenOf(unseen, 'sentiment', of), sentiments))
  yield share(`${name}: topic, accuracy`, accuracyOf(takenOf(unseen, 'topic', of)))
  const kept = unseen.reads.flatMap((read, i) => (of(read.line) ? [{ read, likely: unseen.likely[i] ?? {} }] : []))
  const [reads, likely] = [kept.map((k) => k.read), kept.map((k) => k.likely)]
  for (const what of YES_NO) {
    const count = countAt(reads, likely, what, unseen.from[what] ?? 0.5)
    yield share(`${name}: ${what}, precision`, precisionOf(count))
    yield share(`${name}: ${what}, recall`, recallOf(count))
    yield share(`${name}: ${what}, F1`, fOf(count))
  }
  for (const what of FLAGS) {
    const count = countAt(reads, likely, what, unseen.from[what] ?? 0.5)
    if (count.truly + count.missed > 0) yield share(`${name}: ${what} (${count.truly + count.missed}), F1`, fOf(count))
  }
}

/** How much a message of our own counts beside a tweet to an airline. */
const BESIDES = 0.2
const feelingOf = ({ text, sentiment }: TriageLine) => ({ text, label: sentiment ?? '' })

/** The public sets, where a folder holds them. */
function* judgeSets(folder: string, unseen: Unseen): Iterable<Measure> {
  for (const [lang, name] of [
    ['fr', 'French'],
    ['en', 'English'],
  ] as const) {
    const taken = takenOf(unseen, 'sentiment', (line) => line.source === `tweet-${lang}`)
    yield share(`UMSAB ${name} (${taken.length}): macro-F1`, macroF1Of(taken, sentiments), ELSEWHERE[lang])
  }
  const airline = airlineLines(folder)
  const shipped = airline.map(({ text, sentiment }) => ({ is: sentiment ?? '', as: readMessage(text).sentiment.is }))
  yield share(`airline (${airline.length}), nothing of it learned: accuracy`, accuracyOf(shipped))
  yield share('airline, nothing of it learned: macro-F1', macroF1Of(shipped, sentiments))
  const rows = airline.map(feelingOf)
  const ours = ownLines().filter(({ lang }) => lang === 'en')
  const alone = judgeAlone(rows, sentiments)
  const both = judgeAlone(rows, sentiments, { besides: { rows: ours.map(feelingOf), counts: BESIDES } })
  const plain = judgeAlone(rows, sentiments, PLAINLY)
  for (const [how, taken] of [
    ['plain words and letters, learned from four fifths of it', plain],
    ['learned from four fifths of it', alone],
    ['learned from four fifths of it and our own English', both],
  ] as const) {
    yield share(`airline, ${how}: accuracy`, accuracyOf(taken), ELSEWHERE.airline)
    yield share(`airline, ${how}: macro-F1`, macroF1Of(taken, sentiments), ELSEWHERE.airlineF1)
  }
  for (const [set, field] of [
    ['offensive-en', 'offensive'],
    ['irony-en', 'ironic'],
  ] as const) {
    const rows = yesNoRows(folder, set, field)
    if (rows.length === 0) continue
    for (const [how, read] of [
      ['plain words and letters, ', PLAINLY],
      ['', {}],
    ] as const) {
      const taken = judgeAlone(rows, ['true', 'false'], { ...read, isRareLookedFor: true })
      const name = `${field} tweets (${rows.length}), ${how}learned from four fifths of it: macro-F1`
      yield share(name, macroF1Of(taken, ['true', 'false']), field === 'offensive' ? ELSEWHERE.offensive : undefined)
    }
  }
  const tweets = new Set(unseen.reads.flatMap(({ line }) => (line.source.startsWith('tweet') ? [line.text] : [])))
  const spoken = judgeLanguage(spokenLines(folder)).filter((one) => tweets.has(one.text))
  yield share(`language of ${spoken.length} tweets, accuracy`, accuracyOf(spoken), ELSEWHERE.language)
  const english = airline.filter(({ text }) => readMessage(text).language === 'en').length
  yield share('language of the airline tweets, nothing of them learned', english / Math.max(1, airline.length))
}

const TURNS = 3

/** So many messages a second, in one process. */
const rateOf = (lines: readonly TriageLine[], read: (text: string) => unknown): number => {
  const times = Array.from({ length: TURNS + 1 }, () => {
    const began = performance.now()
    for (const { text } of lines) read(text)
    return performance.now() - began
  })
  return (lines.length * 1000) / Math.max(1e-9, median(times.slice(1)))
}

/** Reading, the words that explain left aside, beside what any reader must do at least: bring the text to one form and cut it. */
const timeReading = (lines: readonly TriageLine[]): Measure => {
  const value = rateOf(lines, readMessage)
  const reference = rateOf(lines, (text) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z']+/g),
  )
  return { name: 'messages read', unit: 'a second', value, reference, ratio: value / reference }
}

/**
 * Our own examples by trades that the model has not seen; with `TRIAGE_SETS=FOLDER` the public sets as well, row by row. The reference is
 * what the simple baseline reaches.
 */
export async function* run(): AsyncIterable<Measure> {
  const folder = process.env.TRIAGE_SETS
  const reads = readLines([...ownLines(), ...(folder === undefined ? [] : lentLines(folder))])
  const likely = weighUnseen(reads)
  const unseen = { reads, likely, from: chooseTriageThresholds(reads, likely) }
  const isOwn = (line: TriageLine) => line.source === 'own'
  yield* judgePlainly(reads)
  yield* judge(unseen, 'own, French', (line) => isOwn(line) && line.lang === 'fr')
  yield* judge(unseen, 'own, English', (line) => isOwn(line) && line.lang === 'en', ELSEWHERE.complaints)
  yield* judge(unseen, 'to an internet provider, French', (line) => line.source === 'brand-fr')
  yield* judge(unseen, 'to 24 care teams, English', (line) => line.source === 'care-en', ELSEWHERE.complaints)
  if (folder !== undefined) yield* judgeSets(folder, unseen)
  yield timeReading(reads.map(({ line }) => line))
}

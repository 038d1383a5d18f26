import { DAY_MS, type Instant } from '#core/time.ts'
import { addAuthor, hasSpoken } from './authors.ts'
import { type ContentWord, contentWords } from './content-words.ts'
import { type Bond, bondOf, kinship, rarityOf, type Telling, tellingWords } from './kinship.ts'
import { likeness, type Signature, signatureOf } from './min-hash.ts'
import { hearOne, LEARNING_MS, noPace, paceAt } from './pace.ts'
import { type HeardMessage, MOST_PHRASES, MOST_STORIES, type Phrase, type Radar, type Story } from './radar.ts'

/** From this likeness on two messages are copies of each other, a word changed here and there. */
const SAME_WORDS = 0.55
/** A story of which nobody spoke for so long is over; who speaks of it again begins another. */
const OVER_MS = 3 * DAY_MS
const MOST_SIGNATURES = 3
const FIRST_SAMPLES = 8
const MOST_SAMPLES = 30
const MOST_STORY_WORDS = 24

type Hearing = { now: Instant; since: Instant; all: Radar['all']; phrases: Map<string, Phrase>; stories: Story[] }

/** Words, and pairs of words that stand beside each other. */
const phrasesOf = (words: readonly ContentWord[]): ReadonlySet<string> => {
  const found = new Set<string>()
  words.forEach(({ word }, i) => {
    found.add(word)
    const next = words[i + 1]
    if (next !== undefined && next.word !== word) found.add(`${word} ${next.word}`)
  })
  return found
}

/** The same person who says it again and again makes it no more usual. */
const hearPhrases = ({ phrases }: Hearing, words: readonly ContentWord[], { at, author }: HeardMessage): void => {
  for (const phrase of phrasesOf(words)) {
    const known = phrases.get(phrase)
    if (known?.by === author) continue
    phrases.set(phrase, { pace: hearOne(known?.pace ?? noPace(at), at), by: author })
  }
}

const addWords = (story: Story['words'], words: readonly ContentWord[]): Story['words'] => {
  const said = new Map(words.map((one) => [one.word, one.spelt]))
  const known = story.map((one) => (said.delete(one.word) ? { ...one, count: one.count + 1 } : one))
  const all = [...known, ...[...said].map(([word, spelt]) => ({ word, spelt, count: 1 }))]
  return all.length <= MOST_STORY_WORDS ? all : all.toSorted((a, b) => b.count - a.count).slice(0, MOST_STORY_WORDS)
}

const addSample = (samples: readonly string[], id: string): readonly string[] =>
  samples.length < MOST_SAMPLES
    ? [...samples, id]
    : [...samples.slice(0, FIRST_SAMPLES), ...samples.slice(FIRST_SAMPLES + 1), id]

const counted = (counts: Readonly<Record<string, number>>, key: string | null): Readonly<Record<string, number>> =>
  key === null ? counts : { ...counts, [key]: (counts[key] ?? 0) + 1 }

const begin = (message: HeardMessage): Story => ({
  ...{ id: message.id, beganAt: message.at, lastAt: message.at, pace: noPace(message.at), count: 0, negative: 0 },
  ...{ authors: [], reach: 0, networks: {}, topics: {}, words: [], signatures: [], samples: [] },
})

/** A copy adds to the figures; other words for the same thing are kept to be read, and to be known again. */
const tell = (
  story: Story,
  message: HeardMessage,
  words: readonly ContentWord[],
  signature: Signature | null,
): Story => ({
  ...story,
  lastAt: Math.max(story.lastAt, message.at),
  pace: hearOne(story.pace, message.at),
  count: story.count + 1,
  negative: story.negative + (message.sentiment === 'negative' ? 1 : 0),
  authors: addAuthor(story.authors, message.author),
  reach: story.reach + (hasSpoken(story.authors, message.author) ? 0 : message.followers),
  networks: counted(story.networks, message.network),
  topics: counted(story.topics, message.topic),
  words: addWords(story.words, words),
  signatures:
    signature === null || story.signatures.length >= MOST_SIGNATURES
      ? story.signatures
      : [...story.signatures, signature],
  samples: signature === null && story.samples.length > 0 ? story.samples : addSample(story.samples, message.id),
})

const findCopy = (stories: readonly Story[], signature: Signature): number => {
  let [best, at] = [SAME_WORDS, -1]
  stories.forEach((story, i) => {
    for (const known of story.signatures) {
      const like = likeness(known, signature)
      if (like >= best) [best, at] = [like, i]
    }
  })
  return at
}

const findKin = (stories: readonly Story[], telling: Telling, bond: Bond): number => {
  if (telling.size < bond.words) return -1
  let [best, at] = [0, -1]
  stories.forEach((story, i) => {
    const kin = kinship(story, telling, bond)
    if (kin > best) [best, at] = [kin, i]
  })
  return at
}

const hear = (hearing: Hearing, message: HeardMessage): void => {
  const words = contentWords(message.text)
  hearing.now = Math.max(hearing.now, message.at)
  hearing.all = hearOne(hearing.all, message.at)
  if (words.length === 0) return
  const signature = signatureOf(words.map(({ word }) => word))
  const { stories } = hearing
  const copied = findCopy(stories, signature)
  const rarity = rarityOf(hearing.all, hearing.phrases, hearing.now)
  const at = copied >= 0 ? copied : findKin(stories, tellingWords(words, rarity), bondOf(hearing.now, hearing.since))
  const story = stories[at]
  if (story === undefined) stories.push(tell(begin(message), message, words, signature))
  else stories[at] = tell(story, message, words, copied >= 0 ? null : signature)
  hearPhrases(hearing, words, message)
}

/** Forgetting is work: a quarter more is let in before the faintest go. */
const SLACK = 1.25

/** The faintest are forgotten first, and a story that is over: what is remembered never grows beyond its size. */
const forget = ({ now, since, all, phrases, stories }: Hearing): Radar => {
  const kept =
    phrases.size <= MOST_PHRASES * SLACK
      ? [...phrases]
      : [...phrases]
          .map(([phrase, known]) => ({ entry: [phrase, known] as const, weight: paceAt(known.pace, now).slow }))
          .toSorted((a, b) => b.weight - a.weight)
          .slice(0, MOST_PHRASES)
          .map(({ entry }) => entry)
  const alive = stories.filter(({ lastAt }) => now - lastAt < OVER_MS)
  const loud =
    alive.length <= MOST_STORIES
      ? alive
      : alive
          .map((story) => ({
            story,
            weight: paceAt(story.pace, now).fast + (now - story.lastAt < LEARNING_MS ? 0.01 : 0) * story.count,
          }))
          .toSorted((a, b) => b.weight - a.weight)
          .slice(0, MOST_STORIES)
          .map(({ story }) => story)
  return { since, all, phrases: Object.fromEntries(kept), stories: loud }
}

/** So many are heard before the faintest are forgotten. */
const BREATH = 200

/**
 * Hears messages in the order in which they came: each joins the story whose words it copies, or with which it shares the rare words of the
 * event, or begins a story of its own (L2, L3). Streaming, from the past alone, of bounded memory.
 */
export function hearMessages(radar: Radar, messages: readonly HeardMessage[]): Radar {
  let heard = radar
  for (let from = 0; from < messages.length; from += BREATH) {
    const hearing: Hearing = {
      ...{ now: heard.all.at, since: heard.since, all: heard.all },
      ...{ phrases: new Map(Object.entries(heard.phrases)), stories: [...heard.stories] },
    }
    for (const message of messages.slice(from, from + BREATH)) hear(hearing, message)
    heard = forget(hearing)
  }
  return heard
}

import type { Instant } from '#core/time.ts'
import type { GravityFacts, SpeakersFound, SpreadFound, VolumeFound, WordingFound } from './gravity-facts.ts'
import { findHeat, HEATS, type Heat, type HeatList } from './heat.ts'
import { guessSpeaker, SPEAKERS, type SpeakerKind, type SpeakerProfile } from './speaker.ts'

/** A person who wrote about the matter since it began. */
export type Voice = SpeakerProfile & {
  readonly id: string
  readonly network: string
  readonly firstAt: Instant
  /** They had written to the brand before it began. */
  readonly wasKnown: boolean
}

/** One message of the last hour: only what is said now may fall silent. */
export type HeardMessage = {
  readonly by: string
  readonly text: string
  /** What triage read in it beside the words. */
  readonly alsoHeat: readonly Heat[]
}

const MOST_WORDS = 3
const MOST_GUESSED = 5

const commonest = (said: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] =>
  [...said]
    .toSorted(([a, by], [b, bySome]) => bySome.size - by.size || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([words]) => words)

/** The heated people of the last hour, by what they speak of, with the words that most of them use (L3). */
export const hearWording = (messages: readonly HeardMessage[], list: HeatList): WordingFound => {
  const people = new Set<string>()
  const heated = new Set<string>()
  const who = new Map<Heat, Set<string>>()
  const words = new Map<Heat, Map<string, Set<string>>>()
  for (const { by, text, alsoHeat } of messages) {
    people.add(by)
    for (const { heat, words: said } of [...findHeat(text, list), ...alsoHeat.map((heat) => ({ heat, words: '' }))]) {
      heated.add(by)
      who.set(heat, (who.get(heat) ?? new Set()).add(by))
      if (said === '') continue
      const known = words.get(heat) ?? new Map<string, Set<string>>()
      words.set(heat, known.set(said, (known.get(said) ?? new Set<string>()).add(by)))
    }
  }
  const by = HEATS.flatMap((heat) => {
    const count = who.get(heat)?.size ?? 0
    return count === 0 ? [] : [{ heat, people: count, words: commonest(words.get(heat) ?? new Map()) }]
  })
  return { people: people.size, heated: heated.size, by }
}

/** Each person counted once, in the kind that weighs most (L3). */
export const hearSpeakers = (voices: readonly Voice[]): SpeakersFound => {
  const counts = Object.fromEntries(SPEAKERS.map((kind) => [kind, 0])) as Record<SpeakerKind, number>
  const guessed: SpeakersFound['guessed'][number][] = []
  let greatest: number | null = null
  let untold = 0
  for (const voice of voices.toSorted((a, b) => a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1))) {
    const { kind, guess, followers } = guessSpeaker(voice)
    counts[kind] += 1
    if (guess !== null) guessed.push({ name: voice.displayName || voice.handle, kind, guess })
    if (followers === null) untold += 1
    else greatest = Math.max(greatest ?? 0, followers)
  }
  const first = guessed.toSorted((a, b) => SPEAKERS.indexOf(a.kind) - SPEAKERS.indexOf(b.kind))
  return { counts, greatest, untold, guessed: first.slice(0, MOST_GUESSED) }
}

/** Where it went from where it began, in order (L3). */
export const hearSpread = (voices: readonly Voice[], since: Instant, now: Instant): SpreadFound => {
  const reached = new Map<string, { people: number; since: Instant }>()
  for (const { network, firstAt } of voices) {
    const known = reached.get(network)
    reached.set(network, { people: (known?.people ?? 0) + 1, since: Math.min(known?.since ?? firstAt, firstAt) })
  }
  const networks = [...reached]
    .map(([network, found]) => ({ network, ...found }))
    .toSorted((a, b) => a.since - b.since || (a.network < b.network ? -1 : 1))
  const newcomers = voices.filter(({ wasKnown }) => !wasKnown).length
  return { networks, people: voices.length, newcomers, since, lastedMs: Math.max(0, now - since) }
}

/** All that the gauge reads, from what was heard since the matter began (L3). */
export const hearGravity = (heard: {
  readonly volume: VolumeFound | null
  readonly messages: readonly HeardMessage[]
  readonly voices: readonly Voice[]
  readonly list: HeatList
  readonly since: Instant
  readonly now: Instant
}): GravityFacts => ({
  volume: heard.volume,
  wording: hearWording(heard.messages, heard.list),
  speakers: hearSpeakers(heard.voices),
  spread: hearSpread(heard.voices, heard.since, heard.now),
})

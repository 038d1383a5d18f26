import type { Gravity } from '../gravity.ts'
import type { Need, Sign, SignReading } from '../gravity-sign.ts'
import type { Heat } from '../heat.ts'
import type { Guess, SpeakerKind } from '../speaker.ts'

/** The gauge in words: why this level, sign by sign, what would raise or lower it, and what is guessed (L3). */
export type GravitySaid = {
  readonly headline: string
  /** The level and the signs that make it, for where there is little room. */
  readonly short: string
  readonly signs: readonly {
    readonly sign: Sign
    readonly grade: number
    readonly name: string
    readonly sentence: string
  }[]
  readonly raise: string | null
  readonly lower: string | null
  /** What the reader must know of how it was counted: guesses, what nobody told, what was not heard. */
  readonly notes: readonly string[]
}

/** What each language has of its own; how a gauge is told is the same. */
export type GravityTongue = {
  readonly names: Readonly<Record<Sign, string>>
  readonly heats: Readonly<Record<Heat, string>>
  speakers(kind: SpeakerKind, count: number): string
  guess(name: string, kind: SpeakerKind, guess: Guess): string
  headline(level: number, atLeast: boolean, because: readonly string[]): string
  short(level: number, atLeast: boolean, names: readonly string[]): string
  volume(reading: SignReading<'volume'>): string
  wording(reading: SignReading<'wording'>, by: readonly string[]): string
  heat(name: string, people: number, words: readonly string[]): string
  speaking(reading: SignReading<'speakers'>, who: readonly string[]): string
  spread(reading: SignReading<'spread'>): string
  raised(need: Need): string
  lowered(need: Need): string
  raise(level: number, grades: number, needs: readonly string[]): string
  lower(level: number, grades: number, needs: readonly string[]): string
  readonly cannotFall: string
  readonly floor: string
  readonly unheard: string
  untold(count: number): string
  readonly guessing: string
}

const SHOWN_GUESSES = 3

/** Says the gauge in one language: the heaviest signs first in the headline, each sign in full below (L3). */
export const sayGravity = (gravity: Gravity, t: GravityTongue): GravitySaid => {
  const { volume, wording, speakers, spread } = gravity.signs
  const heats = wording.because.by.map(({ heat, people, words }) => t.heat(t.heats[heat], people, words))
  const who = Object.entries(speakers.because.counts).flatMap(([kind, count]) =>
    count === 0 ? [] : [t.speakers(kind as SpeakerKind, count)],
  )
  const signs = [
    { reading: volume, sentence: t.volume(volume) },
    { reading: wording, sentence: t.wording(wording, heats) },
    { reading: speakers, sentence: t.speaking(speakers, who) },
    { reading: spread, sentence: t.spread(spread) },
  ].map(({ reading: { sign, grade }, sentence }) => ({ sign, grade, name: t.names[sign], sentence }))
  const because = signs.filter(({ grade }) => grade > 0).toSorted((a, b) => b.grade - a.grade)
  const needs = (way: Gravity['raise'], of: (reading: SignReading) => Need | null, say: (need: Need) => string) =>
    (way?.signs ?? []).flatMap((sign) => {
      const need = of(gravity.signs[sign])
      return need === null ? [] : [say(need)]
    })
  const { raise, lower } = gravity
  const guessed = speakers.because.guessed.slice(0, SHOWN_GUESSES)
  return {
    headline: t.headline(
      gravity.level,
      gravity.atLeast,
      because.map(({ sentence }) => sentence),
    ),
    short: t.short(
      gravity.level,
      gravity.atLeast,
      because.map(({ name }) => name.toLowerCase()),
    ),
    signs,
    raise:
      raise &&
      t.raise(
        raise.level,
        raise.grades,
        needs(raise, ({ next }) => next, t.raised),
      ),
    lower:
      lower !== null
        ? t.lower(
            lower.level,
            lower.grades,
            needs(lower, ({ back }) => back, t.lowered),
          )
        : gravity.level > 1
          ? t.cannotFall
          : null,
    notes: [
      ...(gravity.floor === null ? [] : [t.floor]),
      ...(gravity.atLeast ? [t.unheard] : []),
      ...(guessed.length === 0 ? [] : [t.guessing, ...guessed.map((one) => t.guess(one.name, one.kind, one.guess))]),
      ...(speakers.because.untold === 0 ? [] : [t.untold(speakers.because.untold)]),
    ],
  }
}

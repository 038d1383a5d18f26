import type { Tone } from '../finding.ts'
import { type WordList, words } from '../reading/pattern.ts'

/**
 * Words that are unkind to the person who reads them. From 1 on a cue is enough by itself; lighter ones add up. `after` says what the
 * customer's words must be like for the cue to mean harm: « bravo » to a happy customer is only bravo.
 */
export type Cue = {
  readonly tone: Tone
  readonly weight: number
  readonly after: 'anything' | 'trouble'
  readonly pattern: WordList
}

export const cues = (tone: Tone, weight: number, after: Cue['after'], ...alternatives: readonly string[]): Cue => ({
  tone,
  weight,
  after,
  pattern: words(...alternatives),
})

/** Faces that wink, roll their eyes or laugh; next to a complaint they are half of an irony. */
export const SMIRKS: Cue = cues(
  'sarcasm',
  0.5,
  'trouble',
  '[\\u{1f602}\\u{1f923}\\u{1f643}\\u{1f644}\\u{1f60f}\\u{1f921}\\u{1f44f}\\u{1f937}\\u{1f609}\\u{1f485}\\u{1f971}]',
)

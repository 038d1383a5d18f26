import { hasIn, marksOf } from '../reading/marks.ts'
import { isQuoted } from '../reading/mood.ts'
import { onceForEach } from '../reading/once.ts'
import { type Match, words } from '../reading/pattern.ts'
import { type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import type { Cue } from './cue.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import { isTurnedInwards } from './inwards.ts'

/** An unkind turn of phrase found in the draft. */
export type Felt = Match & { readonly cue: Cue; readonly weight: number }

const SORRY = words(
  "desolee?s?|navree?s?|pardon|excuses?|on s'en veut|regrett\\w+",
  "sorry|apolog\\w+|we're gutted|our fault|our mistake|on us",
)

/** « Quel drame, nous sommes désolés » is meant. */
const weigh = (draft: PreparedDraft, match: Match, cue: Cue): number => {
  if (cue.tone === 'insult' || cue.tone === 'threat') return cue.weight
  const sentence = sentenceAt(draft, match.start)
  return sentence !== undefined && hasIn(draft, SORRY, sentence.start, sentence.end) ? cue.weight / 2 : cue.weight
}

/** The unkind turns of phrase of a draft, the gravest first. */
export const findCues = onceForEach((draft: PreparedDraft): readonly Felt[] => {
  const found: Felt[] = []
  for (const cue of [...FRENCH, ...ENGLISH]) {
    if (cue.after === 'trouble' && !draft.incoming.unhappy) continue
    for (const m of marksOf(draft, cue.pattern)) {
      if (isQuoted(draft.folded, m.start) || isTurnedInwards(draft, m)) continue
      if (!found.some((f) => f.start < m.end && m.start < f.end))
        found.push({ ...m, cue, weight: weigh(draft, m, cue) })
    }
  }
  found.sort((a, b) => b.weight - a.weight || a.start - b.start)
  return found
})

/** What the cues weigh together, from 0 to 1. */
export const weighCues = (draft: PreparedDraft): number =>
  Math.min(
    1,
    findCues(draft).reduce((sum, f) => sum + f.weight, 0),
  )

import type { Found, Tone } from '../finding.ts'
import { removeStretch, replaceStretch } from '../fixes.ts'
import { likelihood } from '../learned/linear.ts'
import { TONE } from '../learned/tone.ts'
import { toOriginal } from '../reading/fold.ts'
import { hasIn } from '../reading/marks.ts'
import { isNegative, isQuoted } from '../reading/mood.ts'
import { type PreparedDraft, sentenceAt, trimmed } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import type { Rule } from '../rule.ts'
import { courteous } from '../tone/courteous.ts'
import { toneFeatures, WHICH } from '../tone/features.ts'
import { findCues } from '../tone/weigh-cues.ts'

const ENOUGH = 1
const LIKELY = 0.5
const GRAVE: ReadonlySet<Tone> = new Set(['insult', 'threat'])

const toFound = (draft: PreparedDraft, place: Stretch, tone: Tone): Found => {
  const stretch = sentenceAt(draft, place.start) ?? place
  const { start, end } = trimmed(draft.folded, place.start, place.end)
  return {
    code: 'unkind-words',
    params: { tone },
    severity: GRAVE.has(tone) ? 'block' : 'warn',
    ...toOriginal(draft, start, end),
    fixes: [
      replaceStretch(draft, 'say-it-courteously', stretch, courteous(draft.language, draft.tu)),
      removeStretch(draft, stretch),
    ],
  }
}

/** « Quand est-il arrivé ? » asks; it turns on nobody. */
const onlyAsks = (draft: PreparedDraft): boolean =>
  draft.sentences.every((s) => s.question && hasIn(draft, WHICH, s.start, s.end))

/** A retort without a word that could hurt alone: it gives the unhappy reader nothing, and turns on them. */
const isRetort = (draft: PreparedDraft): boolean =>
  draft.incoming.unhappy &&
  !onlyAsks(draft) &&
  draft.sentences.length > 0 &&
  likelihood(TONE, toneFeatures(draft), draft.folded) >= LIKELY

/** Does not get angry: no insult, threat, irony or condescension towards the person who reads (G3). */
export const anger: Rule = {
  code: 'G3',
  doctrine: 'G3',
  sentence: 'Do not get angry. Stay courteous; never aggressive, ironic or ungrateful.',
  appliesTo: () => true,
  find: (draft) => {
    const cues = findCues(draft)
    const strong = cues.filter((f) => f.weight >= ENOUGH)
    const total = cues.reduce((sum, f) => sum + f.weight, 0)
    const shown = strong.length > 0 ? strong : total >= ENOUGH ? cues.slice(0, 1) : []
    if (shown.length === 0) {
      const [first] = draft.sentences
      if (first === undefined || !isRetort(draft)) return []
      return [toFound(draft, { start: first.start, end: draft.folded.length }, 'dismissal')]
    }
    const said = new Set<number>()
    return shown.flatMap((one) => {
      const place = sentenceAt(draft, one.start)?.start ?? one.start
      if (said.has(place)) return []
      said.add(place)
      return [toFound(draft, one, one.cue.tone)]
    })
  },
}

/** « vous êtes », "you're", « espèce de »: said to the face of whoever reads. */
const TO_THE_FACE = /\b(?:vous etes|vous n'etes qu|tu es|t'es|espece d|you are|you're|youre)\b/
const REACH = 24

/** An insult to the face of whoever reads, of which no model makes a courtesy. */
export const insults: Pick<Rule, 'find'> = {
  find: (draft) =>
    findCues(draft).flatMap(({ cue: { tone }, weight, start, end }) => {
      if (tone !== 'insult' || weight < ENOUGH) return []
      const from = sentenceAt(draft, start)?.start ?? 0
      const isToTheFace = TO_THE_FACE.test(draft.folded.slice(Math.max(from, start - REACH), end))
      if (!isToTheFace || isNegative(draft, from, end) || isQuoted(draft.folded, start)) return []
      return [toFound(draft, { start, end }, tone)]
    }),
}

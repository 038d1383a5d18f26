import { claimsOf } from '../claims/claims-of.ts'
import type { Explanations, Found } from '../finding.ts'
import { removeStretch } from '../fixes.ts'
import { confirmedStretches, type MaySayLine } from '../may-say.ts'
import { toOriginal } from '../reading/fold.ts'
import { findListed, saysAny } from '../reading/listed.ts'
import { hasIn } from '../reading/marks.ts'
import { isConditional, isSaidByOthers, isWished } from '../reading/mood.ts'
import { words } from '../reading/pattern.ts'
import { clauseAt, type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import { findTimes } from '../reading/times.ts'
import type { Rule } from '../rule.ts'

type What = Explanations['may-not-be-said']['what']
type Place = Stretch & { readonly what: What }

/** « We do not know yet », « we are checking »: what is not confirmed may be named, as long as it is not stated. */
const OPEN = words(
  'pas encore|ne savons pas|ne sais pas|ignorons|verifi\\w+|cherch\\w+|enquet\\w+|examin\\w+|confirm\\w+|precis\\w+|des que|reviens|revenons|reviendr\\w+',
  "not yet|don't know|do not know|check\\w*|looking into|investigat\\w*|confirm\\w*|as soon as|come back|get back|update you",
)

const isStated = (draft: PreparedDraft, { start, end }: Stretch): boolean => {
  const clause = clauseAt(draft, start)
  const sentence = sentenceAt(draft, start)
  const from = clause?.start ?? start
  if (clause?.question === true || hasIn(draft, OPEN, sentence?.start ?? from, sentence?.end ?? end)) return false
  return !isConditional(draft, from, start) && !isWished(draft, from, start) && !isSaidByOthers(draft, from, start)
}

/** Whether a place of the draft is about a line: any is, in the cases of its incident; elsewhere a sentence that says its words. */
const isAbout = (draft: PreparedDraft, { ours, words: known }: MaySayLine, { start, end }: Stretch): boolean => {
  if (ours) return true
  const sentence = sentenceAt(draft, start)
  return known.length > 0 && saysAny(draft.folded.slice(sentence?.start ?? start, sentence?.end ?? end), known)
}

const claimed = (draft: PreparedDraft, line: MaySayLine): Place[] =>
  line.claims.length === 0
    ? []
    : claimsOf(draft).flatMap(({ claim, kind, proved }): Place[] =>
        !proved && line.claims.includes(kind) && isAbout(draft, line, claim)
          ? [{ start: claim.start, end: claim.end, what: 'claim' }]
          : [],
      )

const dated = (draft: PreparedDraft, line: MaySayLine): Place[] =>
  line.dates
    ? findTimes(draft.folded).flatMap(({ start, end }): Place[] =>
        isAbout(draft, line, { start, end }) ? [{ start, end, what: 'date' }] : [],
      )
    : []

/** Forbidden words are out wherever they stand; words of what is not confirmed, where they state it and nothing else tells a claim of it. */
const worded = (draft: PreparedDraft, line: MaySayLine): Place[] => {
  if (line.words.length === 0) return []
  const said = findListed(draft.folded, line.words).map(({ start, end }): Place => ({ start, end, what: 'words' }))
  if (line.state === 'forbidden') return said
  return line.claims.length > 0 || line.dates ? [] : said.filter((place) => isStated(draft, place))
}

const placesOf = (draft: PreparedDraft, line: MaySayLine): Place[] => {
  if (line.state === 'confirmed') return []
  const places = [...worded(draft, line), ...claimed(draft, line), ...dated(draft, line)]
  return places.filter((one, n) => !places.slice(0, n).some((other) => other.start < one.end && one.start < other.end))
}

/** What the crisis cell has forbidden, and what it has not confirmed yet: nobody of the brand says it, in any conversation (C3, G4). */
export const maySay: Rule = {
  code: 'C3',
  doctrine: 'C3',
  sentence: 'What is said of a crisis matches its real state.',
  appliesTo: ({ maySay: lines }) => lines !== undefined && lines.length > 0,
  find: (draft) => {
    const lines = draft.input.maySay ?? []
    const confirmed = confirmedStretches(draft.folded, lines)
    const isConfirmed = ({ start, end }: Stretch) => confirmed.some((one) => start < one.end && one.start < end)
    return lines.flatMap((line) =>
      placesOf(draft, line)
        .filter((place) => !isConfirmed(place))
        .map(
          ({ start, end, what }): Found => ({
            code: 'may-not-be-said',
            params: { state: line.state === 'forbidden' ? 'forbidden' : 'unconfirmed', what, says: line.says },
            severity: 'block',
            ...toOriginal(draft, start, end),
            fixes: [removeStretch(draft, sentenceAt(draft, start) ?? { start, end })],
          }),
        ),
    )
  },
}

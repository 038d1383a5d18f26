import { hasIn } from '../reading/marks.ts'
import { type Match, words } from '../reading/pattern.ts'
import { clauseAt, type PreparedDraft } from '../reading/prepare.ts'

const US = words(
  "on|nous|je|j'|notre|nos|mon|ma|chez nous|c'est nous|pardon|desolee?s?|excuses?",
  "we|i|us|our|my|we're|i'm|i'd|we've|we'd|ours|sorry|apolog\\w+",
)
const YOU = words("vous|votre|vos|tu|te|t'|toi|ton|ta|tes", "you|your|you're|you've|yours")
const HARSH =
  /^(?:idiot|debile|cretin|imbecile|abruti|con|bouffon|guignol|boulet|blaireau|menteu|mytho|stupid|moron|pathetic|liar|loser|muppet|clueless|nonsense|crystal|boule|mind|baguette|magic)/

/** The brand mocks or blames itself, or takes the customer's own harsh word on itself. */
export const isTurnedInwards = (draft: PreparedDraft, match: Match): boolean => {
  const clause = clauseAt(draft, match.start)
  const from = clause?.start ?? 0
  const to = clause?.end ?? draft.folded.length
  if (!HARSH.test(match.text)) return false
  return hasIn(draft, US, from, to) && !hasIn(draft, YOU, from, to)
}

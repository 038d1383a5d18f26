import type { Explanation, Found } from '../finding.ts'
import { removeStretch } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import { isNegative, isQuoted, isSaidByOthers } from '../reading/mood.ts'
import { type PreparedDraft, trimmed } from '../reading/prepare.ts'

/** Finds the sentences that say something in so many words: not denied, not told of others, not quoted. */
export const findOutright = (
  draft: PreparedDraft,
  says: (sentence: string) => boolean,
  finding: Explanation & Pick<Found, 'severity'>,
): Found[] =>
  draft.sentences.flatMap(({ start, end }) => {
    if (!says(draft.folded.slice(start, end))) return []
    if (isNegative(draft, start, end) || isSaidByOthers(draft, start, end) || isQuoted(draft.folded, start)) return []
    const part = trimmed(draft.folded, start, end)
    const place = toOriginal(draft, part.start, part.end)
    return [{ ...finding, ...place, fixes: [removeStretch(draft, { start, end })] }]
  })

import type { LengthLimit } from '#core/text/length.ts'
import { measureLength } from '#core/text/length.ts'
import { edit } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'

const MOST_BYTES_A_UNIT = 3

/** So short that no way of counting makes it too long; most drafts are, and counting graphemes is slow. */
const surelyFits = (length: number, limit: LengthLimit): boolean =>
  limit.weighted === undefined &&
  length <= (limit.graphemes ?? length) &&
  length <= (limit.characters ?? length) &&
  length * MOST_BYTES_A_UNIT <= (limit.bytes ?? length * MOST_BYTES_A_UNIT)

/** The end of the last sentence that fits whole, else the place where the limit falls. */
const cutAt = (draft: PreparedDraft, over: number): number => {
  const ends = draft.sentences.map((s) => toOriginal(draft, s.start, s.end).end).filter((end) => end <= over)
  return ends.at(-1) ?? over
}

/** Never sends what the network would refuse or cut. */
export const tooLong: Rule = {
  code: 'length',
  doctrine: 'A3',
  sentence: 'An answer fits in what the network carries.',
  appliesTo: (input) => input.limit !== undefined && !surelyFits(input.text.length, input.limit),
  find: (draft) => {
    if (draft.input.limit === undefined) return []
    const { used, max, unit, over } = measureLength(draft.text, draft.input.limit)
    if (over === null) return []
    const end = draft.text.length
    return [
      {
        code: 'too-long',
        params: { used, max, unit },
        severity: 'block',
        start: over.start,
        end,
        fixes: [edit('cut', cutAt(draft, over.start), end, '')],
      },
    ]
  },
}

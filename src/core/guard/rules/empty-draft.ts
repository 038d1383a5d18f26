import { trimmed } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'

/** Says nothing, or only what nobody can see. */
export const emptyDraft: Rule = {
  code: 'empty',
  doctrine: 'A1',
  sentence: 'An answer has words in it.',
  appliesTo: () => true,
  find: (draft) => {
    const { start, end } = trimmed(draft.folded, 0, draft.folded.length)
    return start === end
      ? [{ code: 'empty-draft', params: {}, severity: 'block', start: 0, end: draft.text.length, fixes: [] }]
      : []
  },
}

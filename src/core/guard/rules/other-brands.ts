import { toOriginal } from '../reading/fold.ts'
import { findListed } from '../reading/listed.ts'
import type { Rule } from '../rule.ts'

/** Another brand of the same desk is named: the words may have been meant for its account (G5). */
export const otherBrands: Rule = {
  code: 'G5',
  doctrine: 'G5',
  sentence: 'Never speak for another brand.',
  appliesTo: ({ charter }) => (charter?.otherBrands.length ?? 0) > 0,
  find: (draft) => {
    const names = draft.input.charter?.otherBrands ?? []
    return findListed(draft.folded, names).map(
      ({ start, end, place }) =>
        ({
          code: 'other-brand',
          params: { name: names[place] ?? '' },
          severity: 'approve',
          ...toOriginal(draft, start, end),
          fixes: [],
        }) as const,
    )
  },
}

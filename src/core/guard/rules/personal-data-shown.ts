import type { Found } from '../finding.ts'
import { edit, removeStretch, switchToPrivate } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import { onceForEach } from '../reading/once.ts'
import { type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'
import { findContactsShown } from '../shown/contacts.ts'
import { findLife } from '../shown/life.ts'
import { findNames } from '../shown/names.ts'
import { findPlaces } from '../shown/places.ts'
import { findReferences } from '../shown/references.ts'
import { customerWrote, type Shown } from '../shown/shown.ts'

const toFound = (draft: PreparedDraft, shown: Shown): Found => {
  const { start, end } = toOriginal(draft, shown.start, shown.end)
  const sentence = sentenceAt(draft, shown.start)
  const mask = shown.mask
  return {
    code: 'shows-personal-data',
    params: { what: shown.kind, customerWroteIt: customerWrote(draft, draft.folded.slice(shown.start, shown.end)) },
    severity: shown.sure ? 'block' : 'warn',
    start,
    end,
    fixes: [
      ...(mask === undefined ? [] : [edit('mask', start, end, mask)]),
      ...switchToPrivate(draft),
      ...(sentence === undefined ? [] : [removeStretch(draft, sentence)]),
    ],
  }
}

/** Never repeats a customer's personal information where everybody reads, even what they wrote there themselves (G2). */
export const personalDataShown: Rule = {
  code: 'G2',
  doctrine: 'G2',
  sentence: "Never repeat a customer's personal information in public.",
  appliesTo: (input) => input.audience === 'public',
  find: onceForEach((draft) =>
    [findContactsShown, findReferences, findNames, findPlaces, findLife]
      .flatMap((find) => find(draft))
      .map((shown) => toFound(draft, shown)),
  ),
}

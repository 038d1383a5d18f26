import { claimsOf } from '../claims/claims-of.ts'
import { currentFacts } from '../claims/proof.ts'
import type { Found } from '../finding.ts'
import { edit, openWay } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import { type PreparedDraft, trimmed } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'
import { personalDataRequest } from './personal-data-request.ts'
import { personalDataShown } from './personal-data-shown.ts'

const SETTLING = ['refund', 'delivery', 'replacement', 'resolution']

/** The dispute is over as far as the case file knows: what remains is to close it kindly. */
const isClosing = (draft: PreparedDraft): boolean => {
  const { facts, settled } = draft.input
  const current = currentFacts(facts)
  // A false closing closes nothing.
  return (settled || SETTLING.some((kind) => current.get(kind) === 'done')) && claimsOf(draft).every((c) => c.proved)
}

const LIKELY = 0.5
const OF_A_FILE = new Set(['refund', 'delivery', 'replacement'])

/** The answer itself, or the case file, speaks of the customer's own affairs. */
const fromOurSide = (draft: PreparedDraft): number => {
  const filed = draft.input.facts.some((f) => OF_A_FILE.has(f.kind)) ? 0.4 : 0
  const claimed = claimsOf(draft).some((c) => OF_A_FILE.has(c.kind)) ? 0.3 : 0
  const personal = [personalDataRequest, personalDataShown].some((rule) => rule.find(draft).length > 0) ? 0.3 : 0
  return filed + claimed + personal
}

/** The customer's own number or address, repeated, invites nobody. */
const isInvited = (draft: PreparedDraft): boolean => {
  if (draft.privateWays.length === 0) return false
  const theirs = personalDataShown.find(draft)
  return draft.privateWays.some((way) => {
    const at = toOriginal(draft, way.start, way.end)
    return !theirs.some((t) => t.start < at.end && at.start < t.end)
  })
}

const aboutOwnMatter = (draft: PreparedDraft): 'surely' | 'likely' | 'no' => {
  if (draft.input.isOwnDispute !== undefined) return draft.input.isOwnDispute ? 'surely' : 'no'
  const { ownMatter, unhappy } = draft.incoming
  if (ownMatter >= LIKELY) return 'likely'
  return unhappy && ownMatter + fromOurSide(draft) >= LIKELY ? 'likely' : 'no'
}

/** The first public answer to a customer's own dispute invites them to a private way of the brand (P1). */
export const privateWayMissing: Rule = {
  code: 'P1',
  doctrine: 'P1',
  sentence: "The first public answer to a customer's own dispute invites them to a private channel.",
  appliesTo: (input) => input.audience === 'public' && input.isFirstAnswer,
  find: (draft): Found[] => {
    if (isInvited(draft)) return []
    const own = aboutOwnMatter(draft)
    const { start, end } = trimmed(draft.folded, 0, draft.folded.length)
    if (own === 'no' || start === end || isClosing(draft)) return []
    const way = openWay(draft)
    const at = toOriginal(draft, start, end)
    const last = draft.sentences.at(-1)
    const place = last === undefined ? at : toOriginal(draft, trimmed(draft.folded, last.start, last.end).start, end)
    return [
      {
        code: 'no-private-way',
        params: { surely: own === 'surely' },
        severity: own === 'surely' ? 'block' : 'warn',
        ...place,
        fixes:
          way === undefined ? [] : [edit('add-private-way', at.end, at.end, ` ${way.wording[draft.language].trim()}`)],
      },
    ]
  },
}

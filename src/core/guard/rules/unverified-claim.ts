import { claimsOf } from '../claims/claims-of.ts'
import { findLikelyClaims } from '../claims/likely.ts'
import { currentFacts } from '../claims/proof.ts'
import { whatIsTrue } from '../claims/what-is-true.ts'
import type { ClaimKind, Found } from '../finding.ts'
import { removeStretch, replaceStretch } from '../fixes.ts'
import { fold, toOriginal } from '../reading/fold.ts'
import { type PreparedDraft, sentenceAt, trimmed } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import type { Rule } from '../rule.ts'

const FACT_OF: Partial<Record<ClaimKind, string>> = {
  refund: 'refund',
  delivery: 'delivery',
  replacement: 'replacement',
  owner: 'owner',
  resolution: 'resolution',
}

type Told = Stretch & { readonly kind: ClaimKind; readonly sure: boolean }

const toFound = (draft: PreparedDraft, told: Told): Found => {
  const fact = FACT_OF[told.kind]
  const requested = fact !== undefined && currentFacts(draft.input.facts).get(fact) === 'requested'
  const known = requested ? 'requested' : 'nothing'
  const sentence = sentenceAt(draft, told.start) ?? told
  return {
    code: 'claim-without-fact',
    params: { claim: told.kind, known },
    severity: told.sure ? 'block' : 'warn',
    ...toOriginal(draft, told.start, told.end),
    fixes: [
      replaceStretch(draft, 'say-what-is-true', sentence, whatIsTrue(told.kind, known, draft.language, draft.tu)),
      removeStretch(draft, sentence),
    ],
  }
}

/** Never states what the case file does not hold (G4). */
export const unverifiedClaim: Rule = {
  code: 'G4',
  doctrine: 'G4',
  sentence: 'Never state what is not true: what is said of a case matches the case file.',
  appliesTo: () => true,
  find: (draft) => {
    const stated = claimsOf(draft).flatMap(({ claim, kind, proved }): Told[] =>
      proved ? [] : [{ start: claim.start, end: claim.end, kind, sure: true }],
    )
    const likely = findLikelyClaims(draft).map(({ sentence }): Told => {
      const { start, end } = trimmed(draft.folded, sentence.start, sentence.end)
      return { start, end, kind: 'done', sure: false }
    })
    return [...stated, ...likely].map((told) => toFound(draft, told))
  },
}

/** Told as over and done, of money, a parcel or another one: « vous avez été remboursé », "it has been delivered"; or in somebody's hands. */
const PLAINLY_SAID =
  /\bete (?:\w+ )?(?:rembours|recredit|indemnis|livre|expedie|remplace)\w*|\b(?:avons|ai) (?:\w+ )?rembours\w*|\b(?:been|was|were|have|has) (?:\w+ )?(?:refunded|reimbursed|delivered|replaced)\b|\best (?:\w+ )?prise? en (?:charge|main)\b|\bis (?:\w+ )?being (?:handled|looked after|dealt with|taken care of)\b/
const BEFORE = 20

/** The plainest of claims, of which no model, and no sentence beside it, makes anything else (G4). */
export const isPlainClaim = (draft: PreparedDraft, { severity, start, end }: Found): boolean =>
  severity === 'block' && PLAINLY_SAID.test(fold(draft.text.slice(Math.max(0, start - BEFORE), end)).folded)

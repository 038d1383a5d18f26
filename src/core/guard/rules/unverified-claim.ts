import type { Claim } from '../claims/claim.ts'
import { claimsOf } from '../claims/claims-of.ts'
import { currentFacts } from '../claims/proof.ts'
import { whatIsTrue } from '../claims/what-is-true.ts'
import type { ClaimKind, Found } from '../finding.ts'
import { removeStretch, replaceStretch } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import { clauseAt, type PreparedDraft, sentenceAt } from '../reading/prepare.ts'
import type { Rule } from '../rule.ts'

const FACT_OF: Partial<Record<ClaimKind, string>> = {
  refund: 'refund',
  delivery: 'delivery',
  replacement: 'replacement',
  owner: 'owner',
  resolution: 'resolution',
}

const toFound = (draft: PreparedDraft, claim: Claim, kind: ClaimKind): Found => {
  const fact = FACT_OF[kind]
  const known =
    fact !== undefined && currentFacts(draft.input.facts).get(fact) === 'requested' ? 'requested' : 'nothing'
  const sentence = sentenceAt(draft, claim.start)
  const stretch = clauseAt(draft, claim.start) ?? claim
  const wide = { start: stretch.start, end: Math.max(stretch.end, claim.end) }
  return {
    code: 'claim-without-fact',
    params: { claim: kind, known },
    severity: 'block',
    ...toOriginal(draft, claim.start, claim.end),
    fixes: [
      replaceStretch(draft, 'say-what-is-true', sentence ?? wide, whatIsTrue(kind, known, draft.language, draft.tu)),
      ...(sentence === undefined ? [] : [removeStretch(draft, sentence)]),
    ],
  }
}

/** Never states what the case file does not hold (G4). */
export const unverifiedClaim: Rule = {
  code: 'G4',
  doctrine: 'G4',
  sentence: 'Never state what is not true: what is said of a case matches the case file.',
  appliesTo: () => true,
  find: (draft) => claimsOf(draft).flatMap(({ claim, kind, proved }) => (proved ? [] : [toFound(draft, claim, kind)])),
}

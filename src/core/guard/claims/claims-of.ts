import type { ClaimKind } from '../finding.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Claim } from './claim.ts'
import { findClaims } from './find-claims.ts'
import { isProved } from './proof.ts'
import { askedFor, isStated, readKind } from './read-claim.ts'

/** What the draft states as done, and whether the case file holds it. */
export type Stated = { readonly claim: Claim; readonly kind: ClaimKind; readonly proved: boolean }

/** Every claim of the draft, read once for the rules that need it. */
export const claimsOf = onceForEach((draft: PreparedDraft): readonly Stated[] => {
  const { facts, settled } = draft.input
  return findClaims(draft.folded, draft.plain)
    .filter((claim) => isStated(draft, claim))
    .map((claim) => {
      const kind = readKind(draft, claim)
      return {
        claim,
        kind,
        proved: isProved(kind, kind === 'request' ? askedFor(draft, claim) : undefined, facts, settled),
      }
    })
})

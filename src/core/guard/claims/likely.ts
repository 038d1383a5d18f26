import { CLAIM } from '../learned/claim.ts'
import { likelihood } from '../learned/linear.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Sentence } from '../reading/segment.ts'
import { claimsOf } from './claims-of.ts'
import { claimFeatures } from './features.ts'

/** A sentence that tells of something done in words that no list holds. */
export type LikelyClaim = { readonly sentence: Sentence; readonly likelihood: number }

const LIKELY = 0.6
const OF_A_CASE = new Set(['refund', 'delivery', 'replacement', 'resolution', 'owner'])

/** How likely each sentence is to claim that something is done; the surest are claims though no list holds their words. */
export const weighSentences = onceForEach((draft: PreparedDraft): readonly LikelyClaim[] =>
  draft.sentences.map((sentence) => ({
    sentence,
    likelihood: likelihood(CLAIM, claimFeatures(draft, sentence), draft.folded.slice(sentence.start, sentence.end)),
  })),
)

/** Which fact such a sentence would need cannot be known: any fact that is done may be the one. */
export const findLikelyClaims = (draft: PreparedDraft): readonly LikelyClaim[] => {
  const { facts, settled } = draft.input
  if (settled || facts.some((fact) => fact.status === 'done' && OF_A_CASE.has(fact.kind))) return []
  return weighSentences(draft).filter(
    ({ sentence, likelihood: likely }) =>
      likely >= LIKELY &&
      !claimsOf(draft).some(({ claim }) => claim.start >= sentence.start && claim.start < sentence.end),
  )
}

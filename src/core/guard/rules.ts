import { lexicon } from './concepts/words.ts'
import type { Fault } from './faults/fault.ts'
import { judgedRule } from './faults/judge.ts'
import { signsOf } from './faults/signs.ts'
import { surely } from './faults/surely.ts'
import { type Weigher, weigher } from './faults/weigh.ts'
import { FAULTS } from './learned/faults.ts'
import type { Rule } from './rule.ts'
import { anger, insults } from './rules/anger.ts'
import { charterRules } from './rules/charter-rules.ts'
import { copiedReply } from './rules/copied-reply.ts'
import { earlyGesture } from './rules/early-gesture.ts'
import { emptyDraft } from './rules/empty-draft.ts'
import { maySay } from './rules/may-say.ts'
import { personalDataRequest } from './rules/personal-data-request.ts'
import { personalDataShown } from './rules/personal-data-shown.ts'
import { privateWayClosed } from './rules/private-way-closed.ts'
import { privateWayMissing } from './rules/private-way-missing.ts'
import { reviewBargain } from './rules/review-bargain.ts'
import { signatureMissing } from './rules/signature-missing.ts'
import { speaksAs } from './rules/speaks-as.ts'
import { swornHour } from './rules/sworn-hour.ts'
import { templateLeft } from './rules/template-left.ts'
import { tooLong } from './rules/too-long.ts'
import { unlabelledReward } from './rules/unlabelled-reward.ts'
import { isPlainClaim, unverifiedClaim } from './rules/unverified-claim.ts'
import { wrongAccount } from './rules/wrong-account.ts'

/** Rules that no list of words can carry: their sentences are read by the model alone. */
const learned: readonly (readonly [Fault, string])[] = [
  ['G6', 'Never run down what the brand stands for: its town, its customers, its products, its own people.'],
  ['G7', 'Never blame a customer for complaining in public.'],
  ['A4', 'Natural language: no administrative or commercial tone.'],
]

const learnedRule = (read: Weigher, code: Fault, sentence: string): Rule =>
  judgedRule(read, code, { code, doctrine: code, sentence, appliesTo: () => true })

/** Of the claims that the lists found already. */
const plainClaims: Pick<Rule, 'find'> = {
  find: (draft) =>
    signsOf(draft).flatMap(({ code, found }) => (code === 'G4' && isPlainClaim(draft, found) ? [found] : [])),
}

/** Every rule, in the order in which findings at the same place are shown, with the learned ones read by this model. */
export const rulesJudgedBy = (read: Weigher): readonly Rule[] => [
  wrongAccount,
  judgedRule(read, 'G1', personalDataRequest),
  judgedRule(read, 'G2', personalDataShown),
  surely(insults, judgedRule(read, 'G3', anger)),
  maySay,
  surely(plainClaims, judgedRule(read, 'G4', unverifiedClaim)),
  surely(reviewBargain, judgedRule(read, 'D2x', reviewBargain)),
  surely(
    speaksAs,
    learnedRule(read, 'G5', "A person's life and another brand's name have no place in the brand's words."),
  ),
  surely(earlyGesture, learnedRule(read, 'G8', 'No commercial gesture before the problem is settled.')),
  surely(swornHour, learnedRule(read, 'G9', 'Do not commit the brand on slippery ground.')),
  ...learned.map(([code, sentence]) => learnedRule(read, code, sentence)),
  ...charterRules,
  privateWayClosed,
  judgedRule(read, 'P1', privateWayMissing),
  templateLeft,
  copiedReply,
  signatureMissing,
  unlabelledReward,
  tooLong,
  emptyDraft,
]

export const rules: readonly Rule[] = rulesJudgedBy(weigher(lexicon, FAULTS))

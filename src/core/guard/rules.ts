import type { Rule } from './rule.ts'
import { anger } from './rules/anger.ts'
import { copiedReply } from './rules/copied-reply.ts'
import { emptyDraft } from './rules/empty-draft.ts'
import { personalDataRequest } from './rules/personal-data-request.ts'
import { personalDataShown } from './rules/personal-data-shown.ts'
import { privateWayClosed } from './rules/private-way-closed.ts'
import { privateWayMissing } from './rules/private-way-missing.ts'
import { signatureMissing } from './rules/signature-missing.ts'
import { templateLeft } from './rules/template-left.ts'
import { tooLong } from './rules/too-long.ts'
import { unverifiedClaim } from './rules/unverified-claim.ts'
import { wrongAccount } from './rules/wrong-account.ts'

/** Every rule, in the order in which findings at the same place are shown. Adding a rule is adding it here. */
export const rules: readonly Rule[] = [
  wrongAccount,
  personalDataRequest,
  personalDataShown,
  anger,
  unverifiedClaim,
  privateWayClosed,
  privateWayMissing,
  templateLeft,
  copiedReply,
  signatureMissing,
  tooLong,
  emptyDraft,
]

import type { Rule } from './rule.ts'
import { personalDataRequest } from './rules/personal-data-request.ts'
import { personalDataShown } from './rules/personal-data-shown.ts'
import { unverifiedClaim } from './rules/unverified-claim.ts'

/** Every rule, in the order in which findings at the same place are shown. Adding a rule is adding it here. */
export const rules: readonly Rule[] = [personalDataRequest, personalDataShown, unverifiedClaim]

import type { Found } from '../finding.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import { anger } from '../rules/anger.ts'
import { personalDataRequest } from '../rules/personal-data-request.ts'
import { personalDataShown } from '../rules/personal-data-shown.ts'
import { privateWayMissing } from '../rules/private-way-missing.ts'
import { unverifiedClaim } from '../rules/unverified-claim.ts'

/** Rules made of lists, whose findings are the strongest signs that the learned reading has. */
export const listed = {
  G1: personalDataRequest,
  G2: personalDataShown,
  G3: anger,
  G4: unverifiedClaim,
  P1: privateWayMissing,
} as const
export type Listed = keyof typeof listed

export type Sign = { readonly code: Listed; readonly found: Found }

const isListed = (code: string): code is Listed => Object.hasOwn(listed, code)

/** What the lists find in a draft, read once for all that is learned. */
export const signsOf = onceForEach((draft: PreparedDraft): readonly Sign[] =>
  Object.keys(listed)
    .filter(isListed)
    .flatMap((code) =>
      listed[code].appliesTo(draft.input) ? listed[code].find(draft).map((found): Sign => ({ code, found })) : [],
    ),
)

import type { ClaimKind } from '../finding.ts'

/** Words that say something has been done; offsets are in the folded text. */
export type Claim = { readonly kind: ClaimKind; readonly start: number; readonly end: number; readonly text: string }

import { checkDraft } from '#core/guard/check-draft.ts'
import type { Finding } from '#core/guard/finding.ts'
import type { Instant } from '#core/time.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk, Refused } from '#server/desk.ts'
import { guardInputFor } from './guard-input-for.ts'

/** What the guard said of words that may leave, kept beside them. */
export interface GuardRead {
  findings: Finding[]
  checkedAt: Instant
}

/** Has the guard read words on the server's own facts, as they stand now; anything but a warning keeps them here (G1 to G4, P1). */
export const readWithGuard = async (
  desk: Desk,
  trx: Trx,
  row: Row<'cases'>,
  account: Row<'channel_accounts'>,
  draft: { text: string; audience: 'public' | 'private' },
): Promise<GuardRead | Refused> => {
  const findings = checkDraft(await guardInputFor(desk, trx, row, account, draft))
  return findings.some(({ severity }) => severity !== 'warn')
    ? { refused: 'guard-findings', data: { findings } }
    : { findings, checkedAt: desk.now() }
}

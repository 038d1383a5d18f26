import { whyItWaits } from '#core/approval/why-it-waits.ts'
import { checkDraft } from '#core/guard/check-draft.ts'
import { approvalPolicyOf } from '#server/approvals/policy.ts'
import type { Role, Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { GuardRead } from '#server/deliveries/guard-read.ts'
import type { Desk, Refused } from '#server/desk.ts'
import { standingIn } from '#server/queries/member-record.ts'
import { needsSecondPerson } from '#server/queries/statement-of.ts'
import { guardInputFor } from './guard-input-for.ts'
import { recordGuardRefusal } from './record-guard-refusal.ts'

interface Draft {
  text: string
  audience: 'public' | 'private'
  /** Whose autonomy is asked. */
  role: Role
  writerId: string
  /** The account under which the words were begun, where it was another one (G5). */
  begunAs?: string | undefined
}

/**
 * Has the guard read words on the server's own facts, as they stand now. What blocks keeps them here (G1 to G4, P1); what a second person
 * must read first is said, and it is for the caller to make it wait (V1).
 */
export const readWithGuard = async (
  desk: Desk,
  trx: Trx,
  row: Row<'cases'>,
  account: Row<'channel_accounts'>,
  { text, audience, role, writerId, begunAs }: Draft,
  by: string | null = null,
): Promise<GuardRead | Refused> => {
  const input = await guardInputFor(desk, trx, row, account, { text, audience, begunAs })
  const findings = checkDraft(input)
  if (findings.some(({ severity }) => severity === 'block')) {
    await recordGuardRefusal(trx, desk, row, { audience, findings, by })
    return { refused: 'guard-findings', data: { findings } }
  }
  const author = await trx
    .selectFrom('authors')
    .select('followers')
    .where('id', '=', row.author_id)
    .executeTakeFirstOrThrow()
  const waits = whyItWaits(await approvalPolicyOf(trx), {
    ...{ text, incoming: input.incoming, findings, role },
    standing: await standingIn(trx, row.workspace_id, writerId, role),
    ...{ accountId: account.id, connector: account.connector, reach: author.followers },
  })
  const reasons = (await needsSecondPerson(trx, row, writerId)) ? [{ kind: 'statement' } as const, ...waits] : waits
  return { findings, reasons, readAs: role, checkedAt: desk.now() }
}

import { approversNeeded } from '#core/approval/why-it-waits.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { GuardRead } from '#server/deliveries/guard-read.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { outreachReaders } from '#server/queries/outreach-readers.ts'
import { readWithGuard } from './read-with-guard.ts'

/**
 * Words that are a delivery already are read again before they may leave: what proved them may be gone (G4), and what somebody must approve
 * now leaves only if as many did (V1). Words of a member who has left are those of whoever lets them go.
 */
export const readDeliveryAgain = async (
  desk: Desk,
  trx: Trx,
  actor: Actor,
  kase: Row<'cases'>,
  account: Row<'channel_accounts'>,
  delivery: Row<'deliveries'>,
): Promise<GuardRead | Refused> => {
  const writerId = delivery.member_id ?? actor.memberId
  const writer = await trx
    .selectFrom('memberships')
    .select('role')
    .where('workspace_id', '=', kase.workspace_id)
    .where('member_id', '=', writerId)
    .executeTakeFirst()
  const { text, audience } = delivery
  const read = await readWithGuard(desk, trx, kase, account, {
    ...{ text, audience, role: writer?.role ?? actor.role },
    writerId: writer === undefined ? actor.memberId : writerId,
  })
  if ('refused' in read || read.reasons.length === 0) return read
  const approval = await trx
    .selectFrom('approvals')
    .select('approvers')
    .where('id', '=', delivery.approval_id)
    .where('state', '=', 'approved')
    .executeTakeFirst()
  const readers = approval?.approvers.length ?? (await outreachReaders(trx, delivery.id))
  if (readers >= approversNeeded(read.reasons)) return read
  return { refused: 'needs-approval', data: { reasons: read.reasons } }
}

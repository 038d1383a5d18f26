import type { VoucherRules } from '#core/ambassador/voucher.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** Settles how much the brand gives in vouchers, and how long they are valid; those given before keep their day (G8). */
export const changeVoucherRules = (desk: Desk, actor: Actor, rules: VoucherRules) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const changed = {
      ...{
        per_customer_cents: rules.perCustomerCents,
        per_year_cents: rules.perYearCents,
        valid_days: rules.validDays,
      },
      ...{ changed_by: actor.memberId, changed_at: new Date(at) },
    }
    await trx
      .insertInto('voucher_rules')
      .values({ workspace_id: actor.workspaceId, ...changed })
      .onConflict((c) => c.column('workspace_id').doUpdateSet(changed))
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'voucher.rules-changed', at, memberId: actor.memberId, data: { ...rules } },
    ])
    return { done: true } as const
  })

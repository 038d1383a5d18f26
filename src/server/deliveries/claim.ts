import { sql } from 'kysely'
import type { Delivery } from '#core/delivery/delivery.ts'
import type { SendingGuarantee } from '#core/delivery/guarantee.ts'
import { takeLease } from '#core/delivery/lease.ts'
import { nextStep } from '#core/delivery/next-step.ts'
import { DELIVERY_RULES, type DeliveryRules } from '#core/delivery/rules.ts'
import type { DeliveryStep } from '#core/delivery/step.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorker, enterWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { deliveryOf } from './delivery-row.ts'
import { holdBack } from './hold-back.ts'
import { mayStillLeave } from './read-before-leaving.ts'
import { holdForClaim, isSilent } from './silence.ts'
import { writeMove } from './write-move.ts'

/** How patient and how parallel the sender is; tests compress it, nothing else does. */
export interface Pace {
  rules: DeliveryRules
  /** Longer than the longest call: a worker that died is taken over when it runs out. */
  leaseMs: number
  atOnce: number
  /** So many of them to one account: a slow network never holds back the others. */
  atOncePerAccount: number
}

export const PACE: Pace = { rules: DELIVERY_RULES, leaseMs: 60_000, atOnce: 12, atOncePerAccount: 3 }

export interface Claimed {
  row: Row<'deliveries'>
  account: Row<'channel_accounts'>
  delivery: Delivery
  step: DeliveryStep
  token: number
}

/** A network that this desk no longer speaks promises nothing, and must not hold back the others. */
export const guaranteeOf = (desk: Desk, account: Row<'channel_accounts'>): SendingGuarantee =>
  desk.registry.get(account.connector)?.capabilities.guarantee ?? { kind: 'none' }

/**
 * Takes the next reply that is due: urgent first, then the one that has waited longest; never past an unfinished one of the same
 * conversation, and not on an account that is busy, asked for quiet or needs a person (unless the reply is so late that one must be asked).
 * Of a brand whose speech is stopped nothing but what may be out already is looked at, and only to read it back.
 */
const nextDue = (now: Date, busy: string[]) => sql<Row<'deliveries'> & { late_after_minutes: number }>`
  select d.*, w.late_after_minutes from deliveries d
  join channel_accounts a on a.id = d.account_id
  join workspaces w on w.id = d.workspace_id
  where d.next_at <= ${now}::timestamptz and d.account_id <> all(${busy}::uuid[])
    and ((a.state = 'connected' and (a.quiet_until is null or a.quiet_until <= ${now}))
      or d.ready_at < ${now}::timestamptz - make_interval(mins => w.late_after_minutes))
    and (d.state = 'unknown' or not ${isSilent(sql.ref('d.workspace_id'))})
    and not exists (select 1 from deliveries e where e.conversation_id = d.conversation_id and e.sequence < d.sequence
      and e.state in ('held', 'queued', 'sending', 'unknown', 'to-check', 'stale'))
  order by d.urgent desc, d.next_at, d.sequence
  limit 1 for update of d skip locked`

/** Claims one reply and commits what is about to be done, before it is done. Null: nothing is due. */
export const claimDelivery = (desk: Desk, busy: string[], pace: Pace): Promise<Claimed | null> =>
  asWorker(desk.db, async (trx) => {
    await holdForClaim(trx)
    const now = desk.now()
    const row = (await nextDue(new Date(now), busy).execute(trx)).rows[0]
    if (row === undefined) return null
    await enterWorkspace(trx, row.workspace_id)
    const account = await trx
      .selectFrom('channel_accounts')
      .selectAll()
      .where('id', '=', row.account_id)
      .executeTakeFirstOrThrow()
    const leased = takeLease(deliveryOf(row), now, pace.leaseMs)
    const move = nextStep(
      leased,
      { kind: 'due' },
      {
        guarantee: guaranteeOf(desk, account),
        rules: { ...pace.rules, lateAfterMinutes: row.late_after_minutes },
        now,
        random: desk.random(),
      },
    )
    const claimed = { row, account, delivery: move.delivery, token: leased.lastToken }
    if (move.step.step === 'send' && !(await mayStillLeave(desk, trx, row, account)))
      return { ...claimed, step: await holdBack(trx, desk, row, null) }
    await writeMove(trx, desk, row, move, { by: null })
    return { ...claimed, step: move.step }
  })

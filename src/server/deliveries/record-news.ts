import type { Delivery } from '#core/delivery/delivery.ts'
import type { LookUpResult, Meta, SendOutcome } from '#core/delivery/guarantee.ts'
import { mayRecord } from '#core/delivery/lease.ts'
import { nextStep } from '#core/delivery/next-step.ts'
import type { DeliveryNews } from '#core/delivery/step.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { type Claimed, guaranteeOf, type Pace } from './claim.ts'
import { deliveryOf } from './delivery-row.ts'
import { keepSentMessage } from './keep-sent-message.ts'
import { writeMove } from './write-move.ts'

export type News = { kind: 'outcome'; outcome: SendOutcome } | { kind: 'looked-up'; result: LookUpResult }

const kindOf = (news: News): string => (news.kind === 'outcome' ? news.outcome.kind : news.result.kind)

const detailOf = (news: News): string | null => {
  const said = news.kind === 'outcome' ? news.outcome : news.result
  return 'detail' in said ? (said.detail ?? null) : 'externalId' in said ? said.externalId : null
}

const metaOf = (news: News): Meta => {
  const said = news.kind === 'outcome' ? news.outcome : news.result
  return ('meta' in said ? said.meta : undefined) ?? {}
}

/** What a worker that lost its lease still may say: only that the network has the post. */
const allowed = (delivery: Delivery, token: number, news: News): boolean =>
  news.kind === 'outcome' ? mayRecord(delivery, token, news.outcome) : delivery.lease?.token === token

/** A whole account was told to wait: its other replies wait too, instead of knocking one by one. */
const quieten = async (trx: Trx, row: Row<'deliveries'>, news: News): Promise<void> => {
  if (news.kind !== 'outcome' || news.outcome.kind !== 'later' || news.outcome.wholeAccount !== true) return
  if (news.outcome.retryAt === undefined) return
  await trx
    .updateTable('channel_accounts')
    .set({ quiet_until: new Date(news.outcome.retryAt) })
    .where('id', '=', row.account_id)
    .execute()
}

/** Writes what the network said, if this worker may still say it; a post that exists becomes a message of the thread at once. */
export const recordNews = (
  desk: Desk,
  claimed: Claimed,
  news: News,
  pace: Pace,
): Promise<Delivery['state'] | 'stale-lease'> =>
  inWorkspace(desk.db, claimed.row.workspace_id, async (trx) => {
    const now = desk.now()
    const row = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '=', claimed.row.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('delivery_attempts')
      .set({ finished_at: new Date(now), outcome: kindOf(news), detail: detailOf(news)?.slice(0, 500) ?? null })
      .where('delivery_id', '=', row.id)
      .where('kind', '=', news.kind === 'outcome' ? 'send' : 'look-up')
      .where('attempt', '=', claimed.token)
      .execute()
    const delivery = deliveryOf(row)
    if (!allowed(delivery, claimed.token, news)) return 'stale-lease'
    const workspace = await trx
      .selectFrom('workspaces')
      .select('late_after_minutes')
      .where('id', '=', row.workspace_id)
      .executeTakeFirstOrThrow()
    const move = nextStep(delivery, news satisfies DeliveryNews, {
      guarantee: guaranteeOf(desk, claimed.account),
      rules: { ...pace.rules, lateAfterMinutes: workspace.late_after_minutes },
      now,
      random: desk.random(),
    })
    await writeMove(trx, desk, row, move, { by: null })
    await quieten(trx, row, news)
    if (move.step.step === 'mark-sent') await keepSentMessage(trx, desk, row, move.delivery, metaOf(news))
    return move.delivery.state
  })

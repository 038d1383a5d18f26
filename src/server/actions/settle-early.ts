import { sql } from 'kysely'
import type { Activity } from '#core/mention.ts'
import type { Database } from '#server/db/database.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import { databaseTroubleOf } from '#server/db/trouble-of.ts'
import type { Desk } from '#server/desk.ts'
import { accountSeen } from '#server/ingest/account-seen.ts'
import { applyHeard, toldOf } from '#server/ingest/apply-heard.ts'
import type { EarlyDraft } from '#server/ingest/batch.ts'
import { holdAccount } from '#server/ingest/hold-account.ts'

const MOST = 200
const KEPT_MS = 90 * 86_400_000

/** What an early activity waits for has come: its message or conversation is there, or the delivery's fate is known. */
const HAS_COME = sql`(
  e.about_kind = 'message' and exists (select from messages m where m.account_id = e.account_id and m.external_id = e.about)
  or e.about_kind = 'conversation' and exists (select from conversations c where c.account_id = e.account_id and c.external_id = e.about)
  or e.about_kind = 'delivery' and not exists (select from deliveries d where d.id = case when e.about_kind = 'delivery' then e.about::uuid end
    and d.state in ('held', 'queued', 'sending', 'unknown', 'to-check')))`

const settleAccount = async (desk: Desk, held: Database, accountId: string): Promise<number> => {
  const row = await held.worker
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return asWorkerIn(held, row.workspace_id, async (trx) => {
    const { rows } = await sql<{
      id: number
      aboutKind: EarlyDraft['aboutKind']
      activity: Activity
      received_at: Date
    }>`
      delete from early_activities where id in (
        select e.id from early_activities e where e.account_id = ${accountId}::uuid and ${HAS_COME}
        order by e.id limit ${MOST}::integer)
      returning id, about_kind as "aboutKind", activity, received_at`.execute(trx)
    const told = toldOf(rows.toSorted((a, b) => a.id - b.id))
    await applyHeard(trx, await accountSeen(desk, trx, row), told, {
      ...{ now: desk.now(), newId: desk.newId, asksModel: desk.model !== null },
    })
    // What never came in three months concerns a message of before our time.
    await sql`
      delete from early_activities where account_id = ${accountId}::uuid
        and received_at < ${new Date(desk.now() - KEPT_MS)}::timestamptz`.execute(trx)
    return rows.length
  })
}

/** Applies what was told too early of things that have come since by another way than a receipt: our own deliveries, above all. */
export const settleEarly = async (desk: Desk): Promise<number> => {
  const { rows } = await sql<{ account_id: string }>`
    select distinct account_id from early_activities`.execute(desk.db.worker)
  let settled = 0
  for (const { account_id: id } of rows) {
    try {
      settled += (await holdAccount(desk.db, id, (held) => settleAccount(desk, held, id))) ?? 0
    } catch (error) {
      if (databaseTroubleOf(error) !== null) throw error
      desk.log.error({ err: error, account: id }, 'what was told too early could not be applied')
    }
  }
  return settled
}

import { type RawBuilder, sql } from 'kysely'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

const WEEK_MS = 7 * 86_400_000

const countOf = (from: RawBuilder<unknown>) => sql<number>`(select count(*)::int from ${from})`

/** Can we hear and speak everywhere? Each account with its last signs of life; the accounts that were disconnected come last. */
export const listChannels = (desk: Desk, actor: Actor, deskUrl: string) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const lately = new Date(now - WEEK_MS)
    const rows = await trx
      .selectFrom('channel_accounts as a')
      .selectAll('a')
      .select([
        countOf(sql`receipts r where r.account_id = a.id and r.state = 'waiting'`).as('waiting_receipts'),
        countOf(
          sql`messages m where m.account_id = a.id and m.outside_desk and m.direction = 'out' and m.received_at > ${lately}`,
        ).as('outside_desk'),
      ])
      .orderBy(sql`a.disconnected_at is not null`)
      .orderBy('a.connected_at')
      .execute()
    const channels = rows.map((row) => {
      const connector = desk.registry.get(row.connector)
      const listens = connector?.capabilities.listens ?? []
      return {
        id: row.id,
        connector: row.connector,
        network: connector?.network ?? row.connector,
        handle: row.handle,
        displayName: row.display_name,
        avatarUrl: row.avatar_url,
        colour: row.colour,
        state: row.state,
        attention: row.attention,
        connectedAt: row.connected_at.getTime(),
        lastWebhookAt: row.last_webhook_at?.getTime() ?? null,
        lastPollAt: row.last_poll_at?.getTime() ?? null,
        lastMessageAt: row.last_message_at?.getTime() ?? null,
        nextPollAt: row.next_poll_at?.getTime() ?? null,
        pollFailures: row.poll_failures,
        tokenExpiresAt: row.token_expires_at?.getTime() ?? null,
        gapsRepaired: row.gaps_repaired,
        quietUntil: row.quiet_until?.getTime() ?? null,
        listens,
        hookUrl: listens.includes('webhook') && row.state !== 'disconnected' ? `${deskUrl}/hooks/${row.id}` : null,
        outsideDesk: row.outside_desk,
        waitingReceipts: row.waiting_receipts,
      }
    })
    return { now, channels }
  })

import { sql } from 'kysely'
import { asWorker } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

export interface QueueFigure {
  queue: 'receipts' | 'deliveries' | 'scheduled'
  state: string
  count: number
  oldestAt: number | null
}

export interface ChannelFigure {
  connector: string
  state: string
  count: number
  /** The longest time since an account was last asked. */
  oldestPollAt: number | null
  pollFailures: number
}

export interface Figures {
  queues: QueueFigure[]
  channels: ChannelFigure[]
  /** Thanks are counted apart: they are answered too, and hold nobody up. */
  cases: { owed: number; late: number; thanks: number }
}

type Dated<T> = Omit<T, 'oldestAt' | 'oldestPollAt'> & { oldest: Date | null }

/** Customers of a drill are nobody's: whoever watches the figures of the desk is not woken for them (C4). */
const real = sql`not exists (select from workspaces w where w.id = c.workspace_id and w.drill_of is not null)`

/** What waits, of all brands together, by state and by age: an old queue is a fault, a long one is a busy day. */
export const readFigures = (desk: Pick<Desk, 'db' | 'now'>): Promise<Figures> =>
  asWorker(desk.db, async (trx) => {
    const { rows: queues } = await sql<Dated<QueueFigure>>`
      select 'receipts' as queue, 'waiting' as state, count(*)::int as count, min(received_at) as oldest
        from receipts where state = 'waiting'
      union all select 'receipts', 'quarantined', count(*)::int, min(received_at) from receipts where state = 'quarantined'
      union all select 'scheduled', 'due', count(*)::int, min(leaves_at) from scheduled_posts
        where state = 'planned' and leaves_at <= ${new Date(desk.now())} and paused_told_at is null
      union all select 'scheduled', 'asking', count(*)::int, min(asked_at) from scheduled_posts where state = 'asks'
      union all select 'deliveries', s.state, count(d.id)::int, min(d.queued_at)
        from unnest(array['held', 'queued', 'sending', 'unknown', 'to-check', 'refused', 'stale']) as s (state)
        left join deliveries d on d.state = s.state and (d.next_at is not null or d.lease_until is not null
          or d.state in ('refused', 'to-check', 'stale', 'unknown'))
        group by s.state`.execute(trx)
    const { rows: channels } = await sql<Dated<ChannelFigure>>`
      select connector, state, count(*)::int as count, sum(poll_failures)::int as "pollFailures",
        min(coalesce(last_poll_at, connected_at)) filter (where next_poll_at is not null) as oldest
      from channel_accounts where not drill group by connector, state order by connector, state`.execute(trx)
    const { rows: cases } = await sql<Figures['cases']>`
      select count(*)::int as owed, count(*) filter (where due_at < ${new Date(desk.now())})::int as late,
        (select count(*) from cases c where due_at is not null and thanks and ${real})::int as thanks
      from cases c where due_at is not null and not thanks and ${real}`.execute(trx)
    return {
      queues: queues.map(({ oldest, ...one }) => ({ ...one, oldestAt: oldest?.getTime() ?? null })),
      channels: channels.map(({ oldest, ...one }) => ({ ...one, oldestPollAt: oldest?.getTime() ?? null })),
      cases: cases[0] ?? { owed: 0, late: 0, thanks: 0 },
    }
  })

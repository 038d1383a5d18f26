import { sql } from 'kysely'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

interface Standing {
  way_id: string
  state: string
  reason: string | null
  made_at: Date
  waiting: number
  sent_at: Date | null
}

/** The newest message of each way that was tried, what waits, and when one got through. */
const listStanding = async (trx: Trx): Promise<ReadonlyMap<string, Standing>> => {
  const { rows } = await sql<Standing>`
    select distinct on (b.way_id) b.way_id, b.state, b.reason, b.made_at,
      (select count(*)::int from bulletins w where w.way_id = b.way_id and w.due_at is not null) as waiting,
      (select max(s.settled_at) from bulletins s where s.way_id = b.way_id and s.state = 'sent') as sent_at
    from bulletins b where b.way_id is not null and b.tries > 0 and b.state <> 'dropped'
    order by b.way_id, b.made_at desc, b.id desc`.execute(trx)
  return new Map(rows.map((row) => [row.way_id, row]))
}

/** Who hears of an alert from which gravity on, the ways out, and what does not get through (L4). */
export const readAlertLists = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const recipients = await trx
      .selectFrom('alert_recipients as r')
      .innerJoin('members as m', 'm.id', 'r.member_id')
      .select(['m.id', 'm.name', 'r.from_level'])
      .orderBy('r.from_level')
      .orderBy('m.name')
      .execute()
    const ways = await trx.selectFrom('alert_ways').selectAll().orderBy('created_at').orderBy('id').execute()
    const standing = await listStanding(trx)
    return {
      recipients: recipients.map(({ id, name, from_level }) => ({ member: { id, name }, fromLevel: from_level })),
      ways: ways.map((row) => {
        const last = standing.get(row.id)
        const failing = last !== undefined && last.state !== 'sent' && last.reason !== null ? last : null
        return {
          ...{ id: row.id, name: row.name, shape: row.shape, fromLevel: row.from_level, language: row.language },
          ...{ host: row.host, createdAt: row.created_at.getTime(), stoppedAt: row.stopped_at?.getTime() ?? null },
          ...{ lastSentAt: last?.sent_at?.getTime() ?? null, waiting: last?.waiting ?? 0 },
          trouble: failing && {
            ...{ reason: failing.reason ?? '', at: failing.made_at.getTime(), givenUp: failing.state === 'failed' },
          },
        }
      }),
    }
  })

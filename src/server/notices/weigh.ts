import { sql } from 'kysely'
import { type Choices, MEANS, type Means } from '#core/notification/choices.ts'
import { decideTelling } from '#core/notification/decide.ts'
import { thingOf } from '#core/notification/thing.ts'
import type { NewRow, Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { choicesOf } from '#server/queries/notification-settings.ts'

const MOST = 200

type Places = (memberId: string, means: Means) => readonly string[]

/** Where a member can be reached: their own address, and each browser that asked. */
const placesOf = async (trx: Trx, ways: ReadonlySet<Means>): Promise<Places> => {
  const devices = ways.has('push')
    ? await trx.selectFrom('notification_devices').select(['id', 'member_id']).execute()
    : []
  return (memberId, means) => {
    if (!ways.has(means)) return []
    return means === 'email' ? [memberId] : devices.filter((d) => d.member_id === memberId).map(({ id }) => id)
  }
}

const listUnweighed = async (trx: Trx, workspaceId: string): Promise<(Row<'notifications'> & { here: boolean })[]> => {
  const { rows } = await sql<Row<'notifications'> & { here: boolean }>`
    select n.*, exists (select from memberships b join members m on m.id = b.member_id
      where b.workspace_id = n.workspace_id and b.member_id = n.member_id and m.disabled_at is null) as here
    from notifications n where n.workspace_id = ${workspaceId} and n.weighed_at is null
    order by n.created_at, n.id limit ${MOST} for update of n skip locked`.execute(trx)
  return rows
}

const tellingsOf = (row: Row<'notifications'>, choices: Choices, places: Places, now: number): NewRow<'tellings'>[] =>
  MEANS.flatMap((means) => {
    const notice = { kind: row.kind, createdAt: row.created_at.getTime() }
    const standing = { seen: row.read_at !== null, over: false, told: false }
    const decision = decideTelling(notice, choices, means, standing, now)
    if (decision.kind === 'never') return []
    return places(row.member_id, means).map((targetId) => ({
      ...{ workspace_id: row.workspace_id, notification_id: row.id, member_id: row.member_id },
      ...{ means, target_id: targetId, state: 'waiting' as const, made_at: new Date(now) },
      thing: thingOf({ kind: row.kind, caseId: row.case_id, data: row.data }),
      due_at: new Date(decision.kind === 'later' ? decision.at : now),
    }))
  })

/** Looks at what was written into members' lists since, and writes down whom to tell, where and when: the intent, before any call. */
export const weighNotices = (desk: Desk, workspaceId: string, ways: ReadonlySet<Means>): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const rows = await listUnweighed(trx, workspaceId)
    if (rows.length === 0) return 0
    const now = desk.now()
    const choices = await choicesOf(trx, workspaceId, [...new Set(rows.map((row) => row.member_id))])
    const places = await placesOf(trx, ways)
    const tellings = rows
      .filter(({ here }) => here)
      .flatMap((row) => tellingsOf(row, choices(row.member_id), places, now))
    if (tellings.length > 0)
      await trx
        .insertInto('tellings')
        .values(tellings)
        .onConflict((c) => c.doNothing())
        .execute()
    await trx
      .updateTable('notifications')
      .set({ weighed_at: new Date(now) })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
    return rows.length
  })

import type { Duty } from '#core/rota/rota.ts'
import { isReplacedBy } from '#core/rota/set-shift.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { dutiesOf } from '#server/queries/brand-rota.ts'
import { lockRota } from '#server/rota/lock-rota.ts'

interface Hours {
  memberId: string
  duty: Duty
  weekdays: readonly number[]
  from: string
  to: string
}

/** Gives a member hours of a duty, every week; those of theirs that it overlaps give way (T1). */
export const setShift = (desk: Desk, actor: Actor, { memberId, duty, weekdays, from, to }: Hours) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    if (from === to) return { refused: 'empty-shift' } satisfies Refused
    const member = (await lockRota(trx, actor.workspaceId)).find(({ id }) => id === memberId)
    if (member === undefined) return { refused: 'not-a-member' } satisfies Refused
    if (!dutiesOf(member.role).includes(duty)) return { refused: 'duty-not-theirs' } satisfies Refused
    const at = desk.now()
    const days = [...new Set(weekdays)].sort()
    const fresh = days.map((weekday) => ({ memberId, duty, weekday, from, to }))
    const theirs = await trx
      .selectFrom('shifts')
      .selectAll()
      .where('member_id', '=', memberId)
      .where('duty', '=', duty)
      .where('workspace_id', '=', actor.workspaceId)
      .execute()
    const replaced = theirs.filter((row) => {
      const old = { memberId, duty, weekday: row.weekday, from: row.starts, to: row.ends }
      return fresh.some((one) => isReplacedBy(old, one))
    })
    if (replaced.length > 0)
      await trx
        .deleteFrom('shifts')
        .where(
          'id',
          'in',
          replaced.map(({ id }) => id),
        )
        .execute()
    await trx
      .insertInto('shifts')
      .values(
        days.map((weekday) => ({
          ...{ id: desk.newId(), workspace_id: actor.workspaceId, member_id: memberId, duty, weekday },
          ...{ starts: from, ends: to, created_at: new Date(at) },
        })),
      )
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'shift.set', at, memberId: actor.memberId, data: { memberId, duty, weekdays: days, from, to } },
    ])
    return { done: true } as const
  })

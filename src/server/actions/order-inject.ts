import { type DrillClock, storyAt, storyMinute } from '#core/drill/drill-clock.ts'
import { type Orders, spokenInject } from '#core/drill/orders.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { clockOf } from '#server/queries/drill-parts.ts'
import { lockDrill } from './change-drill.ts'

export type InjectAsked = { inject: string } | { by: string; text: string; audience: 'public' | 'private' }

const MOST_ADDED = 50

/** The next minute of the story: this one may have been told already. */
const nextMinute = (clock: DrillClock, now: number): number => storyMinute(clock, storyAt(clock, now)) + 1

const callForward = (row: Row<'drills'>, id: string, minute: number): Orders | Refused => {
  if (!row.scenario.injects.some((one) => one.id === id)) return NOT_FOUND
  if (row.world.injected[id] !== undefined || row.world.passedOver.includes(id)) return { refused: 'inject-past' }
  return { ...row.orders, early: { ...row.orders.early, [id]: minute } }
}

const addSpoken = (row: Row<'drills'>, asked: Exclude<InjectAsked, { inject: string }>, minute: number) => {
  if (!row.scenario.people.some(({ id }) => id === asked.by)) return NOT_FOUND
  const { added } = row.orders
  if (added.length >= MOST_ADDED) return { refused: 'too-many-injects' } satisfies Refused
  return { ...row.orders, added: [...added, spokenInject(`added-${added.length + 1}`, minute, asked)] }
}

const write = async (desk: Desk, trx: Trx, actor: Actor, row: Row<'drills'>, orders: Orders) => {
  await trx
    .updateTable('drills')
    .set({ orders: JSON.stringify(orders) })
    .where('id', '=', row.id)
    .execute()
  // Whoever answers may read the journal: what is to come is not in it.
  await recordEvents(trx, actor.workspaceId, [
    { name: 'drill.inject-ordered', at: desk.now(), memberId: actor.memberId },
  ])
}

/** An observer makes something happen now: an inject of the timetable before its time, or words of their own in somebody's mouth (C4). */
export const orderInject = async (desk: Desk, actor: Actor, asked: InjectAsked) => {
  const ordered = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockDrill(trx, actor)
    if (isRefused(row)) return row
    if (row.state === 'over') return { refused: 'drill-over' } satisfies Refused
    const minute = nextMinute(clockOf(row), desk.now())
    const orders = 'inject' in asked ? callForward(row, asked.inject, minute) : addSpoken(row, asked, minute)
    if (isRefused(orders)) return orders
    await write(desk, trx, actor, row, orders)
    return { done: true } as const
  })
  if (!isRefused(ordered)) desk.wake('drill')
  return ordered
}

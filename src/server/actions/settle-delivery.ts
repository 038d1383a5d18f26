import { decideByPerson } from '#core/delivery/person.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { deliveryOf } from '#server/deliveries/delivery-row.ts'
import type { GuardRead } from '#server/deliveries/guard-read.ts'
import { keepSentMessage } from '#server/deliveries/keep-sent-message.ts'
import { refuseWhileSilent } from '#server/deliveries/silence.ts'
import { writeMove } from '#server/deliveries/write-move.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { namesOf, shapeDelivery } from '#server/queries/case-parts.ts'
import { allowDelivery } from '#server/scheduled/allow-through.ts'
import { readDeliveryAgain } from './read-delivery-again.ts'

interface Decision {
  id: string
  decision: 'published' | 'send-again' | 'give-up'
  permalink?: string | undefined
}

/** Hours may have passed since the guard read these words: what proved them may be gone. */
const readAgain = async (trx: Trx, desk: Desk, actor: Actor, row: Row<'deliveries'>): Promise<GuardRead | Refused> => {
  const kase = await trx.selectFrom('cases').selectAll().where('id', '=', row.case_id).executeTakeFirstOrThrow()
  const account = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  const read = await readDeliveryAgain(desk, trx, actor, kase, account, row)
  if (!('refused' in read))
    await trx
      .updateTable('deliveries')
      .set({ guard: JSON.stringify(read) })
      .where('id', '=', row.id)
      .execute()
  return read
}

/** A person who has looked says what became of a reply: it is published, it may leave (again), or it is dropped (G4). */
export const settleDelivery = async (desk: Desk, actor: Actor, input: Decision) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const row = await trx.selectFrom('deliveries').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const shape = async () => {
      const after = await trx.selectFrom('deliveries').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow()
      return shapeDelivery(after, await namesOf(trx, [after.member_id]))
    }
    if (row.state === 'refused' && row.finished_at === null && input.decision === 'give-up') {
      await trx
        .updateTable('deliveries')
        .set({ finished_at: new Date(now) })
        .where('id', '=', row.id)
        .execute()
      await recordEvents(trx, actor.workspaceId, [
        {
          name: 'delivery.settled',
          at: now,
          memberId: actor.memberId,
          accountId: row.account_id,
          caseId: row.case_id,
          conversationId: row.conversation_id,
          data: { deliveryId: row.id, decision: 'give-up' },
        },
      ])
      return shape()
    }
    const choice =
      input.decision === 'published'
        ? ({ kind: 'published', ...(input.permalink === undefined ? {} : { permalink: input.permalink }) } as const)
        : ({ kind: input.decision === 'give-up' ? 'drop' : 'send-again' } as const)
    const move = decideByPerson(deliveryOf(row), choice, actor.memberId, now)
    if ('refused' in move) return { refused: move.refused } satisfies Refused
    if (move.step.step === 'let-go') {
      const silent = await refuseWhileSilent(trx)
      if (silent !== null) return silent
      const suspended = await allowDelivery(trx, desk, actor, row.id)
      if (suspended !== null) return suspended
      const read = await readAgain(trx, desk, actor, row)
      if ('refused' in read) return read
    }
    await writeMove(trx, desk, row, move, { by: actor.memberId })
    if (move.step.step === 'mark-sent') await keepSentMessage(trx, desk, row, move.delivery, {})
    return shape()
  })
  desk.wake('deliver')
  return answer
}

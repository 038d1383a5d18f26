import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { waitForClaims } from '#server/deliveries/silence.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { colleaguesOf } from '#server/queries/colleagues.ts'
import { readHalt } from '#server/queries/halt.ts'
import { tellMember } from '#server/rota/tell-member.ts'

/**
 * Stops every outgoing word of the brand; the inbox goes on (G5, G9). Claims that have begun are waited for, so that what may be out is
 * exactly what is named here.
 */
export const stopSpeech = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    await waitForClaims(trx)
    // Pressed by two people at once, it is stopped once.
    if ((await readHalt(trx)) !== undefined) return { done: true } as const
    const at = desk.now()
    const leaving = await trx
      .selectFrom('deliveries')
      .select('id')
      .where('state', 'in', ['sending', 'unknown'])
      .orderBy('sequence')
      .execute()
    const id = desk.newId()
    await trx
      .insertInto('speech_halts')
      .values({
        id,
        workspace_id: actor.workspaceId,
        stopped_by: actor.memberId,
        stopped_at: new Date(at),
        leaving: leaving.map(({ id }) => id),
      })
      .execute()
    // Everybody's words wait now: nobody should learn it from a customer.
    const colleagues = await colleaguesOf(trx, actor.workspaceId)
    for (const { id: memberId } of colleagues.filter(({ id }) => id !== actor.memberId))
      await tellMember(trx, desk, actor.workspaceId, memberId, 'speech.stopped', { haltId: id })
    await recordEvents(trx, actor.workspaceId, [
      { name: 'speech.stopped', at, memberId: actor.memberId, data: { leaving: leaving.length } },
    ])
    return { done: true } as const
  })

import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { readHalt } from '#server/queries/halt.ts'

/** Lets the brand speak again. What has waited longer than the brand allows asks a person first, as after any stop of the desk. */
export const releaseSpeech = async (desk: Desk, actor: Actor) => {
  const released = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const halt = await readHalt(trx)
    if (halt === undefined) return { refused: 'not-stopped' } satisfies Refused
    const at = desk.now()
    await trx
      .updateTable('speech_halts')
      .set({ released_at: new Date(at), released_by: actor.memberId })
      .where('id', '=', halt.id)
      .where('released_at', 'is', null)
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        name: 'speech.released',
        at,
        memberId: actor.memberId,
        data: { minutes: Math.round((at - halt.stopped_at.getTime()) / 60_000) },
      },
    ])
    return { done: true } as const
  })
  desk.wake('deliver')
  return released
}

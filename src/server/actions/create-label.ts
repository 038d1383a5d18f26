import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'

export const createLabel = (desk: Desk, actor: Actor, asked: { name: string; colour?: string | undefined }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const label = await trx
      .insertInto('labels')
      .values({
        id: desk.newId(),
        workspace_id: actor.workspaceId,
        name: asked.name,
        created_at: new Date(at),
        ...(asked.colour !== undefined && { colour: asked.colour.toLowerCase() }),
      })
      .onConflict((c) => c.doNothing())
      .returning(['id', 'name', 'colour'])
      .executeTakeFirst()
    if (label === undefined) return { refused: 'label-exists' } satisfies Refused
    await recordEvents(trx, actor.workspaceId, [
      { name: 'label.created', at, memberId: actor.memberId, data: { labelId: label.id } },
    ])
    return label
  })

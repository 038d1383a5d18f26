import { sql } from 'kysely'
import { decideByPerson } from '#core/delivery/person.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { deliveryOf } from '#server/deliveries/delivery-row.ts'
import { writeMove } from '#server/deliveries/write-move.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

/** Takes a reply back into the draft while nothing has left (G3); once the call may have begun it is refused. */
export const undoDelivery = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const row = await trx.selectFrom('deliveries').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const move = decideByPerson(deliveryOf(row), { kind: 'undo' }, actor.memberId, now)
    if ('refused' in move) return { refused: move.refused } satisfies Refused
    await writeMove(trx, desk, row, move, { by: actor.memberId })
    // Words typed meanwhile stay, below those that come back.
    const both = sql<string>`case when btrim(drafts.text) = '' or drafts.text = excluded.text then excluded.text
      else excluded.text || E'\\n\\n' || drafts.text end`
    const updated = { updated_at: new Date(now) }
    await trx
      .insertInto('drafts')
      .values({
        id: desk.newId(),
        workspace_id: row.workspace_id,
        case_id: row.case_id,
        member_id: actor.memberId,
        audience: row.audience,
        text: row.text,
        ...updated,
      })
      .onConflict((c) =>
        c
          .columns(['case_id', 'member_id', 'audience'])
          .doUpdateSet({ ...updated, text: both, version: sql<number>`drafts.version + 1` }),
      )
      .execute()
    return { text: row.text, audience: row.audience }
  })

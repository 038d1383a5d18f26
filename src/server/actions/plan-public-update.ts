import { mayAnnounce } from '#core/crisis/public-clock.ts'
import { openCell } from '#server/crisis/lock-incident.ts'
import { markPublicUpdate } from '#server/crisis/mark-public-update.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'

/** Says when the public next hears from the brand (C3). */
export const planPublicUpdate = (desk: Desk, actor: Actor, { id, at }: { id: string; at: number }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    if (!mayAnnounce(at, desk.now())) return { refused: 'not-announceable' } satisfies Refused
    await trx
      .updateTable('incidents')
      .set({ next_public_at: new Date(at), public_told_at: null })
      .where('id', '=', id)
      .execute()
    await recordIncident(trx, desk, cell.incident, {
      ...{ name: 'incident.update-planned', memberId: actor.memberId, data: { at } },
    })
    return { done: true } as const
  })

/** Somebody spoke to the public of it outside the desk (a press release, a shop window): noted with what was said (C3). */
export const notePublicUpdate = (desk: Desk, actor: Actor, { id, words }: { id: string; words: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    await markPublicUpdate(trx, desk, cell.incident, { memberId: actor.memberId, words, data: { outside: true } })
    return { done: true } as const
  })

import { type MaySayPut, whyNotPut } from '#core/crisis/may-say-line.ts'
import { openCell } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'

interface Put extends MaySayPut {
  id: string
  /** Left out: a new line. */
  lineId?: string | undefined
}

/**
 * Puts a line of « what we may say »: its newest state stands, with who said so and when, and every composer's guard reads it from this
 * moment on; what has not left yet is read again before it does (C3, G4).
 */
export const putMaySay = (desk: Desk, actor: Actor, { id, lineId, ...put }: Put) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    const why = whyNotPut(put)
    if (why !== null) return { refused: why } satisfies Refused
    if (lineId !== undefined) {
      const known = await trx
        .selectFrom('may_say')
        .select('id')
        .where('incident_id', '=', id)
        .where('line_id', '=', lineId)
        .limit(1)
        .executeTakeFirst()
      if (known === undefined) return NOT_FOUND
    }
    const line = lineId ?? desk.newId()
    const { state, says, words, claims, dates, proof } = put
    await trx
      .insertInto('may_say')
      .values({
        ...{ id: desk.newId(), workspace_id: actor.workspaceId, incident_id: id, line_id: line, state, says },
        ...{ words: [...words], claims: [...claims], dates, proof, member_id: actor.memberId },
        said_at: new Date(desk.now()),
      })
      .execute()
    await recordIncident(trx, desk, cell.incident, {
      ...{ name: 'incident.may-say-put', memberId: actor.memberId, words: says, data: { lineId: line, state } },
    })
    return { lineId: line }
  })

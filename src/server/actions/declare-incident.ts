import type { Level } from '#core/crisis/level.ts'
import { findTooWide, type Matching } from '#core/crisis/matching.ts'
import { startClock } from '#core/crisis/public-clock.ts'
import { findSame } from '#core/crisis/same-incident.ts'
import { findPresent } from '#core/rota/on-duty.ts'
import { walkFrom } from '#server/crisis/link-past.ts'
import { lockDeclaring } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { setPilot } from '#server/crisis/set-pilot.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { rotaOf } from '#server/queries/brand-rota.ts'
import { brandNamesOf, type Proposal, proposeIncident } from '#server/queries/incident-proposal.ts'
import { tellMember } from '#server/rota/tell-member.ts'

export interface Declaration {
  alertId?: string | undefined
  title?: string | undefined
  level?: Level | undefined
  matching?: Matching | undefined
  sinceAt?: number | undefined
}

const openIncidents = (trx: Trx, workspaceId: string) =>
  trx
    .selectFrom('incidents')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('closed_at', 'is', null)
    .orderBy('declared_at')
    .orderBy('id')
    .execute()

/** Whoever declares from an alert has it in hand: nobody is told of it any more (L4). */
const takeAlert = async (trx: Trx, desk: Desk, actor: Actor, alertId: string | null): Promise<void> => {
  if (alertId === null) return
  const at = desk.now()
  const taken = await trx
    .updateTable('alerts')
    .set({ taken_by: actor.memberId, taken_at: new Date(at), tell_at: null })
    .where('id', '=', alertId)
    .where('taken_by', 'is', null)
    .where('over_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  if (taken === undefined) return
  const about = taken.account_id === null ? {} : { accountId: taken.account_id }
  await recordEvents(trx, actor.workspaceId, [
    { name: 'alert.taken', at, memberId: actor.memberId, data: { alertId }, ...about },
  ])
}

/** Those who answer for the brand and those who watch it hear of the cell at once; others see it on their screens. */
const tellBrand = async (trx: Trx, desk: Desk, actor: Actor, incidentId: string): Promise<void> => {
  const now = desk.now()
  const { rota, members } = await rotaOf(trx, actor.workspaceId, now)
  const managers = members.filter(({ role }) => role === 'admin' || role === 'manager').map(({ id }) => id)
  const watching = findPresent(rota, 'watch', now).map(({ memberId }) => memberId)
  for (const memberId of new Set([...managers, ...watching]))
    if (memberId !== actor.memberId)
      await tellMember(trx, desk, actor.workspaceId, memberId, 'incident.declared', { incidentId })
}

const insert = (trx: Trx, desk: Desk, actor: Actor, wished: Proposal): Promise<Row<'incidents'>> => {
  const { title, level, matching, sinceAt, alertId } = wished
  const now = desk.now()
  return trx
    .insertInto('incidents')
    .values({
      ...{ id: desk.newId(), workspace_id: actor.workspaceId, title, level, matching: JSON.stringify(matching) },
      ...{ since_at: new Date(sinceAt), alert_id: alertId, declared_by: actor.memberId, declared_at: new Date(now) },
      ...{ next_public_at: new Date(startClock(level, now).nextAt), ...walkFrom(sinceAt, now) },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Declares an incident in one act: whoever declares it pilots it, and what they do not say is drawn from the surge (C1, C4). One that is
 * already open about the same affair is joined, and the answer says so.
 */
export const declareIncident = async (desk: Desk, actor: Actor, asked: Declaration) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    await lockDeclaring(trx, actor.workspaceId)
    const proposal = await proposeIncident(trx, desk, actor.workspaceId, asked.alertId ?? null)
    if (proposal === null) return NOT_FOUND
    const wished: Proposal = {
      title: asked.title ?? proposal.title,
      level: asked.level ?? proposal.level,
      matching: asked.matching ?? proposal.matching,
      sinceAt: Math.min(asked.sinceAt ?? proposal.sinceAt, desk.now()),
      // Somebody who describes another affair than the surge does not answer for the surge.
      alertId: asked.alertId === undefined && asked.matching !== undefined ? null : proposal.alertId,
    }
    const tooWide = findTooWide(wished.matching.words, await brandNamesOf(trx, actor.workspaceId))
    if (tooWide.length > 0) return { refused: 'words-too-wide', data: { words: tooWide } } satisfies Refused
    await takeAlert(trx, desk, actor, wished.alertId)
    const open = await openIncidents(trx, actor.workspaceId)
    const same = findSame(
      open.map((row) => ({ row, alertId: row.alert_id, matching: row.matching })),
      wished,
    )
    if (same !== null) {
      await recordIncident(trx, desk, same.row, { name: 'incident.joined', memberId: actor.memberId })
      return { id: same.row.id, joined: true }
    }
    const incident = await insert(trx, desk, actor, wished)
    await setPilot(trx, desk, incident, actor.memberId, actor.memberId)
    const { level, alertId } = wished
    await recordIncident(trx, desk, incident, {
      ...{ name: 'incident.declared', memberId: actor.memberId, words: incident.title, data: { level, alertId } },
    })
    await tellBrand(trx, desk, actor, incident.id)
    return { id: incident.id, joined: false }
  })
  desk.wake('tick')
  return answer
}

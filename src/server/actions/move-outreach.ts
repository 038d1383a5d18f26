import { mayApprove } from '#core/approval/approvers.ts'
import type { OtherEventName } from '#core/event.ts'
import { decideOutreach, type Outreach, type OutreachCommand } from '#core/outreach/outreach.ts'
import { recordIncident } from '#server/crisis/record.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { colleaguesOf } from '#server/queries/colleagues.ts'
import { tellMember } from '#server/rota/tell-member.ts'

const outreachOf = (row: Row<'outreaches'>): Outreach => ({
  ...{ state: row.state, writerId: row.writer_id, approvedBy: row.approved_by, readersNeeded: row.readers_needed },
})

const countSendable = async (trx: Trx, id: string): Promise<number> => {
  const { n } = await trx
    .selectFrom('outreach_people')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('outreach_id', '=', id)
    .where('state', '=', 'planned')
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Whoever may read it: those who approve, but for its writer. */
const tellReaders = async (trx: Trx, desk: Desk, row: Row<'outreaches'>): Promise<void> => {
  const colleagues = await colleaguesOf(trx, row.workspace_id)
  const readers = colleagues.filter(({ id, role }) => mayApprove({ memberId: id, role }, row.writer_id))
  const data = { outreachId: row.id, incidentId: row.incident_id }
  for (const { id } of readers) await tellMember(trx, desk, row.workspace_id, id, 'outreach.asked', data)
}

const EVENT_OF: Record<OutreachCommand['kind'], OtherEventName> = {
  ask: 'outreach.asked',
  approve: 'outreach.approved',
  return: 'outreach.returned',
  pause: 'outreach.paused',
  resume: 'outreach.resumed',
  withdraw: 'outreach.withdrawn',
}

/** Its writer, and whoever leads a team: nobody else moves an outreach that is under way. */
const mayMove = (row: Row<'outreaches'>, actor: Actor): boolean =>
  row.writer_id === actor.memberId || actor.role === 'admin' || actor.role === 'manager'

/** Nobody begins to tell people of an affair that is closed; what had begun may be taken up again. */
const isOpen = async (trx: Trx, { incident_id }: Row<'outreaches'>): Promise<boolean> => {
  const incident = await trx
    .selectFrom('incidents')
    .select('closed_at')
    .where('id', '=', incident_id)
    .executeTakeFirstOrThrow()
  return incident.closed_at === null
}

type Asked = { id: string; reason?: string | undefined }
type Kind = OutreachCommand['kind']

const write = async (trx: Trx, desk: Desk, row: Row<'outreaches'>, next: Outreach, reason: string | undefined) => {
  const now = new Date(desk.now())
  const begins = next.state === 'running' && row.started_at === null
  await trx
    .updateTable('outreaches')
    .set({
      ...{ state: next.state, approved_by: [...next.approvedBy], readers_needed: next.readersNeeded },
      ...(next.state === 'asked' && row.state === 'draft' && { asked_at: now, return_reason: null }),
      ...(begins && { started_at: now, looked_at: now }),
      ...(next.state === 'draft' && { return_reason: reason ?? '' }),
      ...(next.state === 'withdrawn' && { over_at: now }),
    })
    .where('id', '=', row.id)
    .execute()
  if (next.state === 'withdrawn')
    await trx
      .updateTable('outreach_people')
      .set({ state: 'withdrawn' })
      .where('outreach_id', '=', row.id)
      .where('state', '=', 'planned')
      .execute()
  return begins
}

/** One step of an outreach: asked for, read, returned, paused, taken up again, withdrawn; those who were told stay told (V1, C2). */
const moveTo = (desk: Desk, actor: Actor, { id, reason }: Asked, kind: Kind) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx): Promise<Refused | { state: Outreach['state'] }> => {
    const row = await trx.selectFrom('outreaches').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    if (kind !== 'approve' && kind !== 'return' && !mayMove(row, actor)) return { refused: 'not-your-draft' }
    if ((kind === 'ask' || kind === 'approve') && !(await isOpen(trx, row))) return { refused: 'incident-closed' }
    if (kind === 'return' && (reason ?? '').trim() === '') return { refused: 'reason-needed' }
    const command: OutreachCommand =
      kind === 'ask' ? { kind, sendable: await countSendable(trx, id), readersNeeded: row.readers_needed } : { kind }
    const next = decideOutreach(outreachOf(row), command, actor.memberId)
    if ('refused' in next) return next
    const begins = await write(trx, desk, row, next, reason)
    const incident = { id: row.incident_id, workspace_id: row.workspace_id }
    const happened = { memberId: actor.memberId, data: { outreachId: id } }
    await recordIncident(trx, desk, incident, { name: EVENT_OF[kind], ...happened })
    if (begins) await recordIncident(trx, desk, incident, { name: 'outreach.started', ...happened })
    if (kind === 'ask') await tellReaders(trx, desk, row)
    if (kind === 'return')
      await tellMember(trx, desk, row.workspace_id, row.writer_id, 'outreach.returned', {
        outreachId: id,
        incidentId: row.incident_id,
      })
    return { state: next.state }
  })

export const moveOutreach = async (
  desk: Desk,
  actor: Actor,
  { id, step }: { id: string; step: 'ask' | 'pause' | 'resume' | 'withdraw' },
) => {
  const moved = await moveTo(desk, actor, { id }, step)
  desk.wake('tick')
  return moved
}

export const readOutreachWords = async (
  desk: Desk,
  actor: Actor,
  { verdict, ...asked }: { id: string; verdict: 'approve' | 'return'; reason?: string | undefined },
) => {
  const moved = await moveTo(desk, actor, asked, verdict)
  desk.wake('tick')
  return moved
}

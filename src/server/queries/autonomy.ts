import { streakOf } from '#core/autonomy/propose-level.ts'
import { may } from '#server/access/permissions.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { readRecord } from './member-record.ts'

/** How far trainees and agents speak alone, and what their record asks for; a member who decides nothing sees their own (V3). */
export const listAutonomy = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const team = await trx
      .selectFrom('memberships as b')
      .innerJoin('members as m', 'm.id', 'b.member_id')
      .select(['m.id', 'm.name', 'b.role'])
      .where('b.workspace_id', '=', actor.workspaceId)
      .where('m.disabled_at', 'is', null)
      .where('b.role', 'in', ['trainee', 'agent'])
      .orderBy('m.name')
      .orderBy('m.id')
      .execute()
    const shown = may(actor.role, 'autonomy.decide') ? team : team.filter(({ id }) => id === actor.memberId)
    const records = []
    for (const { id, name, role } of shown) {
      const { standing, since, readings, proposal } = await readRecord(trx, actor.workspaceId, id, role)
      records.push({
        ...{ member: { id, name }, role, since, proposal, ...streakOf(readings), read: readings.length },
        standing: { ...standing, subjects: [...standing.subjects] },
        returned: readings.filter(({ outcome }) => outcome === 'returned').length,
      })
    }
    return {
      records: records.map(({ proposal, ...record }) => ({
        ...record,
        proposal: proposal && { ...proposal, to: { ...proposal.to, subjects: [...proposal.to.subjects] } },
      })),
    }
  })

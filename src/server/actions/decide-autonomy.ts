import type { Proposal } from '#core/autonomy/propose-level.ts'
import type { Standing } from '#core/autonomy/standing.ts'
import { keepStanding } from '#server/approvals/autonomy.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Role } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { readRecord } from '#server/queries/member-record.ts'
import { tellMember } from '#server/rota/tell-member.ts'
import { readTeam } from './change-role.ts'

interface Decision {
  id: string
  verdict: 'grant' | 'decline'
  /** The step that the manager has read. */
  to: Standing
}

const isSame = (a: Standing, b: Standing): boolean =>
  a.level === b.level && a.upToCents === b.upToCents && JSON.stringify(a.subjects) === JSON.stringify(b.subjects)

/** Somebody who learns no longer, once their words leave by themselves (V3). */
const endTraining = async (desk: Desk, trx: Trx, actor: Actor, id: string): Promise<void> => {
  await trx
    .updateTable('memberships')
    .set({ role: 'agent' })
    .where('workspace_id', '=', actor.workspaceId)
    .where('member_id', '=', id)
    .execute()
  await recordEvents(trx, actor.workspaceId, [
    {
      ...{ name: 'member.role-changed', at: desk.now(), memberId: actor.memberId },
      data: { memberId: id, role: 'agent', from: 'trainee' },
    },
  ])
}

const grant = async (desk: Desk, trx: Trx, actor: Actor, id: string, role: Role, { to, direction }: Proposal) => {
  await keepStanding(trx, desk, actor, id, to)
  if (role === 'trainee' && to.level !== 'all-read') await endTraining(desk, trx, actor, id)
  const name = direction === 'up' ? 'autonomy.raised' : 'autonomy.lowered'
  await tellMember(trx, desk, actor.workspaceId, id, name, {})
  return name
}

/** A manager grants the step that a record asks for, or leaves things as they are; nothing rises or falls by itself (V1, V3). */
export const decideAutonomy = (desk: Desk, actor: Actor, { id, verdict, to }: Decision) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const member = (await readTeam(trx, actor.workspaceId)).find((one) => one.member_id === id)
    if (member === undefined || member.disabled_at !== null) return NOT_FOUND
    const { standing, proposal } = await readRecord(trx, actor.workspaceId, id, member.role)
    if (proposal === null) return { refused: 'no-proposal' } satisfies Refused
    // The record moves on: what is granted is what was read.
    if (!isSame(proposal.to, to)) return { refused: 'proposal-changed' } satisfies Refused
    const name = verdict === 'grant' ? await grant(desk, trx, actor, id, member.role, proposal) : 'autonomy.declined'
    if (verdict === 'decline') await keepStanding(trx, desk, actor, id, standing)
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name, at: desk.now(), memberId: actor.memberId },
        data: { memberId: id, from: standing, to: proposal.to, grounds: proposal.grounds },
      },
    ])
    return { done: true } as const
  })

import { findContradictions } from '#core/charter/find-contradictions.ts'
import { may } from '#server/access/permissions.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Role, Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { lockNewestCharter } from './draft-charter.ts'
import { refuseMoved } from './edit-charter.ts'
import { putCharterInForce } from './put-charter-in-force.ts'

interface Approval {
  number: number
  revision: number
  side: 'brand' | 'agency'
}

const mayBind = (role: Role | null): boolean => role === 'admin' || role === 'manager'

const refuseContradictory = async (
  trx: Trx,
  actor: Actor,
  version: Row<'charter_versions'>,
): Promise<Refused | null> => {
  const { name } = await trx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', actor.workspaceId)
    .executeTakeFirstOrThrow()
  const codes = findContradictions(version.charter, name).map(({ code }) => code)
  return codes.length === 0 ? null : { refused: 'charter-contradicts', data: { codes } }
}

interface Hand {
  side: Approval['side']
  memberId: string
  /** As it is now; null for someone who has left. */
  role: Role | null
}

/** Who has approved already, held as they are until this transaction ends. */
const readHands = async (trx: Trx, version: Row<'charter_versions'>): Promise<Hand[]> => {
  const given = await trx.selectFrom('charter_approvals').selectAll().where('version_id', '=', version.id).execute()
  const team = await trx
    .selectFrom('memberships')
    .select(['member_id', 'role'])
    .where('workspace_id', '=', version.workspace_id)
    .forShare()
    .execute()
  const roles = new Map(team.map(({ member_id, role }) => [member_id, role]))
  return given.map(({ side, member_id }) => ({ side, memberId: member_id, role: roles.get(member_id) ?? null }))
}

/** Two sides, two people still in the team, one of whom may bind the brand. */
const refuseHand = (given: readonly Hand[], actor: Actor, side: Approval['side']): Refused | null => {
  if (given.some((one) => one.side === side)) return { refused: 'side-approved' }
  if (given.some((one) => one.memberId === actor.memberId)) return { refused: 'other-hand-needed' }
  if (given.some(({ role }) => role === null || !may(role, 'charter.approve'))) return { refused: 'approver-left' }
  return given.length === 1 && ![actor.role, ...given.map(({ role }) => role)].some(mayBind)
    ? { refused: 'manager-needed' }
    : null
}

/** Approves the draft for one side, exactly as it was read; once both sides have, it is in force at once (H1). */
export const approveCharter = (desk: Desk, actor: Actor, { side, ...seen }: Approval) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const version = await lockNewestCharter(trx, actor)
    if (version === undefined) return NOT_FOUND
    const moved = refuseMoved(version, seen)
    if (moved !== null) return moved
    if (version.in_force_at !== null) return { refused: 'charter-in-force' } satisfies Refused
    const given = await readHands(trx, version)
    const refusal = refuseHand(given, actor, side) ?? (await refuseContradictory(trx, actor, version))
    if (refusal !== null) return refusal
    const at = desk.now()
    await trx
      .insertInto('charter_approvals')
      .values({
        workspace_id: actor.workspaceId,
        version_id: version.id,
        side,
        member_id: actor.memberId,
        role: actor.role,
        approved_at: new Date(at),
      })
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'charter.approved', at, memberId: actor.memberId, data: { number: version.number, side } },
    ])
    const inForce = given.length === 1
    if (inForce) await putCharterInForce(trx, desk, actor, version)
    return { number: version.number, inForce }
  })

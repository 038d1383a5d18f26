import { findContradictions } from '#core/charter/find-contradictions.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
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

const mayBind = (role: string): boolean => role === 'admin' || role === 'manager'

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

/** Two sides, two people still in the team, one of whom may bind the brand. */
const refuseHand = (
  given: readonly Row<'charter_approvals'>[],
  actor: Actor,
  side: Approval['side'],
): Refused | null => {
  if (given.some((one) => one.side === side)) return { refused: 'side-approved' }
  if (given.some((one) => one.member_id === actor.memberId)) return { refused: 'other-hand-needed' }
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
    const given = await trx.selectFrom('charter_approvals').selectAll().where('version_id', '=', version.id).execute()
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

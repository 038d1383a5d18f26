import { type Proposal, proposeLevel, type Reading } from '#core/autonomy/propose-level.ts'
import { type Standing, standingOf } from '#core/autonomy/standing.ts'
import type { Role, Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { charterInForce } from './charter-in-force.ts'

const MOST = 200

export const standingRow = (trx: Trx, workspaceId: string, memberId: string) =>
  trx
    .selectFrom('autonomies')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()

export const shapeStanding = (row: Row<'autonomies'> | undefined, role: Role): Standing =>
  standingOf(role, row === undefined ? null : { level: row.level, subjects: row.subjects, upToCents: row.up_to_cents })

/** How far a member speaks alone: what a manager decided, or what their role may (V1, V3). */
export const standingIn = async (trx: Trx, workspaceId: string, memberId: string, role: Role): Promise<Standing> =>
  shapeStanding(await standingRow(trx, workspaceId, memberId), role)

const outcomeOf = ({ state, fold }: Pick<Row<'approvals'>, 'state' | 'fold'>): Reading['outcome'] =>
  state === 'returned' ? 'returned' : fold.edited ? 'edited' : 'clean'

/** What readers did since then; a reply on which its writer contested the guard counts neither for nor against them. */
const readingsOf = async (trx: Trx, workspaceId: string, memberId: string, since: Date): Promise<Reading[]> => {
  const rows = await trx
    .selectFrom('approvals')
    .select(['state', 'fold', 'reasons', 'decided_at'])
    .where('workspace_id', '=', workspaceId)
    .where('writer_id', '=', memberId)
    .where('state', 'in', ['approved', 'returned'])
    .where('decided_at', '>', since)
    .orderBy('decided_at', 'desc')
    .limit(MOST)
    .execute()
  const counted = rows.filter(({ reasons }) => !reasons.some(({ kind }) => kind === 'contested'))
  return counted.map((row) => ({
    ...{ at: row.decided_at?.getTime() ?? 0, outcome: outcomeOf(row) },
    subjects: row.reasons.flatMap((reason) => (reason.kind === 'subject' ? [reason.name] : [])),
    cents: row.reasons.reduce<number | null>(
      (most, reason) => (reason.kind === 'amount' && reason.cents !== null ? Math.max(most ?? 0, reason.cents) : most),
      null,
    ),
  }))
}

export interface MemberRecord {
  standing: Standing
  /** When it was last decided; null where it follows from the role alone. */
  since: number | null
  readings: readonly Reading[]
  proposal: Proposal | null
}

/** What a second person did with a member's replies since the last decision, and the step that it asks for (V3). */
export const readRecord = async (
  trx: Trx,
  workspaceId: string,
  memberId: string,
  role: Role,
): Promise<MemberRecord> => {
  const row = await standingRow(trx, workspaceId, memberId)
  const standing = shapeStanding(row, role)
  const readings = await readingsOf(trx, workspaceId, memberId, row?.decided_at ?? new Date(0))
  const { subjects } = (await charterInForce(trx)).approval
  const open = subjects.filter(({ approvers }) => approvers === 1).map(({ name }) => name)
  const earns = role === 'trainee' || role === 'agent'
  return {
    ...{ standing, since: row?.decided_at?.getTime() ?? null, readings },
    proposal: earns ? proposeLevel(standing, readings, open) : null,
  }
}

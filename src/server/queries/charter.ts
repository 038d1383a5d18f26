import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { type MemberRef, namesOf } from './case-parts.ts'
import { messagesPerWeek, missedDeadlines, repliesHeldIn, ruleFirings } from './charter-figures.ts'

type Version = Row<'charter_versions'>
type Approval = Row<'charter_approvals'>

const SOMEONE = (id: string): MemberRef => ({ id, name: '' })

const shapeLine = (
  version: Omit<Version, 'charter'>,
  approvals: readonly Approval[],
  names: Map<string, MemberRef>,
) => ({
  number: version.number,
  revision: version.revision,
  by: names.get(version.member_id) ?? SOMEONE(version.member_id),
  createdAt: version.created_at.getTime(),
  editedAt: version.edited_at.getTime(),
  inForceAt: version.in_force_at?.getTime() ?? null,
  approvals: approvals
    .filter((one) => one.version_id === version.id)
    .map((one) => ({
      side: one.side,
      by: names.get(one.member_id) ?? SOMEONE(one.member_id),
      at: one.approved_at.getTime(),
    })),
})

const readVersion = (trx: Trx, which: 'in-force' | 'newest' | number) =>
  trx
    .selectFrom('charter_versions')
    .selectAll()
    .$if(which === 'in-force', (q) => q.where('in_force_at', 'is not', null))
    .$if(typeof which === 'number', (q) => q.where('number', '=', Number(which)))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const LINE = [
  'id',
  'workspace_id',
  'number',
  'revision',
  'member_id',
  'created_at',
  'edited_at',
  'in_force_at',
] as const satisfies readonly (keyof Version)[]

/** What was agreed and is applied: the version in force, the draft of the next, and what the rules and clocks said of late (H1). */
export const readCharter = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const newest = await readVersion(trx, 'newest')
    const inForce = newest?.in_force_at === null ? await readVersion(trx, 'in-force') : newest
    const lines = await trx.selectFrom('charter_versions').select(LINE).orderBy('number', 'desc').execute()
    const approvals = await trx.selectFrom('charter_approvals').selectAll().orderBy('approved_at').execute()
    const names = await namesOf(
      trx,
      [...lines, ...approvals].map((row) => row.member_id),
    )
    const shape = (version: Version | undefined) =>
      version === undefined ? null : { ...shapeLine(version, approvals, names), charter: version.charter }
    const accounts = await trx.selectFrom('channel_accounts').select(['id', 'handle']).orderBy('connected_at').execute()
    const heard = await messagesPerWeek(desk, trx, actor)
    const missed = await missedDeadlines(desk, trx, actor)
    return {
      inForce: shape(inForce),
      draft: newest?.in_force_at === null ? shape(newest) : null,
      versions: lines.map((line) => shapeLine(line, approvals, names)),
      networks: [...desk.registry.values()].map(({ id, network }) => ({ connector: id, network })),
      accounts: accounts.map(({ id, handle }) => ({ id, name: handle })),
      heldIn: await repliesHeldIn(desk, trx, actor),
      fired: await ruleFirings(desk, trx, actor),
      kept: [...new Set([...heard.keys(), ...missed.keys()])].map((connector) => ({
        connector,
        perWeek: heard.get(connector) ?? 0,
        missed: missed.get(connector) ?? 0,
      })),
    }
  })

/** One version as it was, with the names that it speaks of: to read, to compare, to print. */
export const readCharterVersion = (desk: Desk, actor: Actor, { number }: { number: number }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const version = await readVersion(trx, number)
    if (version === undefined) return NOT_FOUND
    const approvals = await trx
      .selectFrom('charter_approvals')
      .selectAll()
      .where('version_id', '=', version.id)
      .orderBy('approved_at')
      .execute()
    const names = await namesOf(
      trx,
      [version, ...approvals].map((row) => row.member_id),
    )
    return { ...shapeLine(version, approvals, names), charter: version.charter }
  })

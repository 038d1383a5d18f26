import { pausesNow } from '#core/scheduled/decide-leaving.ts'
import { findUnfortunate } from '#core/scheduled/unfortunate.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { flagFacts } from './affairs.ts'
import { type MemberRef, namesOf } from './case-parts.ts'
import { allowancesOf, pausesSince, plannedOf } from './scheduled-pauses.ts'

const MOST = 200

const approvalsOf = (trx: Trx, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : trx.selectFrom('approvals').select(['id', 'state', 'approvers']).where('id', 'in', ids).execute()

const shapeReading = (
  approval: Pick<Row<'approvals'>, 'state' | 'approvers'> | undefined,
  names: Map<string, MemberRef>,
) =>
  approval === undefined
    ? null
    : {
        state: approval.state === 'waiting' || approval.state === 'approved' ? approval.state : ('over' as const),
        by: approval.approvers.map((id) => names.get(id) ?? { id, name: '?' }),
      }

const rulesOf = (detail: Record<string, unknown>): string[] =>
  Array.isArray(detail.rules) ? detail.rules.filter((one) => typeof one === 'string') : []

/** What will leave and when, soonest first; what is suspended, what asks, and what it has come to touch (W1, C3). */
export const listScheduled = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const rows = await trx
      .selectFrom('scheduled_posts as p')
      .innerJoin('statements as s', 's.id', 'p.statement_id')
      .selectAll('p')
      .select('s.incident_id')
      .where('p.workspace_id', '=', actor.workspaceId)
      .where('p.state', 'in', ['planned', 'asks'])
      .orderBy('p.leaves_at')
      .orderBy('p.id')
      .limit(MOST)
      .execute()
    const { time_zone: timeZone } = await trx
      .selectFrom('workspaces')
      .select('time_zone')
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const { affairs, brandNames } = await flagFacts(trx, actor.workspaceId, now)
    const allowed = await allowancesOf(trx, rows)
    const pauses = await pausesSince(trx, actor.workspaceId, new Date(now))
    const approvals = await approvalsOf(
      trx,
      rows.map(({ id }) => id),
    )
    const names = await namesOf(trx, [
      ...rows.map((row) => row.writer_id),
      ...allowed.map((one) => one.allowed_by),
      ...approvals.flatMap(({ approvers }) => approvers),
    ])
    const nameOf = (id: string): MemberRef => names.get(id) ?? { id, name: '?' }
    const titleOf = (id: string): string | null => affairs.find((one) => one.id === id)?.title ?? null
    const posts = rows.map((row) => ({
      ...{ id: row.id, statementId: row.statement_id, incidentId: row.incident_id, accountId: row.account_id },
      ...{ caseId: row.case_id, text: row.text, leavesAt: row.leaves_at.getTime(), by: nameOf(row.writer_id) },
      plannedAt: row.planned_at.getTime(),
      state: row.state === 'asks' ? ('asks' as const) : ('planned' as const),
      asks:
        row.why === null
          ? null
          : { why: row.why, at: (row.asked_at ?? row.leaves_at).getTime(), rules: rulesOf(row.detail) },
      pausedBy: pausesNow(plannedOf(row, allowed), pauses, now).map(({ kind, id }) => ({
        ...{ kind, id, title: kind === 'incident' ? titleOf(id) : null },
      })),
      allowed: allowed
        .filter(({ post_id }) => post_id === row.id)
        .map((one) => ({
          ...{ incidentId: one.incident_id, title: titleOf(one.incident_id) ?? '' },
          ...{ by: nameOf(one.allowed_by), at: one.allowed_at.getTime() },
        })),
      flags: findUnfortunate(row.text, affairs, { now, brandNames, about: row.incident_id }).map((flag) => ({
        ...flag,
        words: [...flag.words],
      })),
      reading: shapeReading(
        approvals.find(({ id }) => id === row.id),
        names,
      ),
    }))
    return { posts, timeZone, affairs: affairs.map(shapeAffair), brandNames }
  })

const shapeAffair = ({ matching, lines, ...affair }: Awaited<ReturnType<typeof flagFacts>>['affairs'][number]) => ({
  ...affair,
  matching: {
    ...{ all: matching.all, topics: [...matching.topics], words: [...matching.words] },
    ...{ without: [...matching.without], accountIds: [...matching.accountIds] },
  },
  lines: lines.map((line) => ({ ...line, words: [...line.words], claims: [...line.claims] })),
})

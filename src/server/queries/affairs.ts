import { sql } from 'kysely'
import type { Matching } from '#core/crisis/matching.ts'
import type { MaySayLine } from '#core/guard/may-say.ts'
import type { Affair } from '#core/scheduled/unfortunate.ts'
import { DAY_MS } from '#core/time.ts'
import type { Trx } from '#server/db/transaction.ts'
import { brandNamesOf } from './incident-proposal.ts'

const REMEMBERED_MS = 366 * DAY_MS
const MOST = 40

interface AffairRow {
  id: string
  title: string
  declared_at: Date
  closed_at: Date | null
  matching: Matching
  lines: Omit<MaySayLine, 'ours'>[]
}

/** The incidents that words of the brand may touch: those that are open, and those of the last year, with what their cells said last. */
export const affairsOf = async (trx: Trx, workspaceId: string, now: number): Promise<Affair[]> => {
  const { rows } = await sql<AffairRow>`
    select i.id, i.title, i.declared_at, i.closed_at, i.matching, coalesce((select jsonb_agg(jsonb_build_object(
        'state', s.state, 'says', s.says, 'words', s.words, 'claims', s.claims, 'dates', s.dates) order by s.id)
      from (select distinct on (line_id) * from may_say m where m.incident_id = i.id order by line_id, id desc) s
      where s.state <> 'withdrawn'), '[]') as lines
    from incidents i where i.workspace_id = ${workspaceId}::uuid
      and (i.closed_at is null or i.closed_at > ${new Date(now - REMEMBERED_MS)}::timestamptz)
    order by i.closed_at desc nulls first, i.id limit ${MOST}`.execute(trx)
  return rows.map(({ declared_at, closed_at, ...row }) => ({
    ...{ ...row, declaredAt: declared_at.getTime(), closedAt: closed_at?.getTime() ?? null },
  }))
}

/** All that flags are read by: the affairs, and the names that mean the brand itself. */
export const flagFacts = async (trx: Trx, workspaceId: string, now: number) => ({
  affairs: await affairsOf(trx, workspaceId, now),
  brandNames: await brandNamesOf(trx, workspaceId),
})
export type FlagFacts = Awaited<ReturnType<typeof flagFacts>>

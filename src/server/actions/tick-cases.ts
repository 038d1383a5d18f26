import { sql } from 'kysely'
import { applyCase } from '#core/case/apply-case.ts'
import type { CaseState } from '#core/case/case.ts'
import { decideCase } from '#core/case/decide-case.ts'
import type { CaseEvent } from '#core/case/event.ts'
import { findPresent } from '#core/rota/on-duty.ts'
import { caseEvent } from '#server/cases/case-row.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { Notice } from '#server/ingest/batch.ts'
import { updateCases } from '#server/ingest/write-cases.ts'
import { writeNotices } from '#server/ingest/write-news.ts'
import { inEachBrand } from '#server/jobs/each-brand.ts'
import { rotaOf } from '#server/queries/brand-rota.ts'

const MOST = 500

/** The passing of time asks for no new deadline, so that no promise is read. */
const NO_PROMISE = {
  policy: { firstReplyMinutes: 1, nextReplyMinutes: 1, calendar: 'always' },
  calendar: 'always',
  by: null,
} as const

interface Due {
  id: string
  conversation_id: string
  account_id: string
  owner_id: string | null
  fold: CaseState
}

const tick = ({ fold }: Due, now: number): readonly CaseEvent[] => {
  const decision = decideCase(fold, { kind: 'tick' }, { ...NO_PROMISE, now })
  return 'refused' in decision ? [] : decision.events
}

/** Whoever answers for the case, and whoever answers now, are told that its deadline has passed: an alert reaches somebody (L4). */
const noticesOf = (
  { id, owner_id: owner }: Due,
  events: readonly CaseEvent[],
  answering: readonly string[],
): Notice[] =>
  events.some(({ kind }) => kind === 'case.breached')
    ? [...new Set(owner === null ? answering : [owner, ...answering])].map((memberId) => ({
        ...{ kind: 'case.breached', to: { memberId }, caseId: id, data: {} },
      }))
    : []

/** Read only where a deadline has passed. */
const answeringNow = async (trx: Trx, workspaceId: string, now: number): Promise<string[]> => {
  const { rota } = await rotaOf(trx, workspaceId, now)
  return findPresent(rota, 'answer', now).map(({ memberId }) => memberId)
}

const tickWorkspace = (desk: Desk, workspaceId: string, ids: readonly string[]): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const now = desk.now()
    const { rows } = await sql<Due>`
      select id, conversation_id, account_id, owner_id, fold from cases where id = any(${ids}::uuid[])
      order by id for no key update skip locked`.execute(trx)
    const moved = rows.map((row) => ({ row, events: tick(row, now) })).filter(({ events }) => events.length > 0)
    await updateCases(
      trx,
      moved.map(({ row, events }) => ({ id: row.id, fold: events.reduce(applyCase, row.fold), excerpt: null })),
    )
    await recordEvents(
      trx,
      workspaceId,
      moved.flatMap(({ row, events }) => events.map((event) => caseEvent(row, event))),
    )
    const late = moved.some(({ events }) => events.some(({ kind }) => kind === 'case.breached'))
    const answering = late ? await answeringNow(trx, workspaceId, now) : []
    const notices = moved.flatMap(({ row, events }) => noticesOf(row, events, answering))
    await writeNotices(trx, { workspaceId, now, newId: desk.newId }, notices)
    return moved.length
  })

/** What the clock alone brings (A2): deadlines missed, said once each, and snoozes that end. Returns how many cases moved. */
export const tickCases = async (desk: Desk): Promise<number> => {
  const now = new Date(desk.now())
  const { rows } = await sql<{ id: string; ids: string[] }>`
    select workspace_id as id, array_agg(id) as ids from (
      (select id, workspace_id from cases where due_at <= ${now}::timestamptz and breached_at is null order by due_at limit ${MOST}::integer)
      union
      (select id, workspace_id from cases where snoozed_until <= ${now}::timestamptz order by snoozed_until limit ${MOST}::integer)
    ) due group by workspace_id`.execute(desk.db.worker)
  return inEachBrand(desk, rows, 'deadlines', ({ id, ids }) => tickWorkspace(desk, id, ids))
}

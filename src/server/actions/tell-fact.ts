import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { keepFact, type ToldFact } from '#server/case-file/keep-fact.ts'
import { lockCase } from '#server/cases/change-case.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Desk, isRefused, type Refused } from '#server/desk.ts'
import { holdBackUnproved } from './hold-back-unproved.ts'

/** What one of the brand's systems says happened. */
export interface ToldEvent extends Omit<ToldFact, 'documentId'> {
  /** The system's own id of the event: told twice, it is one fact. */
  id: string
  case: { number: number } | { order: string }
}

const findCase = async (trx: Trx, named: ToldEvent['case']): Promise<string | Refused> => {
  if ('number' in named) {
    const row = await trx.selectFrom('cases').select('id').where('number', '=', named.number).executeTakeFirst()
    return row?.id ?? { refused: 'no-such-case' }
  }
  const found = await trx
    .selectFrom('facts as f')
    .innerJoin('cases as c', 'c.id', 'f.case_id')
    .select(['c.id', 'c.state'])
    .distinct()
    .where('f.kind', '=', 'order')
    .where('f.status', '<>', 'cancelled')
    .where(sql<string>`lower(f.detail)`, '=', named.order.toLowerCase())
    .execute()
  const open = found.filter(({ state }) => state !== 'resolved')
  const [one, ...others] = open.length > 0 ? open : found
  if (one === undefined) return { refused: 'no-such-case' }
  return others.length === 0 ? one.id : { refused: 'several-cases' }
}

const hashOf = (event: ToldEvent): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([
        event.case,
        event.kind,
        event.status,
        event.detail ?? '',
        event.proof ?? '',
        event.proofUrl ?? '',
      ]),
    )
    .digest()

/** A fact that one of the brand's own systems tells: its event is the proof, and the file remembers whose it is (T4, G4). */
export const tellFact = (desk: Desk, source: Row<'fact_sources'>, event: ToldEvent) =>
  inWorkspace(desk.db, source.workspace_id, async (trx) => {
    const eventHash = hashOf(event)
    // The same event, told twice at once, waits for itself.
    await trx.selectFrom('fact_sources').select('id').where('id', '=', source.id).forUpdate().execute()
    const known = await trx
      .selectFrom('facts')
      .select(['id', 'event_hash'])
      .where('source_id', '=', source.id)
      .where('event_id', '=', event.id)
      .executeTakeFirst()
    if (known !== undefined)
      return known.event_hash?.equals(eventHash) === true
        ? { factId: known.id, repeated: true }
        : ({ refused: 'event-changed' } satisfies Refused)
    const caseId = await findCase(trx, event.case)
    if (isRefused(caseId)) return caseId
    const row = typeof caseId === 'string' ? await lockCase(trx, caseId) : undefined
    if (row === undefined) return { refused: 'no-such-case' } satisfies Refused
    const told = { ...event, proof: event.proof ?? event.proofUrl ?? `${source.name}, ${event.id}` }
    const fact = await keepFact(trx, desk, row, told, { sourceId: source.id, eventId: event.id, eventHash })
    if (isRefused(fact)) return fact
    await trx
      .updateTable('fact_sources')
      .set({ last_used_at: new Date(desk.now()) })
      .where('id', '=', source.id)
      .execute()
    const nobody = { workspaceId: source.workspace_id, memberId: source.created_by, role: 'trainee' } as const
    if (event.status !== 'done') await holdBackUnproved(trx, desk, nobody, row, null)
    return { factId: fact.id, repeated: false }
  })

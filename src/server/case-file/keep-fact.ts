import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk, Refused } from '#server/desk.ts'
import { recordDeed } from './record.ts'

type Kind = Row<'facts'>['kind']

export interface ToldFact {
  kind: Kind
  status: Row<'facts'>['status']
  detail?: string | undefined
  proof?: string | undefined
  proofUrl?: string | undefined
  documentId?: string | undefined
}

/** Who told it: a member, or an event of the brand's own system. */
export type FactOrigin = { memberId: string } | { sourceId: string; eventId: string; eventHash: Buffer }

/** Naming who follows a case, or its order number, needs no proof; everything « done » does (G4). */
const PROVES_ITSELF: ReadonlySet<Kind> = new Set(['owner', 'order'])
/** Facts that end the customer's dispute: from then on a thank-you or a gesture is in its place (G8, C5). */
const SETTLES: ReadonlySet<Kind> = new Set(['refund', 'delivery', 'replacement', 'resolution'])

const columnsOf = (origin: FactOrigin) =>
  'memberId' in origin
    ? { member_id: origin.memberId }
    : { source_id: origin.sourceId, event_id: origin.eventId, event_hash: origin.eventHash }

/** A correction is younger than what it corrects, though the clock stands still or has been set back. */
const momentAfter = async (trx: Trx, caseId: string, now: number): Promise<Date> => {
  const { newest } = await trx
    .selectFrom('facts')
    .select(({ fn }) => fn.max('recorded_at').as('newest'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return new Date(Math.max(now, (newest?.getTime() ?? 0) + 1))
}

/** Writes a fact into the file of a locked case, with what it settles and its line of the log. */
export const keepFact = async (
  trx: Trx,
  desk: Desk,
  row: Row<'cases'>,
  told: ToldFact,
  origin: FactOrigin,
): Promise<Row<'facts'> | Refused> => {
  const at = await momentAfter(trx, row.id, desk.now())
  const document =
    told.documentId === undefined
      ? undefined
      : await trx.selectFrom('files').select(['id', 'name']).where('id', '=', told.documentId).executeTakeFirst()
  if (told.documentId !== undefined && document === undefined) return { refused: 'no-such-document' }
  const proof = told.proof ?? told.proofUrl ?? document?.name ?? null
  if (told.status === 'done' && proof === null && !PROVES_ITSELF.has(told.kind))
    return { refused: 'proof-needed', data: { kind: told.kind } }
  const fact = await trx
    .insertInto('facts')
    .values({
      ...{ id: desk.newId(), workspace_id: row.workspace_id, case_id: row.id, kind: told.kind, status: told.status },
      ...{ detail: told.detail ?? '', proof, proof_url: told.proofUrl ?? null, file_id: document?.id ?? null },
      ...columnsOf(origin),
      recorded_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (SETTLES.has(told.kind))
    await trx
      .updateTable('cases')
      .set({ settled_at: told.status === 'done' ? at : null })
      .where('id', '=', row.id)
      .execute()
  await recordDeed(trx, desk, {
    ...{ name: 'fact.recorded', workspaceId: row.workspace_id, caseId: row.id, conversationId: row.conversation_id },
    memberId: 'memberId' in origin ? origin.memberId : null,
    data: {
      ...{ factId: fact.id, kind: fact.kind, status: fact.status },
      ...('sourceId' in origin && { sourceId: origin.sourceId }),
    },
  })
  return fact
}

import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { namesOf, shapeFact } from '#server/queries/case-parts.ts'
import { holdBackUnproved } from './hold-back-unproved.ts'

type Kind = Row<'facts'>['kind']

export interface NewFact {
  id: string
  kind: Kind
  status: Row<'facts'>['status']
  detail?: string | undefined
  proof?: string | undefined
  proofUrl?: string | undefined
}

/** Naming who follows a case, or its order number, needs no proof; everything « done » does (G4). */
const PROVES_ITSELF: ReadonlySet<Kind> = new Set(['owner', 'order'])
/** Facts that end the customer's dispute: from then on a thank-you or a gesture is in its place (G8, C5). */
const SETTLES: ReadonlySet<Kind> = new Set(['refund', 'delivery', 'replacement', 'resolution'])

/** Adds a fact to the case file; the guard of every open composer knows it at once. A correction is a newer fact of the same kind. */
export const recordFact = (desk: Desk, actor: Actor, input: NewFact) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const row = await trx.selectFrom('cases').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const proof = input.proof ?? input.proofUrl ?? null
    if (input.status === 'done' && proof === null && !PROVES_ITSELF.has(input.kind))
      return { refused: 'proof-needed', data: { kind: input.kind } } satisfies Refused
    const fact = await trx
      .insertInto('facts')
      .values({
        id: desk.newId(),
        workspace_id: actor.workspaceId,
        case_id: row.id,
        kind: input.kind,
        status: input.status,
        detail: input.detail ?? '',
        proof,
        proof_url: input.proofUrl ?? null,
        member_id: actor.memberId,
        recorded_at: new Date(at),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    if (SETTLES.has(input.kind))
      await trx
        .updateTable('cases')
        .set({ settled_at: input.status === 'done' ? new Date(at) : null })
        .where('id', '=', row.id)
        .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        name: 'fact.recorded',
        at,
        memberId: actor.memberId,
        caseId: row.id,
        conversationId: row.conversation_id,
        data: { factId: fact.id, kind: fact.kind, status: fact.status },
      },
    ])
    if (input.status !== 'done') await holdBackUnproved(trx, desk, actor, row)
    return shapeFact(fact, await namesOf(trx, [actor.memberId]))
  })

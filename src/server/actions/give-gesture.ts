import { type GestureKind, whyNoGesture } from '#core/case-file/gesture.ts'
import { may } from '#server/access/permissions.ts'
import { lockCase } from '#server/cases/change-case.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'
import { authorsOf, readLedger } from '#server/queries/gesture-ledger.ts'

interface Gesture {
  id: string
  kind: GestureKind
  amountCents: number
  reason: string
  overrideReason?: string | undefined
}

/** Enters a gesture in the customer's ledger, once the case is settled and within the charter; only a manager passes that, in words (G8). */
export const enterGesture = async (desk: Desk, trx: Trx, actor: Actor, input: Gesture) => {
  const at = desk.now()
  const row = await lockCase(trx, input.id)
  if (row === undefined) return NOT_FOUND
  // Two gestures to one person at the same moment, from two cases, count one after the other.
  const authors = await authorsOf(trx, row.author_id)
  await trx.selectFrom('authors').select('id').where('id', 'in', authors).orderBy('id').forUpdate().execute()
  const { givenCents } = await readLedger(trx, row.author_id, at)
  const { goodwill } = (await charterInForce(trx)).guard
  const { amountCents, kind, reason } = input
  const obstacle = whyNoGesture({ amountCents, settled: row.settled_at !== null, givenCents, goodwill })
  if (obstacle !== null && (input.overrideReason === undefined || !may(actor.role, 'gesture.override')))
    return { refused: `gesture-${obstacle}`, data: { givenCents, ...goodwill } } satisfies Refused
  const gestureId = desk.newId()
  await trx
    .insertInto('gestures')
    .values({
      ...{ id: gestureId, workspace_id: actor.workspaceId, case_id: row.id, author_id: row.author_id, kind, reason },
      ...{ amount_cents: amountCents, member_id: actor.memberId, given_at: new Date(at), overrode: obstacle },
      override_reason: obstacle === null ? null : (input.overrideReason ?? null),
    })
    .execute()
  await recordEvents(trx, actor.workspaceId, [
    {
      ...{ name: 'gesture.given', at, memberId: actor.memberId, caseId: row.id, conversationId: row.conversation_id },
      data: { gestureId, kind, amountCents, overrode: obstacle },
    },
  ])
  return { givenCents: givenCents + amountCents, gestureId, row, authors }
}

export const giveGesture = (desk: Desk, actor: Actor, input: Gesture) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const given = await enterGesture(desk, trx, actor, input)
    return isRefused(given) ? given : { givenCents: given.givenCents }
  })

import type { Intent } from '#core/triage/labels.ts'
import { commandCase, lockCase } from '#server/cases/change-case.ts'
import { lockCaseOf } from '#server/cases/lock-case-of.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

interface Correction {
  id: string
  intent: Intent
  urgent: boolean
}

/** What explained the former reading explains the new one only where both say the same. */
const keepReading = (trx: Trx, desk: Desk, actor: Actor, before: Row<'message_readings'>, input: Correction) =>
  trx
    .updateTable('message_readings')
    .set({
      intent: input.intent,
      urgent: input.urgent,
      reasons: JSON.stringify(input.urgent ? before.reasons : []),
      because: JSON.stringify({
        ...(input.intent === before.intent ? { intent: before.because.intent } : {}),
        ...(input.urgent && before.urgent ? { urgent: before.because.urgent } : {}),
      }),
      read_by: actor.memberId,
      ask_at: null,
      read_at: new Date(desk.now()),
    })
    .where('message_id', '=', input.id)
    .execute()

/** Whoever calls words praise or thanks has read them whole: they join those that are thanked, unless they cannot wait (A5). */
const movePromise = async (
  trx: Trx,
  desk: Desk,
  row: Row<'cases'>,
  actor: Actor,
  { id: messageId, intent, urgent }: Correction,
) => {
  const weighed = { kind: 'weigh-urgency', messageId, urgent, reasons: [] } as const
  const refused = await commandCase(trx, desk, row, weighed, actor.memberId)
  const now = refused ?? (await lockCase(trx, row.id))
  if (now === undefined || 'refused' in now) return now ?? NOT_FOUND
  const thanks = !urgent && (intent === 'praise' || intent === 'thanks')
  return commandCase(trx, desk, now, { kind: 'weigh-thanks', messageId, thanks }, actor.memberId)
}

/**
 * A member says what a message is (L2). The correction stands, is kept for triage to learn from, and moves the promise with it: sooner for
 * what cannot wait, back to what it was for what can, later and apart for thanks (A2, A5).
 */
export const correctReading = (desk: Desk, actor: Actor, input: Correction) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockCaseOf(trx, input.id)
    if (row === undefined) return NOT_FOUND
    const before = await trx
      .selectFrom('message_readings')
      .selectAll()
      .where('message_id', '=', input.id)
      .executeTakeFirst()
    if (before === undefined) return NOT_FOUND
    const same = before.intent === input.intent && before.urgent === input.urgent
    // What the desk read is confirmed by the same words; what a member said needs no second saying.
    if (same && before.read_by !== null) return { done: true as const }
    await keepReading(trx, desk, actor, before, input)
    const from = { intent: before.intent, urgent: before.urgent }
    const to = { intent: input.intent, urgent: input.urgent }
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'reading.corrected', at: desk.now(), memberId: actor.memberId, accountId: row.account_id },
        ...{ caseId: row.id, conversationId: row.conversation_id, data: { messageId: input.id, from, to } },
      },
    ])
    return (await movePromise(trx, desk, row, actor, input)) ?? { done: true as const }
  })

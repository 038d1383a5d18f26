import { MINUTE_MS } from '#core/time.ts'
import { fillReading, joinReadings } from '#core/triage/second-reading.ts'
import { commandCase, lockCase } from '#server/cases/change-case.ts'
import { lockCaseOf } from '#server/cases/lock-case-of.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { ModelAnswer, ModelLabels } from '#server/second-reader/model-answer.ts'

const later = (trx: Trx, desk: Desk, { message_id, asked }: Row<'message_readings'>, answer: ModelAnswer) =>
  trx
    .updateTable('message_readings')
    .set({ ask_at: answer.kind === 'later' ? new Date(desk.now() + 2 ** asked * MINUTE_MS) : null })
    .where('message_id', '=', message_id)
    .execute()

/** Words that explained a label explain it no more when the label is another. */
const becauseOf = (before: Row<'message_readings'>, { intent, urgent }: { intent: string; urgent: boolean }) => ({
  ...(intent === before.intent ? { intent: before.because.intent } : {}),
  ...(urgent && before.urgent ? { urgent: before.because.urgent } : {}),
})

type Read = Extract<ModelAnswer, { labels: unknown }>

const labelsOf = (before: Row<'message_readings'>, answer: Read): ModelLabels => {
  if (answer.kind === 'read') return answer.labels
  const { intent, sentiment, topic, urgent, reasons, needs_answer, personal_dispute, flags } = before
  const own = { intent, sentiment, topic, urgent, reasons, needs_answer, personal_dispute, flags }
  return fillReading(own, answer.labels)
}

const joinWith = (before: Row<'message_readings'>, answer: Read) => {
  const { needs_answer: needsAnswer, ...labels } = labelsOf(before, answer)
  const own = { intent: before.intent, urgent: before.urgent, needsAnswer: before.needs_answer }
  const joined = joinReadings(own, { ...labels, needsAnswer })
  return { ...joined, reasons: joined.urgent ? [...new Set([...before.reasons, ...joined.reasons])] : [] }
}

/** Sooner for what cannot wait, and out of the thanks for what is none; a model moves nothing the other way (A2, A5). */
const hasten = async (
  trx: Trx,
  desk: Desk,
  kase: Row<'cases'>,
  read: Pick<ModelLabels, 'intent' | 'urgent' | 'reasons'> & { messageId: string },
): Promise<void> => {
  const { messageId, intent, urgent, reasons } = read
  if (urgent) await commandCase(trx, desk, kase, { kind: 'weigh-urgency', messageId, urgent, reasons }, null)
  if (intent === 'praise' || intent === 'thanks') return
  const now = await lockCase(trx, kase.id)
  if (now !== undefined) await commandCase(trx, desk, now, { kind: 'weigh-thanks', messageId, thanks: false }, null)
}

/**
 * What a language model read, marked as its own (L2): what a member said stands above it, it hastens a promise and never puts one off, and
 * words that changed while it read them are read anew.
 */
export const keepSecondReading = (
  desk: Desk,
  workspaceId: string,
  asked: { messageId: string; text: string; model: string },
  answer: ModelAnswer,
): Promise<void> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const kase = await lockCaseOf(trx, asked.messageId)
    const before = await trx
      .selectFrom('message_readings')
      .selectAll()
      .where('message_id', '=', asked.messageId)
      .forUpdate()
      .executeTakeFirst()
    if (kase === undefined || before === undefined || before.ask_at === null) return
    const { text } = await trx
      .selectFrom('messages')
      .select('text')
      .where('id', '=', asked.messageId)
      .executeTakeFirstOrThrow()
    // An edit has put it down to be read anew.
    if (text !== asked.text) return
    if (!('labels' in answer)) return void (await later(trx, desk, before, answer))
    const { needsAnswer, reasons, flags, ...joined } = joinWith(before, answer)
    await trx
      .updateTable('message_readings')
      .set({
        ...{ ...joined, needs_answer: needsAnswer, model: asked.model, ask_at: null },
        ...{ reasons: JSON.stringify(reasons), flags: JSON.stringify(flags) },
        because: JSON.stringify(becauseOf(before, joined)),
        read_at: new Date(desk.now()),
      })
      .where('message_id', '=', asked.messageId)
      .execute()
    const [from, to] = [before, joined].map(({ intent, urgent }) => ({ intent, urgent }))
    await recordEvents(trx, workspaceId, [
      {
        ...{ name: 'reading.second', at: desk.now(), memberId: null, accountId: kase.account_id, caseId: kase.id },
        ...{ conversationId: kase.conversation_id, data: { messageId: asked.messageId, model: asked.model, from, to } },
      },
    ])
    await hasten(trx, desk, kase, { messageId: asked.messageId, ...joined, reasons })
  })

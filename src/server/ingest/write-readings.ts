import { sql } from 'kysely'
import type { MessageReading } from '#core/triage/read-message.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Batch } from './batch.ts'

/** A word as evidence, not a page: and cut from any text whatever, it may end within a sign. */
const plain = (words: readonly string[]): string[] => words.map((word) => word.slice(0, 60).toWellFormed())

const readingRow = ([message_id, reading]: [string, MessageReading]) => ({
  message_id,
  language: reading.language,
  intent: reading.intent.is,
  sentiment: reading.sentiment.is,
  topic: reading.topic.is,
  urgent: reading.urgent.is,
  reasons: reading.urgent.reasons,
  needs_answer: reading.needsAnswer.is,
  personal_dispute: reading.personalDispute.is,
  flags: reading.flags.map((flag) => flag.is),
  because: {
    intent: plain(reading.intent.because),
    ...(reading.urgent.is && { urgent: plain(reading.urgent.because) }),
  },
})

/** What was read of the messages of this batch; what a member said of one is not written over. */
export const writeReadings = async (trx: Trx, { account, now, readings, asksModel }: Batch): Promise<void> => {
  if (readings.size === 0) return
  await sql`
    insert into message_readings (message_id, workspace_id, language, intent, sentiment, topic, urgent, reasons, needs_answer,
      personal_dispute, flags, because, read_at, ask_at)
    select message_id, ${account.workspaceId}::uuid, language, intent, sentiment, topic, urgent, reasons, needs_answer, personal_dispute,
      flags, because, ${new Date(now)}::timestamptz, ${asksModel ? new Date(now) : null}::timestamptz
    from json_to_recordset(${JSON.stringify([...readings].map(readingRow))}::json) as r (message_id uuid, language text, intent text,
      sentiment text, topic text, urgent boolean, reasons jsonb, needs_answer boolean, personal_dispute boolean, flags jsonb, because jsonb)
    on conflict (message_id) do update set language = excluded.language, intent = excluded.intent, sentiment = excluded.sentiment,
      topic = excluded.topic, urgent = excluded.urgent, reasons = excluded.reasons, needs_answer = excluded.needs_answer,
      personal_dispute = excluded.personal_dispute, flags = excluded.flags, because = excluded.because, read_at = excluded.read_at,
      model = null, ask_at = excluded.ask_at, asked = 0
    where message_readings.read_by is null`.execute(trx)
}

import { sql } from 'kysely'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** Longer than a model may take; after it another process may ask. */
const LEASE_MS = 2 * MINUTE_MS
/** What nobody asked about for so long has been answered or read by a person. */
const WORTH_MS = 6 * HOUR_MS
const MOST_TRIES = 4

export interface ToRead {
  messageId: string
  subject: string | null
  text: string
}

/** The newest message that a model has still to read: in a storm the last ones are those that wait. */
export const claimMessage = (desk: Desk, workspaceId: string): Promise<ToRead | undefined> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const now = desk.now()
    const { rows } = await sql<ToRead>`
      update message_readings r set ask_at = ${new Date(now + LEASE_MS)}, asked = asked + 1
      from messages m
      where m.id = r.message_id and r.message_id = (
        select message_id from message_readings
        where workspace_id = ${workspaceId} and ask_at <= ${new Date(now)} and asked < ${MOST_TRIES}
          and read_at > ${new Date(now - WORTH_MS)}
        order by read_at desc limit 1 for update skip locked)
      returning r.message_id as "messageId", m.subject, m.text`.execute(trx)
    return rows[0]
  })

import { lockIncident } from '#server/crisis/lock-incident.ts'
import { markPublicUpdate } from '#server/crisis/mark-public-update.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/**
 * The public has heard: on the first account that took the words, and once for all of them, the clock of the incident starts anew; when the
 * words announced an hour, that is the hour that is owed (C3).
 */
export const markStatement = async (trx: Trx, desk: Desk, row: Row<'deliveries'>): Promise<void> => {
  const statement = await trx
    .selectFrom('statements as s')
    .innerJoin('statement_posts as p', 'p.statement_id', 's.id')
    .select(['s.id', 's.incident_id', 's.announced_at', 's.owes_update'])
    .where('p.conversation_id', '=', row.conversation_id)
    .forUpdate(['s'])
    .executeTakeFirst()
  if (statement === undefined || !statement.owes_update) return
  await trx.updateTable('statements').set({ owes_update: false }).where('id', '=', statement.id).execute()
  if (statement.incident_id === null) return
  const incident = await lockIncident(trx, statement.incident_id)
  // A last word may come after the end: what is closed owes the public nothing more.
  if (incident === undefined || incident.closed_at !== null) return
  const data = { statementId: statement.id }
  await markPublicUpdate(trx, desk, incident, { memberId: row.member_id, words: row.text, data })
  const { announced_at: announced } = statement
  if (announced === null || announced.getTime() <= desk.now()) return
  await trx.updateTable('incidents').set({ next_public_at: announced }).where('id', '=', incident.id).execute()
}

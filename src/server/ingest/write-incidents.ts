import { sql } from 'kysely'
import { type Looking, linkMentions } from '#server/crisis/link-mentions.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Batch } from './batch.ts'

const openIncidents = async (trx: Trx, workspaceId: string): Promise<Looking[]> => {
  const { rows } = await sql<Looking>`
    select id, matching, since_at from incidents where workspace_id = ${workspaceId}::uuid and closed_at is null order by id`.execute(
    trx,
  )
  return rows
}

/** Each new mention joins the open incidents that it belongs to, with the batch that brings it: on a calm day this is one small question (C3). */
export const writeIncidents = async (trx: Trx, { account, messages, readings, now }: Batch): Promise<void> => {
  const heard = [...messages.values()].filter(({ direction, fate }) => direction === 'in' && fate !== 'known')
  if (heard.length === 0) return
  const incidents = await openIncidents(trx, account.workspaceId)
  if (incidents.length === 0) return
  await linkMentions(
    ...([trx, account.workspaceId, now, incidents] as const),
    heard.map(({ id, conversation, subject, text, sentAt }) => ({
      ...{ messageId: id, conversationId: conversation.id, accountId: account.id, sentAt },
      ...{ text: subject === null ? text : `${subject}\n${text}`, topic: readings.get(id)?.topic.is ?? null },
    })),
  )
}

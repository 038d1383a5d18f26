import { randomUUID } from 'node:crypto'
import type { Database } from '#server/db/database.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { makeWorkspace } from './workspace.ts'

const at = new Date('2026-03-02T10:15:30.123Z')

/** Every way in which words can hurt a text format. */
const words = [
  'Où est ma commande ?\t\\N\r\nMerci 💐',
  '\\.',
  '',
  "l'« été » à 50 %",
  '{"a": "\\u0041"}',
  '日本語\u2028fin',
]

const insertConversation = async (trx: Trx, workspaceId: string, memberId: string): Promise<void> => {
  const [accountId, authorId, conversationId, caseId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const here = { workspace_id: workspaceId }
  await trx
    .insertInto('channel_accounts')
    .values({
      ...here,
      id: accountId,
      connector: 'practice',
      external_id: 'fleurs',
      handle: '@fleursduport',
      display_name: 'Fleurs du Port',
      secret: Buffer.from([0, 92, 10, 255]),
      connected_at: at,
    })
    .execute()
  await trx
    .insertInto('authors')
    .values({
      ...here,
      id: authorId,
      connector: 'practice',
      external_id: 'camille',
      handle: '@camille',
      display_name: 'Camille Roux',
      first_seen_at: at,
      updated_at: at,
    })
    .execute()
  await trx
    .insertInto('conversations')
    .values({
      ...here,
      id: conversationId,
      account_id: accountId,
      external_id: 'fil-1',
      author_id: authorId,
      audience: 'public',
      last_message_at: at,
      created_at: at,
    })
    .execute()
  await trx
    .insertInto('cases')
    .values({
      ...here,
      id: caseId,
      conversation_id: conversationId,
      account_id: accountId,
      author_id: authorId,
      number: 1,
      state: 'open',
      audience: 'public',
      opened_at: at,
      fold: JSON.stringify({ words }),
    })
    .execute()
  for (const [index, text] of words.entries()) {
    const ids = { ...here, account_id: accountId, external_id: `m-${index}` }
    const messageId = randomUUID()
    await trx
      .insertInto('receipts')
      .values({ ...ids, source: 'webhook', raw: Buffer.from(text), received_at: at })
      .execute()
    await trx
      .insertInto('messages')
      .values({
        ...ids,
        id: messageId,
        conversation_id: conversationId,
        direction: 'in',
        kind: 'mention',
        audience: 'public',
        author_id: authorId,
        text,
        sent_at: at,
        received_at: at,
      })
      .execute()
    const said = { language: 'fr', intent: 'question', sentiment: 'neutral', topic: 'delivery' } as const
    await trx
      .insertInto('message_readings')
      .values({
        ...{
          ...here,
          message_id: messageId,
          ...said,
          urgent: index === 0,
          needs_answer: true,
          personal_dispute: false,
        },
        ...{ because: JSON.stringify({ intent: [text] }), read_by: index === 0 ? memberId : null, read_at: at },
      })
      .execute()
  }
  for (const state of ['held', 'queued', 'sending', 'unknown', 'sent', 'refused', 'cancelled', 'stale'] as const) {
    await trx
      .insertInto('deliveries')
      .values({
        ...here,
        id: randomUUID(),
        account_id: accountId,
        conversation_id: conversationId,
        case_id: caseId,
        member_id: memberId,
        audience: 'public',
        text: `Bonjour Camille, ${state}`,
        content_hash: Buffer.alloc(32, state),
        state,
        external_id: state === 'sent' ? 'r-1' : null,
        guard: '{}',
        queued_at: at,
        ready_at: at,
        next_at: ['held', 'queued', 'unknown'].includes(state) ? at : null,
      })
      .execute()
  }
  await trx
    .insertInto('events')
    .values({ ...here, at, name: 'message.received', case_id: caseId, data: JSON.stringify({ words }) })
    .execute()
}

/** Two brands at work: messages of awkward words, bytes, and deliveries in every state but `to-check`. */
export const fillDesk = async (database: Database): Promise<void> => {
  await database.app
    .insertInto('installation')
    .values({ key: 'practice', value: '{"seed": 7}', updated_at: at })
    .execute()
  for (const name of ['Fleurs du Port', 'Voiles de Nantes']) {
    const { workspaceId, members } = await makeWorkspace(database, name)
    await inWorkspace(database, workspaceId, (trx) => insertConversation(trx, workspaceId, members.aicha))
  }
}

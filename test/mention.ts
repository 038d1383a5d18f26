import { applyCase } from '#core/case/apply-case.ts'
import { decideCase } from '#core/case/decide-case.ts'
import { caseColumns } from '#server/cases/case-row.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

export interface Mention {
  accountId: string
  conversationId: string
  caseId: string
  messageId: string
}

const PROMISE = { firstReplyMinutes: 120, nextReplyMinutes: 120, calendar: 'always' } as const

/** An account of the brand on a test network. */
export const makeAccount = (desk: Desk, workspaceId: string, connector = 'fake'): Promise<string> =>
  inWorkspace(desk.db, workspaceId, async (trx) => {
    const id = desk.newId()
    await trx
      .insertInto('channel_accounts')
      .values({
        id,
        workspace_id: workspaceId,
        connector,
        external_id: id,
        handle: 'fleursduport',
        display_name: 'Fleurs du Port',
        connected_at: new Date(desk.now()),
      })
      .execute()
    return id
  })

/** Noé Faure writes to the brand: author, conversation, message and case, as the ingest leaves them. */
export const makeMention = (
  desk: Desk,
  workspaceId: string,
  accountId: string,
  text = 'Commande passée mercredi, toujours rien après cinq jours.',
): Promise<Mention> =>
  inWorkspace(desk.db, workspaceId, async (trx) => {
    const [authorId, conversationId, caseId, messageId] = [desk.newId(), desk.newId(), desk.newId(), desk.newId()]
    const at = new Date(desk.now())
    const own = { workspace_id: workspaceId, account_id: accountId }
    await trx
      .insertInto('authors')
      .values({
        ...{ id: authorId, workspace_id: workspaceId, connector: 'fake', external_id: authorId, handle: 'noefaure' },
        ...{ display_name: 'Noé Faure', first_seen_at: at, updated_at: at },
      })
      .execute()
    await trx
      .insertInto('conversations')
      .values({
        ...{ id: conversationId, ...own, external_id: conversationId, author_id: authorId, audience: 'public' },
        ...{ first_in_at: at, last_message_at: at, message_count: 1, created_at: at },
      })
      .execute()
    await trx
      .insertInto('messages')
      .values({
        ...{
          id: messageId,
          ...own,
          conversation_id: conversationId,
          external_id: `mention-${messageId}`,
          direction: 'in',
        },
        ...{ kind: 'mention', audience: 'public', author_id: authorId, text, sent_at: at, received_at: at },
      })
      .execute()
    const decision = decideCase(
      null,
      { kind: 'receive-message', messageId, writtenAt: desk.now() },
      { now: desk.now(), by: null, policy: PROMISE, calendar: 'always' },
    )
    if ('refused' in decision || decision.events[0] === undefined) throw new Error('the mention opened no case')
    await trx
      .insertInto('cases')
      .values({
        ...{
          id: caseId,
          ...own,
          conversation_id: conversationId,
          author_id: authorId,
          audience: 'public',
          opened_at: at,
        },
        ...{ number: Math.floor(Math.random() * 2_000_000_000), excerpt: text.slice(0, 200) },
        ...caseColumns(applyCase(null, decision.events[0])),
      })
      .execute()
    return { accountId, conversationId, caseId, messageId }
  })

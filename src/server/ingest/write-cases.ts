import { sql } from 'kysely'
import { allotNumbers } from '#server/cases/case-numbers.ts'
import { caseColumns } from '#server/cases/case-row.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { CaseDraft, ConversationDraft } from './batch.ts'
import { excerptOf } from './excerpt.ts'

export type CaseChange = Pick<CaseDraft, 'id' | 'fold' | 'excerpt'>

const COLUMNS = sql`state text, owner_id uuid, due_at timestamptz, thanks boolean, promised_ms bigint, unanswered_since timestamptz,
  breached_at timestamptz, snoozed_until timestamptz, answered_at timestamptz, resolved_at timestamptz,
  resolution text, resolution_note text, last_in_at timestamptz, last_out_at timestamptz, fold jsonb`

/** The newest words of the customer that are still there. */
const findExcerpt = async (trx: Trx, conversation: ConversationDraft): Promise<string> => {
  const { rows } = await sql<{ text: string }>`
    select text from messages where conversation_id = ${conversation.id}::uuid and direction = 'in' and deleted_at is null
    order by sent_at desc, id desc limit 1`.execute(trx)
  return excerptOf(rows[0]?.text ?? '')
}

const insertCases = async (trx: Trx, workspaceId: string, accountId: string, now: number, drafts: CaseDraft[]) => {
  const before = await allotNumbers(trx, workspaceId, drafts.length)
  const rows = drafts.map(({ id, conversation, fold, excerpt }, place) => ({
    ...caseColumns(fold),
    fold,
    id,
    conversation_id: conversation.id,
    author_id: conversation.author.id,
    audience: conversation.audience,
    number: before + place + 1,
    excerpt: excerpt ?? '',
  }))
  await sql`
    insert into cases (id, workspace_id, conversation_id, account_id, author_id, number, audience, opened_at, excerpt, state, owner_id,
      due_at, thanks, promised_ms, unanswered_since, breached_at, snoozed_until, answered_at, resolved_at, resolution,
      resolution_note, last_in_at, last_out_at, fold)
    select id, ${workspaceId}::uuid, conversation_id, ${accountId}::uuid, author_id, number, audience, ${new Date(now)}::timestamptz,
      excerpt, state, owner_id, due_at, thanks, promised_ms, unanswered_since, breached_at, snoozed_until, answered_at,
      resolved_at, resolution, resolution_note, last_in_at, last_out_at, fold
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, conversation_id uuid, author_id uuid, audience text,
      number integer, excerpt text, ${COLUMNS})`.execute(trx)
}

/** Cases that were read, locked and moved: their columns follow their fold. */
export const updateCases = async (trx: Trx, changes: readonly CaseChange[]): Promise<void> => {
  if (changes.length === 0) return
  const rows = changes.map(({ id, fold, excerpt }) => ({ ...caseColumns(fold), fold, id, excerpt }))
  await sql`
    update cases c set state = r.state, owner_id = r.owner_id, due_at = r.due_at, thanks = r.thanks, promised_ms = r.promised_ms,
      unanswered_since = r.unanswered_since, breached_at = r.breached_at, snoozed_until = r.snoozed_until,
      answered_at = r.answered_at, resolved_at = r.resolved_at, resolution = r.resolution, resolution_note = r.resolution_note,
      last_in_at = r.last_in_at, last_out_at = r.last_out_at, fold = r.fold, excerpt = coalesce(r.excerpt, c.excerpt),
      version = c.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, excerpt text, ${COLUMNS})
    where c.id = r.id`.execute(trx)
}

export interface Opening {
  workspaceId: string
  accountId: string
  now: number
}

export const writeCases = async (
  trx: Trx,
  { workspaceId, accountId, now }: Opening,
  all: CaseDraft[],
): Promise<void> => {
  for (const draft of all) if (draft.staleExcerpt) draft.excerpt = await findExcerpt(trx, draft.conversation)
  const opened = all.filter((d) => d.fate === 'new')
  if (opened.length > 0) await insertCases(trx, workspaceId, accountId, now, opened)
  await updateCases(
    trx,
    all.filter((d) => d.fate === 'changed'),
  )
}

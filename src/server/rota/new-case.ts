import { sql } from 'kysely'
import { fold } from '#core/guard/reading/fold.ts'
import { languageOf } from '#core/guard/reading/language.ts'
import type { NewCase } from '#core/routing/choose-owner.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { authorsOf } from '#server/queries/gesture-ledger.ts'

/** Enough to tell a language by, and what a case is about. */
const READ = 500
const MESSAGES = 5

interface Said {
  text: string
  language: string | null
}

/** What the customer wrote since the brand last answered, and their last words in any case; the newest first. */
const readSaid = async (trx: Trx, conversationId: string): Promise<Said[]> => {
  const { rows } = await sql<Said & { unanswered: boolean }>`
    select left(m.text, ${READ}) as text, m.language, m.sent_at > coalesce((select max(o.sent_at) from messages o
        where o.conversation_id = m.conversation_id and o.direction = 'out'), '-infinity') as unanswered
    from messages m
    where m.conversation_id = ${conversationId}::uuid and m.direction = 'in' and m.deleted_at is null
    order by m.sent_at desc, m.id desc limit ${MESSAGES}`.execute(trx)
  return rows.filter(({ unanswered }, index) => index === 0 || unanswered)
}

/** The language that the network names, else French or English by the little words; null when neither can be told. */
const languageOfSaid = ([last]: readonly Said[]): string | null => {
  if (last === undefined) return null
  if (last.language !== null) return last.language.slice(0, 2).toLowerCase()
  const read = fold(last.text)
  // A text that leans to neither is read as whatever one expects: then it could be either.
  const guesses = [languageOf(read, 'fr'), languageOf(read, 'en')]
  return guesses[0] === guesses[1] ? (guesses[0] ?? null) : null
}

/** Who answered this person last, on whichever account of theirs that the brand knows (T2). */
const readLastAnswer = async (trx: Trx, workspaceId: string, authorId: string): Promise<NewCase['lastAnswer']> => {
  const authors = await authorsOf(trx, authorId)
  const { rows } = await sql<{ member_id: string; at: Date }>`
    select d.member_id, d.sent_at as at from conversations c join deliveries d on d.conversation_id = c.id
    where c.workspace_id = ${workspaceId}::uuid and c.author_id = any(${authors}::uuid[])
      and d.state = 'sent' and d.member_id is not null and d.sent_at is not null
    order by d.sent_at desc limit 1`.execute(trx)
  const [last] = rows
  return last === undefined ? null : { memberId: last.member_id, at: last.at.getTime() }
}

/** What the choice of an owner reads of a case. */
export const newCaseOf = async (trx: Trx, row: Row<'cases'>): Promise<NewCase> => {
  const said = await readSaid(trx, row.conversation_id)
  const account = await trx
    .selectFrom('channel_accounts')
    .select('connector')
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  return {
    text: said.map(({ text }) => text).join('\n'),
    ...{ language: languageOfSaid(said), connector: account.connector, accountId: row.account_id },
    lastAnswer: await readLastAnswer(trx, row.workspace_id, row.author_id),
  }
}

import { sql } from 'kysely'
import { fold } from '#core/guard/reading/fold.ts'
import { languageOf } from '#core/guard/reading/language.ts'
import { standInOf } from '#core/rota/on-duty.ts'
import type { NewCase } from '#core/routing/choose-owner.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { BrandRota } from '#server/queries/brand-rota.ts'
import { authorsOf } from '#server/queries/gesture-ledger.ts'

/** Enough to tell a language by. */
const READ = 500

/** The language that the network names, else French or English by the little words; null when neither can be told. */
const readLanguage = async (trx: Trx, conversationId: string): Promise<string | null> => {
  const { rows } = await sql<{ text: string; language: string | null }>`
    select left(text, ${READ}) as text, language from messages
    where conversation_id = ${conversationId}::uuid and direction = 'in' and deleted_at is null
    order by sent_at desc, id desc limit 1`.execute(trx)
  const [last] = rows
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
export const newCaseOf = async (trx: Trx, row: Row<'cases'>, { rota }: BrandRota, now: number): Promise<NewCase> => {
  const lastAnswer = await readLastAnswer(trx, row.workspace_id, row.author_id)
  return {
    ...{ accountId: row.account_id, language: await readLanguage(trx, row.conversation_id), lastAnswer },
    standInId: lastAnswer === null ? null : standInOf(rota, lastAnswer.memberId, 'answer', now),
  }
}

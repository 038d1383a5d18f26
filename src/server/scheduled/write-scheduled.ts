import type { OtherEventName } from '#core/event.ts'
import type { Why } from '#core/scheduled/scheduled-post.ts'
import { stillHere } from '#server/case-file/record.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row, RowChange } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { tellMember } from '#server/rota/tell-member.ts'

type Post = Row<'scheduled_posts'>

/** A post that may still change, locked; with its case, in the order in which whoever sends a reply locks them. */
export const lockScheduled = async (trx: Trx, id: string): Promise<{ post: Post; kase: Row<'cases'> } | undefined> => {
  const found = await trx.selectFrom('scheduled_posts').select('case_id').where('id', '=', id).executeTakeFirst()
  if (found === undefined) return undefined
  const kase = await trx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', found.case_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const post = await trx
    .selectFrom('scheduled_posts')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { post, kase }
}

/** A line of the log about a scheduled post; its words stay in its row. */
export const recordScheduled = (
  trx: Trx,
  desk: Desk,
  post: Post,
  name: OtherEventName,
  memberId: string | null,
  data: Record<string, unknown> = {},
): Promise<void> =>
  recordEvents(trx, post.workspace_id, [
    {
      ...{ name, at: desk.now(), memberId, accountId: post.account_id, caseId: post.case_id },
      ...{ conversationId: post.conversation_id },
      data: { scheduledId: post.id, statementId: post.statement_id, ...data },
    },
  ])

export const changeScheduled = async (trx: Trx, post: Post, change: RowChange<'scheduled_posts'>): Promise<void> => {
  await trx.updateTable('scheduled_posts').set(change).where('id', '=', post.id).execute()
}

/** Its writer, while they are here, and those who answer for the brand: words that everybody was to read did not leave. */
export const tellAbout = async (trx: Trx, desk: Desk, post: Post, kind: string, why: string): Promise<void> => {
  const writer = await stillHere(trx, post.workspace_id, [post.writer_id])
  const leads = await stillHere(trx, post.workspace_id, [])
  const data = { scheduledId: post.id, statementId: post.statement_id, why }
  for (const id of new Set([...writer, ...leads]))
    await tellMember(trx, desk, post.workspace_id, id, kind, data, post.case_id)
}

/** Holds a post in, visibly, until somebody says what becomes of it; told once for each reason. */
export const keepIn = async (
  trx: Trx,
  desk: Desk,
  post: Post,
  why: Why,
  detail: Record<string, unknown> = {},
): Promise<void> => {
  const at = new Date(desk.now())
  const known = post.state === 'asks' && post.why === why
  const change = { state: 'asks' as const, why, detail: JSON.stringify(detail) }
  await changeScheduled(trx, post, { ...change, ...(known ? {} : { asked_at: at }) })
  if (known) return
  await recordScheduled(trx, desk, post, 'statement.kept-in', null, { why })
  await tellAbout(trx, desk, post, 'statement.kept-in', why)
}

/** What was allowed was these words at this hour, in spite of these incidents: anything else is allowed anew. */
export const endAllowances = (trx: Trx, desk: Desk, post: Pick<Post, 'id'>) =>
  trx
    .updateTable('scheduled_allowed')
    .set({ ended_at: new Date(desk.now()) })
    .where('post_id', '=', post.id)
    .where('ended_at', 'is', null)
    .execute()

import { nextReadBack } from '#core/statement/read-back.ts'
import { MINUTE_MS } from '#core/time.ts'
import { stillHere } from '#server/case-file/record.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { tellMember } from '#server/rota/tell-member.ts'
import { type Answer, askNetwork } from './check-message.ts'

const MOST = 20

interface Standing {
  post: Row<'statement_posts'>
  message: { id: string; external_id: string; meta: Record<string, unknown>; sent_at: Date; edited_at: Date | null }
  account: Row<'channel_accounts'>
}

/** What stands in the thread now, and the next look a minute away: whoever asks meanwhile finds it taken. */
const claim = async (trx: Trx, now: number, id: string): Promise<Standing | null> => {
  const post = await trx
    .selectFrom('statement_posts')
    .selectAll()
    .where('id', '=', id)
    .where('check_at', '<=', new Date(now))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (post === undefined) return null
  const message = await trx
    .selectFrom('messages')
    .select(['id', 'external_id', 'meta', 'sent_at', 'edited_at'])
    .where('conversation_id', '=', post.conversation_id)
    .where('direction', '=', 'out')
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const account = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', post.account_id)
    .executeTakeFirstOrThrow()
  const checkAt = message === undefined ? null : new Date(now + MINUTE_MS)
  await trx.updateTable('statement_posts').set({ check_at: checkAt }).where('id', '=', id).execute()
  return message === undefined ? null : { post, message, account }
}

/** Words to everybody that nobody can read any more: whoever wrote them and whoever leads must know (D2, C3). */
const tellGone = async (trx: Trx, desk: Desk, { post, account }: Standing): Promise<void> => {
  const statement = await trx
    .selectFrom('statements')
    .select(['id', 'made_by', 'incident_id'])
    .where('id', '=', post.statement_id)
    .executeTakeFirstOrThrow()
  const data = { statementId: statement.id, incidentId: statement.incident_id, accountId: account.id }
  await recordEvents(trx, post.workspace_id, [
    {
      ...{ name: 'statement.gone', at: desk.now(), memberId: null, accountId: account.id, caseId: post.case_id },
      data,
    },
  ])
  const leads = await stillHere(trx, post.workspace_id, [])
  const writer = await stillHere(trx, post.workspace_id, [statement.made_by])
  for (const id of new Set([...writer, ...leads]))
    await tellMember(trx, desk, post.workspace_id, id, 'statement.gone', data, post.case_id)
}

const keep = async (trx: Trx, desk: Desk, standing: Standing, answer: Answer): Promise<void> => {
  const { post, message } = standing
  const now = desk.now()
  const isGone = answer.kind === 'gone'
  const since = (message.edited_at ?? message.sent_at).getTime()
  const next = nextReadBack(since, post.checks + 1)
  await trx
    .updateTable('statement_posts')
    .set({
      ...{ found: answer.kind, checked_at: new Date(now), checks: post.checks + 1 },
      check_at: next === null ? null : new Date(Math.max(next, now + MINUTE_MS)),
      ...(isGone && post.gone_told_at === null ? { gone_told_at: new Date(now) } : {}),
    })
    .where('id', '=', post.id)
    .execute()
  if (isGone && post.gone_told_at === null) await tellGone(trx, desk, standing)
}

/** Reads back what was said to everybody: whether it is still there, with its time, so that it can be shown (D2, C3). */
export const readBackStatements = async (desk: Desk): Promise<void> => {
  const due = await desk.db.worker
    .selectFrom('statement_posts')
    .select(['id', 'workspace_id'])
    .where('check_at', '<=', new Date(desk.now()))
    .orderBy('check_at')
    .limit(MOST)
    .execute()
  for (const { id, workspace_id: workspaceId } of due) {
    const standing = await asWorkerIn(desk.db, workspaceId, (trx) => claim(trx, desk.now(), id))
    if (standing === null) continue
    const answer = await askNetwork(desk, standing)
    await asWorkerIn(desk.db, workspaceId, (trx) => keep(trx, desk, standing, answer))
  }
}

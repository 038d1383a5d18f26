import type { WaitReason } from '#core/approval/why-it-waits.ts'
import { requestApproval } from '#server/approvals/request-approval.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { holdReply } from '#server/deliveries/hold-reply.ts'
import { refuseWay } from '#server/deliveries/refuse-way.ts'
import type { Reply } from '#server/deliveries/reply.ts'
import { refuseWhileSilent } from '#server/deliveries/silence.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { statementOf } from '#server/queries/statement-of.ts'
import { begunElsewhere } from './begun-elsewhere.ts'
import { newsSince } from './news-since.ts'
import { readWithGuard } from './read-with-guard.ts'

/** What became of words given to the desk: they are held for the undo, or they wait for a second person. */
export type Given = { delivery: Row<'deliveries'> } | { approval: Row<'approvals'> }

/** The same press of « send », repeated; never other words, or elsewhere, under its id. */
const givenBefore = async (trx: Trx, { id, deliveryId, audience, text }: Reply): Promise<Given | Refused | null> => {
  const approval = await trx.selectFrom('approvals').selectAll().where('id', '=', deliveryId).executeTakeFirst()
  const delivery = await trx.selectFrom('deliveries').selectAll().where('id', '=', deliveryId).executeTakeFirst()
  const known = approval ?? delivery
  if (known === undefined) return null
  const said = approval?.asked_text ?? delivery?.text
  if (known.case_id !== id || known.audience !== audience || said !== text) return { refused: 'delivery-taken' }
  if (delivery !== undefined) return { delivery }
  return approval?.state === 'waiting'
    ? { approval }
    : { refused: 'already-decided', data: { status: approval?.state } }
}

/** An id that another brand has used already, by a program that chooses ids badly: seen by the database alone. */
export const refuseTaken = (error: unknown): Refused => {
  const { constraint } = (error ?? {}) as { constraint?: string }
  if (constraint === 'deliveries_pkey' || constraint === 'approvals_pkey' || constraint === 'statements_pkey')
    return { refused: 'delivery-taken' }
  throw error
}

const forgetDraft = (trx: Trx, actor: Actor, { id, audience }: Reply) =>
  trx
    .deleteFrom('drafts')
    .where('case_id', '=', id)
    .where('member_id', '=', actor.memberId)
    .where('audience', '=', audience)
    .execute()

/**
 * Takes words from their writer (A1): the account shown is the account used (G5), the thread has not moved on unseen, and the guard reads
 * them again on the server's own facts. Then they are held for the undo, or, where there is a reason to, they wait to be approved (V1).
 */
export const giveReply = async (
  desk: Desk,
  trx: Trx,
  actor: Actor,
  reply: Reply,
  wished: readonly WaitReason[],
): Promise<Given | Refused> => {
  const row = await trx.selectFrom('cases').selectAll().where('id', '=', reply.id).forUpdate().executeTakeFirst()
  if (row === undefined) return NOT_FOUND
  const before = await givenBefore(trx, reply)
  if (before !== null) return before
  const account = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  // Nobody wrote there: what the brand says to everybody is published on all its accounts at once, from the crisis screen.
  if ((await statementOf(trx, row.conversation_id)) !== null) return { refused: 'thread-of-a-statement' }
  const refusal = refuseWay(desk, row, account, reply)
  if (refusal !== null) return refusal
  const news = await newsSince(trx, row, reply.seenMark)
  // Knowing that a colleague answers too is one thing; what was said since must be seen, whatever is known.
  if (news !== null && (news.thread || reply.despiteNews !== true))
    return { refused: 'thread-moved-on', data: { ...news } }
  const begunAs = await begunElsewhere(trx, row, actor.memberId, reply.audience)
  const read = await readWithGuard(
    desk,
    trx,
    row,
    account,
    { ...reply, role: actor.role, writerId: actor.memberId, begunAs },
    actor.memberId,
  )
  if ('refused' in read) return read
  const reasons = read.reasons.length > 0 ? read.reasons : wished
  const silent = reasons.length === 0 ? await refuseWhileSilent(trx) : null
  if (silent !== null) return silent
  await forgetDraft(trx, actor, reply)
  const words = { ...reply, writerId: actor.memberId }
  return reasons.length === 0
    ? { delivery: await holdReply(trx, desk, row, { ...words, approvedBy: null }, read) }
    : { approval: await requestApproval(trx, desk, row, words, { reasons, guard: read }) }
}

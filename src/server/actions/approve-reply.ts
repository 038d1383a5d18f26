import type { ApprovalState } from '#core/approval/approval.ts'
import { approversNeeded } from '#core/approval/why-it-waits.ts'
import { tellProposal } from '#server/approvals/autonomy.ts'
import { commandApproval, lockApproval } from '#server/approvals/change-approval.ts'
import type { Role, Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { hashOf, holdReply } from '#server/deliveries/hold-reply.ts'
import { refuseWay } from '#server/deliveries/refuse-way.ts'
import { refuseWhileSilent } from '#server/deliveries/silence.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { keepPlanned } from '#server/scheduled/end-plan.ts'
import { newsSince } from './news-since.ts'
import { readWithGuard } from './read-with-guard.ts'

export interface Approval {
  id: string
  /** The account shown to the approver. */
  accountId: string
  /** The wording that they have read. */
  wording: number
  /** Other words in its place; left out, the words are approved as they stand. */
  text?: string | undefined
  seenMark: string
  /** The thread has moved on since the words were written, or a colleague answers too: the approver knows. */
  despiteNews?: boolean | undefined
}

/** What an approver must have before their eyes: all that was said, and that the words were written before some of it. */
const refuseUnseen = async (trx: Trx, kase: Row<'cases'>, row: Row<'approvals'>, input: Approval) => {
  const news = await newsSince(trx, kase, input.seenMark, row.id)
  const sinceAsked = row.seen_mark !== input.seenMark
  const replies = news?.replies ?? []
  const unseen = news?.thread === true
  if (!unseen && (input.despiteNews === true || (!sinceAsked && replies.length === 0))) return null
  return { refused: 'thread-moved-on', data: { thread: unseen, sinceAsked, replies } } satisfies Refused
}

const roleOf = async (trx: Trx, row: Row<'approvals'>): Promise<Role> => {
  const writer = await trx
    .selectFrom('memberships')
    .select('role')
    .where('workspace_id', '=', row.workspace_id)
    .where('member_id', '=', row.writer_id)
    .executeTakeFirst()
  return writer?.role ?? 'trainee'
}

const answerOf = (state: ApprovalState | Refused) =>
  isRefused(state) ? state : { status: state.status, given: state.given.length, needed: state.needed }

const approve = async (desk: Desk, trx: Trx, actor: Actor, input: Approval) => {
  const locked = await lockApproval(trx, input.id)
  if (locked === undefined) return NOT_FOUND
  const { row, kase } = locked
  const text = input.text ?? row.text
  const edits = text !== row.text
  const agree = (needed: 1 | 2) =>
    commandApproval(
      trx,
      desk,
      row,
      { kind: 'approve', wording: input.wording, edits, needed },
      {
        by: actor.memberId,
        change: (state) => ({
          ...(edits ? { text } : {}),
          ...(state.status === 'approved' ? { content_hash: hashOf(text) } : {}),
        }),
      },
    )
  // Decided already, by somebody who was faster: that is said before anything else.
  if (row.state !== 'waiting') return answerOf(await agree(row.needed))
  const account = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  const refusal =
    refuseWay(desk, kase, account, { accountId: input.accountId, audience: row.audience }) ??
    (await refuseWhileSilent(trx)) ??
    (await refuseUnseen(trx, kase, row, input))
  if (refusal !== null) return refusal
  const words = { text, audience: row.audience, role: await roleOf(trx, row), writerId: row.writer_id }
  const read = await readWithGuard(desk, trx, kase, account, words, actor.memberId)
  if ('refused' in read) return read
  const state = await agree(approversNeeded(read.reasons))
  if (isRefused(state)) return state
  const planned = await keepPlanned(trx, desk, row.id, edits ? text : null)
  if (state.status !== 'approved') return answerOf(state)
  await tellProposal(trx, desk, row)
  // Read now, and again when it leaves, at the hour that was chosen for it.
  if (planned) return answerOf(state)
  const cleared = {
    deliveryId: row.id,
    audience: row.audience,
    text,
    urgent: row.urgent,
    resolveAfter: row.resolve_after,
  }
  await holdReply(trx, desk, kase, { ...cleared, writerId: row.writer_id, approvedBy: state.given }, read)
  return answerOf(state)
}

/**
 * Approves a reply, as it stands or with the approver's words in its place (V1): the guard reads what is about to leave, and the last
 * approval makes the delivery, under the writer's name, in the same transaction. Of two approvers at once one wins and the other is told.
 */
export const approveReply = async (desk: Desk, actor: Actor, input: Approval) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, (trx) => approve(desk, trx, actor, input))
  desk.wake('deliver')
  return answer
}

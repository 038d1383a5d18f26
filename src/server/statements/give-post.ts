import { requestApproval } from '#server/approvals/request-approval.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { GuardRead } from '#server/deliveries/guard-read.ts'
import { holdReply } from '#server/deliveries/hold-reply.ts'
import type { Actor, Desk } from '#server/desk.ts'
import type { FlagFacts } from '#server/queries/affairs.ts'
import { readThreadMark } from '#server/queries/thread.ts'
import { planPost, seenAmong } from '#server/scheduled/plan-post.ts'
import type { OpenPost } from './open-post.ts'

export interface StatementWords {
  deliveryId: string
  /** The account that was shown beside these words (G5). */
  accountId: string
  text: string
  /** The scheduled words whose place these take. */
  replaces?: string | undefined
  /** What these words touch, as their writer was shown it. */
  seen?: readonly string[] | undefined
}

export interface Ready extends OpenPost {
  words: StatementWords
  account: Row<'channel_accounts'>
}

export interface When {
  leavesAt: number | null
  announcedAt: number | null
  facts: FlagFacts | null
}

/** Words that the guard let by: they leave, wait to be read, or wait for their hour, each as it must (V1, W1). */
export const givePost = async (
  trx: Trx,
  desk: Desk,
  actor: Actor,
  one: Ready,
  read: GuardRead,
  when: When,
): Promise<void> => {
  const { words, kase, account } = one
  const { deliveryId, text } = words
  const { leavesAt, announcedAt, facts } = when
  const reply = { deliveryId, text, audience: 'public' as const, urgent: true, writerId: actor.memberId }
  if (leavesAt !== null) {
    const seen = facts === null ? [] : seenAmong(text, words.seen ?? [], facts, desk.now())
    await planPost(trx, desk, actor, one, account, { id: deliveryId, text, leavesAt, announcedAt, seen })
  }
  if (read.reasons.length === 0) {
    if (leavesAt === null) await holdReply(trx, desk, kase, { ...reply, approvedBy: null }, read)
    return
  }
  const place = { id: kase.id, accountId: kase.account_id, ...(leavesAt !== null && { leavesAt }) }
  const seenMark = await readThreadMark(trx, kase.conversation_id)
  await requestApproval(trx, desk, kase, { ...reply, ...place, seenMark }, { reasons: read.reasons, guard: read })
}

import { approversNeeded } from '#core/approval/why-it-waits.ts'
import { unseenOf } from '#core/scheduled/flag.ts'
import type { Why } from '#core/scheduled/scheduled-post.ts'
import { findUnfortunate } from '#core/scheduled/unfortunate.ts'
import { whyKeptIn } from '#core/scheduled/why-kept-in.ts'
import { may } from '#server/access/permissions.ts'
import { lacksSecondFactor } from '#server/access/second-factor.ts'
import { readWithGuard } from '#server/actions/read-with-guard.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { GuardRead } from '#server/deliveries/guard-read.ts'
import type { Desk } from '#server/desk.ts'
import { flagFacts } from '#server/queries/affairs.ts'
import { colleaguesOf } from '#server/queries/colleagues.ts'

type Post = Row<'scheduled_posts'>

export type ReadScheduled =
  | { why: Why; detail: Record<string, unknown> }
  | { why: null; read: GuardRead; approvedBy: readonly string[] | null }

/** The account that was shown, there to carry words to everybody; no other (G5). */
const isThere = (desk: Desk, post: Post, account: Row<'channel_accounts'>): boolean =>
  account.disconnected_at === null &&
  account.state === 'connected' &&
  account.handle === post.shown_as &&
  desk.registry.get(account.connector)?.capabilities.publicPost === true

const approvalState = (approval: Row<'approvals'> | undefined) =>
  approval === undefined
    ? null
    : approval.state === 'waiting' || approval.state === 'approved'
      ? approval.state
      : ('over' as const)

/**
 * Reads scheduled words by what holds now: who wrote them and whether they may still speak, their second factor, the account that was shown,
 * who has read them, the guard with its charter and facts, and what has become unfortunate (W1, G4, G5, V1, V3, C3).
 */
export const readAtTheHour = async (trx: Trx, desk: Desk, post: Post, kase: Row<'cases'>): Promise<ReadScheduled> => {
  const { workspace_id: workspaceId, writer_id: writerId } = post
  const writer = (await colleaguesOf(trx, workspaceId)).find(({ id }) => id === writerId)
  const account = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', post.account_id)
    .executeTakeFirstOrThrow()
  const approval = await trx.selectFrom('approvals').selectAll().where('id', '=', post.id).executeTakeFirst()
  const mayWrite = writer !== undefined && may(writer.role, 'statement.give')
  const before = {
    ...{ mayWrite, secondFactorMissing: await lacksSecondFactor(trx, desk, workspaceId, writerId) },
    ...{ accountIsThere: isThere(desk, post, account), approval: approvalState(approval) },
  }
  const unread = { isHeldByGuard: false, readersNeeded: 0, readers: 0, unseen: [] }
  const early = whyKeptIn({ ...before, ...unread })
  if (early !== null || writer === undefined) return { why: early ?? 'writer', detail: {} }
  const words = { text: post.text, audience: 'public' as const, role: writer.role, writerId }
  const read = await readWithGuard(desk, trx, kase, account, words)
  const { affairs, brandNames } = await flagFacts(trx, workspaceId, desk.now())
  const { incident_id: about } = await trx
    .selectFrom('statements')
    .select('incident_id')
    .where('id', '=', post.statement_id)
    .executeTakeFirstOrThrow()
  const unseen = unseenOf(findUnfortunate(post.text, affairs, { now: desk.now(), brandNames, about }), post.seen)
  const held = 'refused' in read
  const reasons = held ? [] : read.reasons
  const why = whyKeptIn({
    ...{ ...before, isHeldByGuard: held, unseen, readers: approval?.approvers.length ?? 0 },
    readersNeeded: reasons.length === 0 ? 0 : approversNeeded(reasons),
  })
  if (why === null && !held) return { why, read, approvedBy: approval?.approvers ?? null }
  const findings = held ? ((read.data?.findings ?? []) as { rule: string }[]) : []
  const detail = { rules: [...new Set(findings.map(({ rule }) => rule))] }
  return { why: why ?? 'guard', detail: why === 'guard' ? detail : {} }
}

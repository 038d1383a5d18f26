import { mayAnnounce } from '#core/crisis/public-clock.ts'
import type { Finding } from '#core/guard/finding.ts'
import { isOffered } from '#core/statement/moment.ts'
import { requestApproval } from '#server/approvals/request-approval.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { GuardRead } from '#server/deliveries/guard-read.ts'
import { holdReply } from '#server/deliveries/hold-reply.ts'
import { refuseWhileSilent } from '#server/deliveries/silence.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { holderOf } from '#server/queries/statement-of.ts'
import { readThreadMark } from '#server/queries/thread.ts'
import { type OpenPost, openPost } from '#server/statements/open-post.ts'
import { refuseTaken } from './give-reply.ts'
import { readWithGuard } from './read-with-guard.ts'

export interface StatementWords {
  deliveryId: string
  /** The account that was shown beside these words (G5). */
  accountId: string
  text: string
}

export interface Publication {
  id: string
  incidentId: string | null
  preparedId?: string | null | undefined
  /** When the words say that the public hears more. */
  announcedAt?: number | null | undefined
  posts: readonly StatementWords[]
}

interface Ready extends OpenPost {
  words: StatementWords
  account: Row<'channel_accounts'>
}

/** Whether the brand may speak to everybody on this account now (G5). */
const refuseAccount = (desk: Desk, account: Row<'channel_accounts'> | undefined): Refused | null => {
  if (account === undefined || account.disconnected_at !== null) return NOT_FOUND
  const data = { accountId: account.id }
  if (account.state !== 'connected')
    return { refused: 'account-needs-attention', data: { ...data, attention: account.attention } }
  return connectorOf(desk, account).capabilities.publicPost ? null : { refused: 'no-public-post', data }
}

/** The statement, made by the first press; never another brand's, and always about the same incident. */
const keepStatement = async (trx: Trx, desk: Desk, actor: Actor, input: Publication): Promise<Refused | null> => {
  const known = await trx.selectFrom('statements').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (known !== undefined) return known.incident_id === input.incidentId ? null : { refused: 'statement-elsewhere' }
  if (input.incidentId !== null) {
    const incident = await trx
      .selectFrom('incidents')
      .select('closed_at')
      .where('id', '=', input.incidentId)
      .executeTakeFirst()
    if (incident === undefined) return NOT_FOUND
    if (incident.closed_at !== null) return { refused: 'incident-closed' }
  }
  const prepared =
    input.preparedId == null
      ? undefined
      : await trx
          .selectFrom('prepared_statements')
          .select(['id', 'moment'])
          .where('id', '=', input.preparedId)
          .executeTakeFirst()
  const held = input.incidentId !== null && (await holderOf(trx, input.incidentId)) !== null
  if (prepared !== undefined && !isOffered(prepared.moment, held)) return { refused: 'nobody-holds-it' }
  await trx
    .insertInto('statements')
    .values({
      ...{ id: input.id, workspace_id: actor.workspaceId, incident_id: input.incidentId },
      ...{ prepared_id: prepared?.id ?? null, made_by: actor.memberId, made_at: new Date(desk.now()) },
    })
    .execute()
  return null
}

/** Something of ours is on its way in this thread, or waits to be read: what comes next must know what became of it. */
const isUnderWay = async (trx: Trx, { kase }: OpenPost): Promise<boolean> => {
  const leaving = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('conversation_id', '=', kase.conversation_id)
    .where('state', 'in', ['held', 'queued', 'sending', 'unknown', 'to-check', 'stale'])
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  const waiting = await trx
    .selectFrom('approvals')
    .select('id')
    .where('case_id', '=', kase.id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return leaving !== undefined || waiting !== undefined
}

/** The same press again, perhaps by a page that did not hear the answer; never other words, or elsewhere, under its id. */
const givenBefore = async (trx: Trx, { words, kase }: Ready): Promise<boolean | Refused> => {
  const { deliveryId: id } = words
  const approval = await trx.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst()
  const delivery = await trx.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()
  const known = approval ?? delivery
  if (known === undefined) return false
  const said = approval?.asked_text ?? delivery?.text
  if (known.case_id !== kase.id || said !== words.text) return { refused: 'delivery-taken' }
  return delivery !== undefined || approval?.state === 'waiting'
    ? true
    : { refused: 'already-decided', data: { status: approval?.state } }
}

const give = async (trx: Trx, desk: Desk, actor: Actor, { words, kase }: Ready, read: GuardRead): Promise<void> => {
  const { deliveryId, text } = words
  const reply = { deliveryId, text, audience: 'public' as const, urgent: true, writerId: actor.memberId }
  if (read.reasons.length === 0) {
    await holdReply(trx, desk, kase, { ...reply, approvedBy: null }, read)
    return
  }
  const place = { id: kase.id, accountId: kase.account_id }
  const seenMark = await readThreadMark(trx, kase.conversation_id)
  await requestApproval(trx, desk, kase, { ...reply, ...place, seenMark }, { reasons: read.reasons, guard: read })
}

const publish = async (desk: Desk, trx: Trx, actor: Actor, input: Publication): Promise<Refused | { done: true }> => {
  const accounts = await trx
    .selectFrom('channel_accounts')
    .selectAll()
    .where(
      'id',
      'in',
      input.posts.map(({ accountId }) => accountId),
    )
    .orderBy('id')
    .execute()
  if (accounts.length !== input.posts.length) return NOT_FOUND
  for (const account of accounts) {
    const refusal = refuseAccount(desk, account)
    if (refusal !== null) return refusal
  }
  const refusal = await keepStatement(trx, desk, actor, input)
  if (refusal !== null) return refusal
  const ready: Ready[] = []
  for (const account of accounts) {
    const words = input.posts.find(({ accountId }) => accountId === account.id)
    if (words === undefined) continue
    ready.push({ words, account, ...(await openPost(trx, desk, account, input.id, actor.memberId)) })
  }
  const reads: { one: Ready; read: GuardRead }[] = []
  const held: { accountId: string; findings: readonly Finding[] }[] = []
  for (const one of ready) {
    const before = await givenBefore(trx, one)
    if (typeof before === 'object') return before
    if (before) continue
    if (await isUnderWay(trx, one)) return { refused: 'statement-under-way', data: { accountId: one.account.id } }
    const words = { text: one.words.text, audience: 'public' as const, role: actor.role, writerId: actor.memberId }
    const read = await readWithGuard(desk, trx, one.kase, one.account, words, actor.memberId)
    if ('refused' in read)
      held.push({ accountId: one.account.id, findings: (read.data?.findings ?? []) as readonly Finding[] })
    else reads.push({ one, read })
  }
  // All of them or none: the brand does not say one thing here and nothing there by accident.
  if (held.length > 0) return { refused: 'guard-findings', data: { posts: held } }
  // Said before, it was announced then.
  const { announcedAt: hour } = input
  if (reads.length > 0 && hour != null && !mayAnnounce(hour, desk.now())) return { refused: 'not-announceable' }
  const silent = reads.some(({ read }) => read.reasons.length === 0) ? await refuseWhileSilent(trx) : null
  if (silent !== null) return silent
  for (const { one, read } of reads) await give(trx, desk, actor, one, read)
  if (reads.length === 0) return { done: true }
  const announcedAt = hour == null ? null : new Date(hour)
  await trx
    .updateTable('statements')
    .set({ announced_at: announcedAt, owes_update: true })
    .where('id', '=', input.id)
    .execute()
  const data = {
    ...{ statementId: input.id, incidentId: input.incidentId },
    accounts: reads.map(({ one }) => one.account.id),
  }
  await recordEvents(trx, actor.workspaceId, [
    { name: 'statement.given', at: desk.now(), memberId: actor.memberId, data },
  ])
  return { done: true }
}

/**
 * Speaks to everybody on several accounts at once (C1, C3): each text under the account that was shown beside it (G5), read by the guard on
 * what may be said, and by a second person before it leaves (V1). Given again under the same ids, nothing is said twice.
 */
export const publishStatement = async (desk: Desk, actor: Actor, input: Publication) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, (trx) => publish(desk, trx, actor, input)).catch(
    refuseTaken,
  )
  desk.wake('deliver')
  return answer
}

import { mayAnnounce } from '#core/crisis/public-clock.ts'
import type { Finding } from '#core/guard/finding.ts'
import { mayPlan } from '#core/scheduled/scheduled-post.ts'
import { isOffered } from '#core/statement/moment.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { GuardRead } from '#server/deliveries/guard-read.ts'
import { refuseWhileSilent } from '#server/deliveries/silence.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { flagFacts } from '#server/queries/affairs.ts'
import { holderOf } from '#server/queries/statement-of.ts'
import { forgetDraft } from '#server/statements/forget-draft.ts'
import { givePost, type Ready, type StatementWords } from '#server/statements/give-post.ts'
import { openPost } from '#server/statements/open-post.ts'
import { givenBefore, makeRoom, NoRoom, refuseRoom } from '#server/statements/room.ts'
import { refuseTaken } from './give-reply.ts'
import { readWithGuard } from './read-with-guard.ts'

export interface Publication {
  id: string
  incidentId: string | null
  preparedId?: string | null | undefined
  /** When the words say that the public hears more. */
  announcedAt?: number | null | undefined
  /** When they leave; at once, if left out (W1). */
  leavesAt?: number | null | undefined
  posts: readonly StatementWords[]
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

/** Whether the hours make sense: the one at which they leave is to come, and what they announce comes after it. */
const refuseHours = (desk: Desk, { leavesAt, announcedAt }: Publication): Refused | null => {
  if (leavesAt != null && !mayPlan(leavesAt, desk.now())) return { refused: 'not-ahead' }
  if (announcedAt != null && !mayAnnounce(announcedAt, leavesAt ?? desk.now())) return { refused: 'not-announceable' }
  return null
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
    const room = await refuseRoom(trx, actor, one)
    if (room !== null) return room
    const words = { text: one.words.text, audience: 'public' as const, role: actor.role, writerId: actor.memberId }
    const read = await readWithGuard(desk, trx, one.kase, one.account, words, actor.memberId)
    if ('refused' in read)
      held.push({ accountId: one.account.id, findings: (read.data?.findings ?? []) as readonly Finding[] })
    else reads.push({ one, read })
  }
  // All of them or none: the brand does not say one thing here and nothing there by accident.
  if (held.length > 0) return { refused: 'guard-findings', data: { posts: held } }
  if (reads.length === 0) return { done: true }
  // Said before, it was announced then.
  const hours = refuseHours(desk, input)
  if (hours !== null) return hours
  const leavesAt = input.leavesAt ?? null
  const leavesNow = leavesAt === null && reads.some(({ read }) => read.reasons.length === 0)
  const silent = leavesNow ? await refuseWhileSilent(trx) : null
  if (silent !== null) return silent
  const announcedAt = input.announcedAt ?? null
  const facts = leavesAt === null ? null : await flagFacts(trx, actor.workspaceId, desk.now())
  await forgetDraft(trx, actor, input.id)
  for (const { one } of reads) await makeRoom(trx, desk, actor, one)
  for (const { one, read } of reads) await givePost(trx, desk, actor, one, read, { leavesAt, announcedAt, facts })
  if (leavesAt !== null) return { done: true }
  await trx
    .updateTable('statements')
    .set({ announced_at: announcedAt === null ? null : new Date(announcedAt), owes_update: true })
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
    (error: unknown) => (error instanceof NoRoom ? error.refusal : refuseTaken(error)),
  )
  desk.wake('deliver')
  return answer
}

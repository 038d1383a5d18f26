import { greetingName, holdingAnswer } from '#core/approval/holding-answer.ts'
import { checkDraft } from '#core/guard/check-draft.ts'
import { fold } from '#core/guard/reading/fold.ts'
import { languageOf } from '#core/guard/reading/language.ts'
import { commandApproval, lockApproval } from '#server/approvals/change-approval.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { GuardRead } from '#server/deliveries/guard-read.ts'
import { holdReply } from '#server/deliveries/hold-reply.ts'
import { refuseWay } from '#server/deliveries/refuse-way.ts'
import { refuseWhileSilent } from '#server/deliveries/silence.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { namesOf, shapeDelivery } from '#server/queries/case-parts.ts'
import { guardInputFor } from './guard-input-for.ts'
import { newsSince } from './news-since.ts'

const SHORTEST_MS = 30 * 60_000

interface Composed {
  text: string
  read: GuardRead
}

/** The desk's own words for this customer, or null where even they would not pass: then nothing is offered. */
const compose = async (
  desk: Desk,
  trx: Trx,
  actor: Actor,
  { row, kase, account }: { row: Row<'approvals'>; kase: Row<'cases'>; account: Row<'channel_accounts'> },
): Promise<Composed | null> => {
  const { audience } = row
  const around = await guardInputFor(desk, trx, kase, account, { text: '', audience })
  const brand = await trx
    .selectFrom('workspaces')
    .select('language')
    .where('id', '=', kase.workspace_id)
    .executeTakeFirstOrThrow()
  const sender = await trx
    .selectFrom('members')
    .select('name')
    .where('id', '=', actor.memberId)
    .executeTakeFirstOrThrow()
  const said = { text: around.incoming, folded: fold(around.incoming).folded }
  const language = languageOf(said, brand.language === 'en' ? 'en' : 'fr')
  const invites = audience === 'public' && around.isFirstAnswer
  const way = invites ? around.privateWays.find(({ open }) => open) : undefined
  const text = holdingAnswer({
    language,
    firstName: greetingName(around.customer.displayName ?? ''),
    invitation: way?.wording[language] ?? null,
    signature: sender.name.split(' ')[0] ?? sender.name,
  })
  const findings = checkDraft(await guardInputFor(desk, trx, kase, account, { text, audience }))
  if (findings.some(({ severity }) => severity !== 'warn')) return null
  // They claim nothing, name nothing and cannot be edited: no second person has anything to read in them.
  return { text, read: { findings, reasons: [], readAs: actor.role, checkedAt: desk.now() } }
}

const accountOf = (trx: Trx, id: string) =>
  trx.selectFrom('channel_accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** What could be said to the customer at once, while a reply waits (V2); null when nothing safe can. */
export const readHolding = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('approvals').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    if (row.state !== 'waiting' || !row.fold.owed) return { text: null }
    const kase = await trx.selectFrom('cases').selectAll().where('id', '=', row.case_id).executeTakeFirstOrThrow()
    const account = await accountOf(trx, row.account_id)
    return { text: (await compose(desk, trx, actor, { row, kase, account }))?.text ?? null }
  })

export interface HoldingSent {
  id: string
  deliveryId: string
  accountId: string
  /** The very words that were shown. */
  text: string
  seenMark: string
}

const send = async (desk: Desk, trx: Trx, actor: Actor, input: HoldingSent) => {
  const locked = await lockApproval(trx, input.id)
  if (locked === undefined) return NOT_FOUND
  const { row, kase } = locked
  const known = await trx.selectFrom('deliveries').selectAll().where('id', '=', input.deliveryId).executeTakeFirst()
  if (known !== undefined)
    return known.case_id === kase.id && known.text === input.text
      ? shapeDelivery(known, await namesOf(trx, [known.member_id]))
      : ({ refused: 'delivery-taken' } satisfies Refused)
  const account = await accountOf(trx, row.account_id)
  const refusal =
    refuseWay(desk, kase, account, { accountId: input.accountId, audience: row.audience }) ??
    (await refuseWhileSilent(trx))
  if (refusal !== null) return refusal
  const news = await newsSince(trx, kase, input.seenMark, row.id)
  if (news !== null) return { refused: 'thread-moved-on', data: { ...news } } satisfies Refused
  const composed = row.fold.owed ? await compose(desk, trx, actor, { row, kase, account }) : null
  if (composed === null || composed.text !== input.text) return { refused: 'words-changed' } satisfies Refused
  const { countedFrom, dueAt } = row.fold
  const next = desk.now() + Math.max(SHORTEST_MS, dueAt - countedFrom)
  const state = await commandApproval(trx, desk, row, { kind: 'hold-off', dueAt: next }, { by: actor.memberId })
  if (isRefused(state)) return state
  const words = { deliveryId: input.deliveryId, audience: row.audience, text: composed.text, urgent: true }
  const held = await holdReply(trx, desk, kase, { ...words, writerId: actor.memberId, approvedBy: null }, composed.read)
  return shapeDelivery(held, await namesOf(trx, [held.member_id]))
}

/** Tells the customer that they were heard, in words that cannot be untrue; the request goes on waiting on a new clock (V2). */
export const sendHolding = async (desk: Desk, actor: Actor, input: HoldingSent) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, (trx) => send(desk, trx, actor, input))
  desk.wake('deliver')
  return answer
}

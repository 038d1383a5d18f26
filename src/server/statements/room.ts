import type { Trx } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { liveIn, mayTend, takeOut } from '#server/scheduled/plan-post.ts'
import type { Ready } from './give-post.ts'

/** Something of ours is on its way in this thread, or waits to be read: what comes next must know what became of it. */
const isUnderWay = async (trx: Trx, { kase, words }: Ready): Promise<boolean> => {
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
    .$if(words.replaces !== undefined, (q) => q.where('id', '<>', words.replaces ?? ''))
    .executeTakeFirst()
  return leaving !== undefined || waiting !== undefined
}

/**
 * Whether there is room in the thread for these words: nothing else is under way, and what was to leave at its hour gives way only if it was
 * on the screen, and to somebody who may.
 */
export const refuseRoom = async (trx: Trx, actor: Actor, one: Ready): Promise<Refused | null> => {
  const { words, kase, account } = one
  const live = await liveIn(trx, kase.conversation_id)
  if (words.replaces !== undefined && live?.id !== words.replaces) return { refused: 'edited-meanwhile' }
  if (live !== undefined && words.replaces !== undefined && !mayTend(actor, live)) return { refused: 'plan-not-yours' }
  const taken = (live !== undefined && words.replaces === undefined) || (await isUnderWay(trx, one))
  return taken ? { refused: 'statement-under-way', data: { accountId: account.id } } : null
}

/** Thrown, so that nothing of the publication stands: the words of one account alone would have been taken back. */
export class NoRoom extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** What was to leave at its hour gives way to other words, another hour, or to now. */
export const makeRoom = async (trx: Trx, desk: Desk, actor: Actor, { words, kase }: Ready): Promise<void> => {
  if (words.replaces === undefined) return
  const live = await liveIn(trx, kase.conversation_id)
  const refusal = live === undefined ? null : await takeOut(trx, desk, actor, live, 'replaced')
  if (refusal !== null) throw new NoRoom(refusal)
}

/** The same press again, perhaps by a page that did not hear the answer; never other words, or elsewhere, under its id. */
export const givenBefore = async (trx: Trx, { words, kase }: Ready): Promise<boolean | Refused> => {
  const { deliveryId: id } = words
  const planned = await trx.selectFrom('scheduled_posts').selectAll().where('id', '=', id).executeTakeFirst()
  const approval = await trx.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst()
  const delivery = await trx.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()
  const known = planned ?? approval ?? delivery
  if (known === undefined) return false
  const said = approval?.asked_text ?? planned?.text ?? delivery?.text
  if (known.case_id !== kase.id || said !== words.text) return { refused: 'delivery-taken' }
  const stands = delivery !== undefined || approval?.state === 'waiting'
  return stands || planned?.state === 'planned' || planned?.state === 'asks'
    ? true
    : { refused: 'already-decided', data: { status: approval?.state } }
}

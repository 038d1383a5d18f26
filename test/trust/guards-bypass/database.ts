import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import { hashOf } from '#server/deliveries/hold-reply.ts'
import type { Attempt } from './attempt.ts'
import type { Way } from './ways.ts'
import { GOOD } from './words.ts'

/** A statement with the rights of the desk itself: what the database refuses is refused, and the attempt goes on. */
const statement = async (a: Attempt, worker: boolean, work: (trx: Trx) => Promise<unknown>): Promise<void> => {
  try {
    await (worker ? asWorkerIn(a.world.desk.db, a.brand.workspaceId, work) : a.brand.inside(work))
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (!code.startsWith('23')) throw error
    a.refused.push('the-database')
  }
}

/** A delivery that no verb made. */
export const insertByHand = (
  a: Attempt,
  more: { guard?: object; approval_id?: string; id?: string } = {},
  worker = false,
) => {
  const at = new Date(a.world.desk.now())
  const id = more.id ?? a.id()
  const elsewhere = a.words.about === 'sent-elsewhere'
  return statement(a, worker, (trx) =>
    trx
      .insertInto('deliveries')
      .values({
        ...{ id, workspace_id: a.brand.workspaceId, account_id: elsewhere ? a.elsewhere : a.accountId },
        ...{
          case_id: a.caseId,
          conversation_id: a.conversationId,
          member_id: a.brand.members[a.who],
          audience: 'public',
        },
        ...{ text: a.words.text, content_hash: hashOf(a.words.text), state: 'queued' },
        ...{ queued_at: at, ready_at: at, next_at: at, guard: JSON.stringify(more.guard ?? {}) },
        ...(more.approval_id !== undefined && { approval_id: more.approval_id }),
      })
      .execute(),
  )
}

/** Past every verb: with the database rights that the desk itself has. */
export const besides: readonly Way[] = [
  {
    name: 'rows made by hand',
    // Sent by someone whose draft was begun elsewhere: only a verb knows whose draft that was.
    words: ({ about }) => about !== 'begun-elsewhere',
    go: async (a) => {
      a.raw = true
      await insertByHand(a)
      await insertByHand(a, {}, true)
      await insertByHand(a, { guard: { findings: [{ rule: 'G9', severity: 'approve' }], reasons: [] } })
      const forged = a.id()
      await insertByHand(a, { id: forged, approval_id: forged })
      await a.world.leave()
    },
    never: ['removed', 'disabled', 'unproved', 'outside', 'nobody'],
  },
  {
    name: 'rows rewritten by hand',
    go: async (a) => {
      const id = await a.give(GOOD.text)
      const { text } = a.words
      await statement(a, false, (trx) =>
        trx
          .updateTable('deliveries')
          .set({ text, content_hash: hashOf(text) })
          .where('id', '=', id)
          .execute(),
      )
      const asked = await a.ask(text)
      const self = { state: 'approved' as const, approvers: [a.brand.members[a.who]], content_hash: hashOf(text) }
      await statement(a, false, (trx) => trx.updateTable('approvals').set(self).where('id', '=', asked).execute())
      await insertByHand(a, { id: asked, approval_id: asked })
      await a.world.leave()
    },
    words: ({ name }) => name !== GOOD.name,
    never: ['removed', 'disabled', 'unproved', 'outside', 'nobody'],
  },
]

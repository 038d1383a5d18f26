import type { CaseView, DeliveryView } from '#contract/case-view.ts'
import { api, codeOf, isRefused } from '../api.ts'
import { undoDelivery } from '../deliveries/deeds.ts'
import { setUnderWay } from '../deliveries/under-way.ts'
import { queries, queryClient } from '../query.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import { emptyDraft, restoreDraft } from './draft-store.ts'

export type Sending = {
  readonly view: CaseView
  readonly audience: 'public' | 'private'
  readonly text: string
  readonly undoMs: number
  readonly resolveAfter: boolean
  readonly despiteNews: boolean
}
/** What came since the writer looked: the customer's words changed, or colleagues are already answering. */
export type News = { readonly replies: number }
export type Outcome =
  | { readonly kind: 'held' }
  | { readonly kind: 'moved-on'; readonly news: News }
  | { readonly kind: 'kept' }

const TRIES_MS = [1_000, 3_000, 9_000]
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The same words pressed again after a cut line are the same delivery. */
export const pressed = new Map<string, string>()
export const deliveryIdOf = (key: string): string => {
  const id = pressed.get(key) ?? crypto.randomUUID()
  pressed.set(key, id)
  return id
}

const showDelivery = (caseId: string, change: (deliveries: DeliveryView[]) => DeliveryView[]) => {
  const key = queries.case(caseId).queryKey
  queryClient.setQueryData(key, (old) => (old === undefined ? old : { ...old, deliveries: change(old.deliveries) }))
}

export const newsIn = (error: unknown): News => {
  const replies = isRefused(error) ? error.refusal.data?.replies : undefined
  return { replies: Array.isArray(replies) ? replies.length : 0 }
}

/** Gives the words to the desk, again and again while the line is cut. */
export const post = async <T>(
  sending: Sending,
  deliveryId: string,
  by: (reply: Parameters<typeof api.sendReply>[0]) => Promise<T>,
): Promise<T> => {
  const { view, audience, text, resolveAfter, despiteNews } = sending
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await by({
        id: view.id,
        deliveryId,
        audience,
        text,
        accountId: view.accountId,
        seenMark: view.threadMark,
        ...(despiteNews ? { despiteNews } : {}),
        ...(resolveAfter ? { resolveAfter } : {}),
      })
    } catch (error) {
      const pause = TRIES_MS[attempt]
      if (!isRefused(error, 'unreachable') || pause === undefined) throw error
      await wait(pause)
    }
  }
}

/**
 * Gives the words to the delivery. They show as held at once; the desk keeps them back for the undo time, guards them again, and sends
 * them exactly once. Refused, they come back to the box with the reason.
 */
export const send = async (sending: Sending): Promise<Outcome> => {
  const { w } = speaking()
  const { view, audience, text, undoMs } = sending
  const key = `${view.id} ${audience} ${text}`
  const id = deliveryIdOf(key)
  const now = Date.now()
  const held: DeliveryView = {
    ...{ id, caseId: view.id, accountId: view.accountId, audience, text, state: 'held', readyAt: now + undoMs },
    ...{ queuedAt: now, attempt: 0, nextTryAt: null, reason: null, detail: null, permalink: null, by: null },
  }
  showDelivery(view.id, (known) => [...known.filter((d) => d.id !== id), held])
  emptyDraft(view.id, audience)
  try {
    const answer = post(sending, id, api.sendReply)
    setUnderWay(id, answer)
    sayDone(w.composer.held, () => void undoDelivery(held), undoMs)
    const kept = await answer
    pressed.delete(key)
    showDelivery(view.id, (known) => known.map((d) => (d.id === id ? kept : d)))
    return { kind: 'held' }
  } catch (error) {
    showDelivery(view.id, (known) => known.filter((d) => d.id !== id))
    if (isRefused(error, 'waits-for-approval')) {
      pressed.delete(key)
      await queryClient.invalidateQueries({ queryKey: queries.case(view.id).queryKey })
      sayDone(w.composer.waits)
      return { kind: 'held' }
    }
    if (isRefused(error, 'thread-moved-on')) {
      restoreDraft(view.id, audience, text)
      await queryClient.invalidateQueries({ queryKey: queries.case(view.id).queryKey })
      return { kind: 'moved-on', news: newsIn(error) }
    }
    restoreDraft(view.id, audience, text)
    if (!isRefused(error, 'unreachable')) pressed.delete(key)
    void queryClient.invalidateQueries({ queryKey: queries.case(view.id).queryKey })
    sayTrouble(w.refused(codeOf(error)))
    return { kind: 'kept' }
  }
}

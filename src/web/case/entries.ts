import type { ApprovalView } from '#contract/approval-shape.ts'
import type { CaseView, DeliveryView, MessageView, NoteView } from '#contract/case-view.ts'

/** One thing of the thread, in time order: what was said, in public or in private, what we noted, what is on its way. */
export type Entry =
  | { readonly kind: 'message'; readonly key: string; readonly at: number; readonly message: MessageView }
  | { readonly kind: 'note'; readonly key: string; readonly at: number; readonly note: NoteView }
  | { readonly kind: 'delivery'; readonly key: string; readonly at: number; readonly delivery: DeliveryView }
  | { readonly kind: 'approval'; readonly key: string; readonly at: number; readonly approval: ApprovalView }

/** A reply that is out, or that was taken back, is a message or nothing; the others wait at the foot of the thread. */
const isUnderWay = (delivery: DeliveryView) => delivery.state !== 'sent' && delivery.state !== 'cancelled'

export const entriesOf = (
  view: Pick<CaseView, 'notes' | 'deliveries' | 'approvals'>,
  messages: readonly MessageView[],
): Entry[] => {
  const first = messages[0]?.sentAt ?? 0
  const said: Entry[] = [
    ...messages.map((message) => ({ kind: 'message' as const, key: message.id, at: message.sentAt, message })),
    // A note older than the oldest message read comes with the page above.
    ...view.notes
      .filter((note) => messages.length === 0 || note.createdAt >= first)
      .map((note) => ({ kind: 'note' as const, key: note.id, at: note.createdAt, note })),
  ].sort((a, b) => a.at - b.at)
  const leaving = view.deliveries
    .filter(isUnderWay)
    .map((delivery) => ({ kind: 'delivery' as const, key: delivery.id, at: delivery.queuedAt, delivery }))
  const waiting = view.approvals
    .filter(({ state }) => state === 'waiting')
    .map((approval) => ({ kind: 'approval' as const, key: approval.id, at: approval.askedAt, approval }))
  return [...said, ...waiting, ...leaving]
}

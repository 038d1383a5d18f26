import type { Delivery } from '#core/delivery/delivery.ts'
import type { Row, RowChange } from '#server/db/schema.ts'

const instant = (at: Date | null): number | null => at?.getTime() ?? null
const date = (at: number | null): Date | null => (at === null ? null : new Date(at))

/** The row as the core's machine reads it. */
export const deliveryOf = (row: Row<'deliveries'>): Delivery => ({
  id: row.id,
  conversationId: row.conversation_id,
  sequence: row.sequence,
  priority: row.urgent ? 'urgent' : 'routine',
  state: row.state,
  readyAt: row.ready_at.getTime(),
  nextAt: instant(row.next_at),
  attempts: row.attempts,
  ambiguous: row.ambiguous,
  calledAt: instant(row.called_at),
  keyUsedAt: instant(row.key_used_at),
  doubtSince: instant(row.doubt_since),
  lookedUpAt: instant(row.looked_up_at),
  absences: row.absences,
  unavailable: row.unavailable,
  lease:
    row.lease_token === null || row.lease_until === null
      ? null
      : { token: row.lease_token, until: row.lease_until.getTime() },
  lastToken: row.last_token,
  externalId: row.external_id,
  permalink: row.permalink,
  refusal: row.reason === null ? null : { reason: row.reason, detail: row.detail ?? '' },
})

const FINISHED: ReadonlySet<Delivery['state']> = new Set(['sent', 'cancelled'])

/** What a move of the machine changes in the row. A sent row needs an id: the one the network gave, or that a member vouched for. */
export const deliveryChanges = (delivery: Delivery, now: number): RowChange<'deliveries'> => ({
  state: delivery.state,
  ready_at: new Date(delivery.readyAt),
  next_at: date(delivery.nextAt),
  attempts: delivery.attempts,
  ambiguous: delivery.ambiguous,
  called_at: date(delivery.calledAt),
  key_used_at: date(delivery.keyUsedAt),
  doubt_since: date(delivery.doubtSince),
  looked_up_at: date(delivery.lookedUpAt),
  absences: delivery.absences,
  unavailable: delivery.unavailable,
  lease_token: delivery.lease?.token ?? null,
  lease_until: date(delivery.lease?.until ?? null),
  last_token: delivery.lastToken,
  external_id:
    delivery.state === 'sent' ? (delivery.externalId ?? `member-vouched:${delivery.id}`) : delivery.externalId,
  permalink: delivery.permalink,
  reason: delivery.refusal?.reason ?? null,
  detail: delivery.refusal?.detail ?? null,
  ...(FINISHED.has(delivery.state) ? { finished_at: new Date(now) } : {}),
})

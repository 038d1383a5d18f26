import type { InboxFilter } from '#contract/inbox.ts'

/** What the address of the inbox says: a filter, and the case that is open. */
export type InboxSearch = InboxFilter & { case?: string }

const queues = ['owed', 'thanks', 'waiting', 'resolved', 'snoozed', 'all'] as const
const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((known) => known === value)

/** Reads an address typed or kept by anyone: what is not understood is left out, never an error. */
export const readInboxSearch = (raw: Record<string, unknown>): InboxSearch => {
  const search: InboxSearch = {}
  const queue = oneOf(queues, raw.queue)
  const audience = oneOf(['public', 'private'] as const, raw.audience)
  const q = text(raw.q)?.slice(0, 200)
  const [owner, account, label, incident, open] = [raw.owner, raw.account, raw.label, raw.incident, raw.case].map(text)
  if (queue !== undefined && queue !== 'owed') search.queue = queue
  if (owner !== undefined) search.owner = owner
  if (account !== undefined) search.account = account
  if (label !== undefined) search.label = label
  if (incident !== undefined) search.incident = incident
  if (audience !== undefined) search.audience = audience
  if (raw.late === true || raw.late === 'true') search.late = 'true'
  if (q !== undefined && q.trim() !== '') search.q = q
  if (open !== undefined) search.case = open
  return search
}

export const filterOf = ({ case: _, ...filter }: InboxSearch): InboxFilter => filter

/** The same filter written in another order is the same filter. */
export const filterKey = (filter: InboxFilter): string =>
  JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)))

/** How many things narrow the queue, besides the choice of queue. */
export const narrowingOf = ({ queue: _, ...rest }: InboxFilter): number => Object.keys(rest).length

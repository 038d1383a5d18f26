import type { InboxFilter, InboxRow } from '#contract/inbox.ts'

export type Key = readonly [number, string]
const before = (a: Key, b: Key): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])

/** The order the server pages in, for a row that changes its place between two pages; null where only the server knows (search). */
export const sortKeyOf = (filter: InboxFilter): ((row: InboxRow) => Key) | null => {
  if (filter.q !== undefined) return null
  const queue = filter.queue ?? 'owed'
  if (queue === 'owed' || queue === 'thanks') return (row) => [row.dueAt ?? Number.POSITIVE_INFINITY, row.id]
  if (queue === 'snoozed') return (row) => [row.snoozedUntil ?? Number.POSITIVE_INFINITY, row.id]
  return (row) => [-(row.lastInAt ?? 0), row.id]
}

/** Where a row belongs in a sorted list, by halving. */
export const placeIn = (order: readonly string[], keyAt: (id: string) => Key, key: Key): number => {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const id = order[middle]
    if (id !== undefined && before(keyAt(id), key)) low = middle + 1
    else high = middle
  }
  return low
}

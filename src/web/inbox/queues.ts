import { useEffect, useSyncExternalStore } from 'react'
import type { InboxFilter, InboxRow } from '#contract/inbox.ts'
import { api, workspaceId } from '../api.ts'
import { filterKey } from './filter.ts'
import { createQueue, type Queue } from './queue.ts'

const KEPT = 4
const PAGE = 100
const queues = new Map<string, Queue>()

const open = (filter: InboxFilter): Queue =>
  createQueue(filter, {
    page: (wanted, after) => api.listInbox({ ...wanted, limit: PAGE, ...(after === null ? {} : { after }) }),
    rows: async (wanted, ids) => (await api.listInbox({ ...wanted, cases: ids.join(','), limit: PAGE })).rows,
  })

/** The queue of a filter, kept while one looks at another, so that coming back is immediate. */
export const queueOf = (filter: InboxFilter): Queue => {
  const key = `${workspaceId()} ${filterKey(filter)}`
  const known = queues.get(key)
  const queue = known ?? open(filter)
  queues.delete(key)
  queues.set(key, queue)
  if (queues.size > KEPT) {
    const oldest = queues.keys().next().value
    if (oldest !== undefined) queues.delete(oldest)
  }
  if (known === undefined) void queue.start()
  return queue
}

export const openQueues = (): Queue[] => [...queues.values()]
export const forgetQueues = (): void => queues.clear()

export const useQueue = (filter: InboxFilter) => {
  const queue = queueOf(filter)
  const view = useSyncExternalStore(queue.subscribe, queue.view)
  useEffect(() => {
    if (queue.view().state === 'failed') void queue.start()
  }, [queue])
  return { queue, view }
}

export const useRow = (queue: Queue, id: string): InboxRow | undefined =>
  useSyncExternalStore(queue.subscribe, () => queue.row(id))

export const useLeaving = (queue: Queue, id: string): boolean =>
  useSyncExternalStore(queue.subscribe, () => queue.isLeaving(id))

const CHUNK = 100
let changed = new Set<string>()
let following = false

/** Cases that changed, told by the live stream: one question at a time, for all that changed meanwhile. */
export const followCases = async (ids: Iterable<string>): Promise<void> => {
  for (const id of ids) changed.add(id)
  if (following) return
  following = true
  try {
    while (changed.size > 0) {
      const batch = [...changed].slice(0, CHUNK)
      changed = new Set([...changed].slice(CHUNK))
      await Promise.all(openQueues().map((queue) => queue.follow(batch)))
    }
  } catch {
    // The line is cut: the stream comes back with what was missed.
  } finally {
    following = false
  }
}

/** The stream lost its place: everything on screen is read again. */
export const restartQueues = (): void => {
  for (const queue of openQueues()) void queue.start()
}

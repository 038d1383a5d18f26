import type { InboxFilter, InboxRow } from '#contract/inbox.ts'
import { type Key, placeIn, sortKeyOf } from './order.ts'

export type Page = { rows: InboxRow[]; after: string | null }
type Source = {
  page: (filter: InboxFilter, after: string | null) => Promise<Page>
  rows: (filter: InboxFilter, ids: readonly string[]) => Promise<InboxRow[]>
}

export type QueueView = {
  readonly order: readonly string[]
  /** Rows that came in and wait under the pill, so that the list never jumps under the cursor. */
  readonly waiting: number
  readonly more: boolean
  readonly state: 'loading' | 'ready' | 'failed'
}

/**
 * The queue in memory: rows by id and their order, outside React. Live changes touch only the rows they name. While the cursor is over
 * the list (`hold`), nothing above or under it moves: newcomers wait under the pill, leavers stay, dimmed, until it goes.
 */
export const createQueue = (filter: InboxFilter, source: Source) => {
  const rows = new Map<string, InboxRow>()
  const keyOf = sortKeyOf(filter)
  const listeners = new Set<() => void>()
  const newcomers = new Set<string>()
  const leavers = new Set<string>()
  /** Rows whose deadline changed under the cursor, with the one at which they still stand. */
  const movers = new Map<string, Key>()
  const listed = new Set<string>()
  let order: string[] = []
  let after: string | null = null
  let reading: Promise<void> | null = null
  let held = false
  /** How many rows, from the first one, end where the eye does. */
  let seen = 8
  let state: QueueView['state'] = 'loading'
  let view: QueueView = { order, waiting: 0, more: true, state }

  /** A row that changed is the matter of that row alone: the view stays the same object, and nothing else is drawn again. */
  const tell = () => {
    const next: QueueView = { order, waiting: newcomers.size, more: after !== null, state }
    const isSame =
      order === view.order && next.waiting === view.waiting && next.more === view.more && state === view.state
    if (!isSame) view = next
    for (const listener of listeners) listener()
  }
  const placeOf = (row: InboxRow): number => {
    if (keyOf === null) return 0
    const keyAt = (id: string) => {
      const known = rows.get(id)
      return movers.get(id) ?? (known === undefined ? ([0, id] as const) : keyOf(known))
    }
    return placeIn(order, keyAt, keyOf(row))
  }
  const without = (ids: ReadonlySet<string>) => {
    order = order.filter((id) => !ids.has(id))
    for (const id of ids) listed.delete(id)
  }
  const insert = (row: InboxRow) => {
    order = order.toSpliced(placeOf(row), 0, row.id)
    listed.add(row.id)
  }
  /** Due after the last row read: it comes with its page. */
  const isBeyond = (row: InboxRow) => after !== null && placeOf(row) >= order.length

  const settle = () => {
    if (leavers.size + movers.size === 0) return
    const moved = [...movers.keys()].flatMap((id) => (leavers.has(id) ? [] : (rows.get(id) ?? [])))
    without(new Set([...leavers, ...movers.keys()]))
    for (const id of leavers) rows.delete(id)
    leavers.clear()
    movers.clear()
    for (const row of moved) insert(row)
  }
  const showNewcomers = () => {
    for (const id of newcomers) {
      const row = rows.get(id)
      if (row !== undefined && !listed.has(id)) insert(row)
    }
    newcomers.clear()
    settle()
    tell()
  }

  const read = async (from: string | null, replace: boolean): Promise<void> => {
    try {
      const page = await source.page(filter, from)
      if (replace) {
        order = []
        newcomers.clear()
        leavers.clear()
        movers.clear()
        listed.clear()
        rows.clear()
      }
      const fresh = page.rows.filter((row) => !listed.has(row.id))
      for (const row of page.rows) {
        rows.set(row.id, row)
        newcomers.delete(row.id)
        listed.add(row.id)
      }
      order = order.concat(fresh.map((row) => row.id))
      after = page.after
      state = 'ready'
    } catch {
      state = order.length > 0 ? 'ready' : 'failed'
    } finally {
      reading = null
      tell()
    }
  }

  const take = (row: InboxRow) => {
    const known = rows.get(row.id)
    leavers.delete(row.id)
    if (known !== undefined && listed.has(row.id)) {
      if (keyOf !== null && keyOf(known)[0] !== keyOf(row)[0] && !movers.has(row.id)) movers.set(row.id, keyOf(known))
      rows.set(row.id, row)
      return
    }
    if (known === undefined && isBeyond(row)) return
    rows.set(row.id, row)
    // More urgent than all we show, or with room left for it, or below what can be seen: it takes its place at once.
    const place = placeOf(row)
    const mayMove = !held && (place === 0 || order.length < seen)
    if (keyOf !== null && (mayMove || place >= seen)) insert(row)
    else newcomers.add(row.id)
  }

  return {
    filter,
    view: () => view,
    row: (id: string) => rows.get(id),
    isLeaving: (id: string) => leavers.has(id),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    start: () => {
      reading ??= read(null, true)
      return reading
    },
    readMore: () => {
      if (after === null) return Promise.resolve()
      reading ??= read(after, false)
      return reading
    },
    showNewcomers,
    /** So many rows, from the first one, are above the lower edge of the list. */
    see: (count: number) => {
      seen = count
    },
    /** The cursor is over the list, or has left it. */
    hold: (on: boolean) => {
      if (held === on) return
      held = on
      if (!on && leavers.size + movers.size > 0) {
        settle()
        tell()
      }
    },
    /** Live: these cases changed. Those that no longer belong here leave; those that do take their place. */
    follow: async (ids: readonly string[]) => {
      const found = await source.rows(filter, ids)
      const present = new Set(found.map((row) => row.id))
      for (const row of found) take(row)
      for (const id of ids) {
        if (present.has(id)) continue
        newcomers.delete(id)
        if (listed.has(id)) leavers.add(id)
        else rows.delete(id)
      }
      if (!held) settle()
      tell()
    },
    /** Optimistic: takes rows away now; the answer puts them back where they were. */
    remove: (ids: readonly string[]): (() => void) => {
      const gone = ids.flatMap((id) => rows.get(id) ?? [])
      without(new Set(ids))
      for (const id of ids) rows.delete(id)
      tell()
      return () => {
        for (const row of gone) {
          if (rows.has(row.id)) continue
          rows.set(row.id, row)
          insert(row)
        }
        tell()
      }
    },
    /** Optimistic: changes rows now; the answer restores them. */
    patch: (ids: readonly string[], change: Partial<InboxRow>): (() => void) => {
      const old = ids.flatMap((id) => rows.get(id) ?? [])
      for (const row of old) rows.set(row.id, { ...row, ...change })
      tell()
      return () => {
        for (const row of old) if (rows.has(row.id)) rows.set(row.id, row)
        tell()
      }
    },
  }
}
export type Queue = ReturnType<typeof createQueue>

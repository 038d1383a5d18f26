/** Counts attempts by key in a sliding manner: two fixed windows, the older one weighing what is left of it. */
export interface Throttle {
  /** Takes one attempt for every key; how long to wait when one of them has none left (nothing is taken then). */
  take(keys: readonly string[], now: number): number
  forget(key: string): void
}

interface Counted {
  window: number
  count: number
  before: number
}

/** Bounded in memory and of this process alone: a restart forgives, and several web processes each count for themselves. */
export const makeThrottle = (most: number, windowMs: number, keysKept = 50_000): Throttle => {
  const counts = new Map<string, Counted>()

  const read = (key: string, window: number): Counted => {
    const found = counts.get(key)
    if (found === undefined || found.window < window - 1) return { window, count: 0, before: 0 }
    return found.window === window ? found : { window, count: 0, before: found.count }
  }
  const waitOf = ({ window, count, before }: Counted, now: number): number => {
    const gone = (now - window * windowMs) / windowMs
    if (count + before * (1 - gone) + 1 <= most) return 0
    // With the present window full, the wait reaches into the next; else until the older one weighs little enough.
    const until = count >= most ? 2 - (most - 1) / count : 1 - Math.max(0, most - 1 - count) / before
    return Math.max(1000, Math.ceil((until - gone) * windowMs))
  }
  const keep = (key: string, counted: Counted): void => {
    counts.delete(key)
    counts.set(key, counted)
    const oldest = counts.size > keysKept ? counts.keys().next().value : undefined
    if (oldest !== undefined) counts.delete(oldest)
  }

  return {
    take(keys, now) {
      const window = Math.floor(now / windowMs)
      const found = keys.map((key) => ({ key, counted: read(key, window) }))
      const wait = Math.max(...found.map(({ counted }) => waitOf(counted, now)))
      if (wait > 0) return wait
      for (const { key, counted } of found) keep(key, { ...counted, count: counted.count + 1 })
      return 0
    },
    forget: (key) => {
      counts.delete(key)
    },
  }
}

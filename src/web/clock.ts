import { useSyncExternalStore } from 'react'

/** Shared ticks: whoever shows time subscribes to the coarsest tick that is enough, and nothing else re-renders. */
const makeTick = (everyMs: number) => {
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | undefined
  const listeners = new Set<() => void>()
  const strike = () => {
    now = Date.now()
    for (const listener of listeners) listener()
  }
  return {
    read: () => now,
    subscribe: (listener: () => void) => {
      if (listeners.size === 0) {
        now = Date.now()
        timer = setInterval(strike, everyMs)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearInterval(timer)
      }
    },
  }
}

const second = makeTick(1_000)
const quarter = makeTick(15_000)

/** Now, to the second: for a countdown. */
export const useSecond = () => useSyncExternalStore(second.subscribe, second.read)
/** Now, every fifteen seconds: for minutes. */
export const useNow = () => useSyncExternalStore(quarter.subscribe, quarter.read)

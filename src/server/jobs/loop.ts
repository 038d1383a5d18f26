import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'

export interface Loop {
  name: string
  /** When the last round ended well; `/readyz` and the doctor read it. */
  lastRoundAt(): number | null
  /** Runs the next round now: a hint, since each round finds its own work. */
  wake(): void
  /** Lets the running round end, then stops. */
  stop(): Promise<void>
}

interface LoopSpec {
  name: string
  everyMs: number
  /** One round; true says that more waits and the next round starts at once. */
  round(signal: AbortSignal): Promise<boolean>
  now(): number
  log: Logger
}

/** Background work as a loop that cannot die: a failed round is logged and tried again, more slowly while it keeps failing. */
export const startLoop = ({ name, everyMs, round, now, log }: LoopSpec): Loop => {
  const stopping = new AbortController()
  let last: number | null = null
  let waking = new AbortController()
  let woken = false

  const run = async () => {
    let failures = 0
    while (!stopping.signal.aborted) {
      woken = false
      const more = await round(stopping.signal).then(
        (rest) => {
          failures = 0
          last = now()
          return rest
        },
        (error: unknown) => {
          if (stopping.signal.aborted) return false
          failures += 1
          log.error({ err: error, loop: name, failures }, 'a round failed; it will be tried again')
          return false
        },
      )
      if (stopping.signal.aborted) return
      if (more || (woken && failures === 0)) continue
      waking = new AbortController()
      const wait = everyMs * Math.min(2 ** failures, 32)
      await pause(wait, null, { signal: AbortSignal.any([stopping.signal, waking.signal]) }).catch(() => null)
    }
  }
  const running = run()
  return {
    name,
    lastRoundAt: () => last,
    wake: () => {
      woken = true
      waking.abort()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

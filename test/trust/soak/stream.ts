import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { postHook, signHook } from '../../signed-hooks.ts'

const CONNECTIONS = 32
const ATTEMPT_MS = 20_000

export interface Stream {
  /** A number that no other mention will carry. */
  reserve(): number
  /** Hands over this mention, and again until the desk has answered 200; `about` changes what it says and when it was written. */
  hand(number: number, about?: { text?: string; sentAt?: number }): Promise<void>
  /** `count` mentions, `perSecond` of them, whether those before were answered or not. */
  pour(count: number, perSecond: number, text?: string): Promise<void>
  /** The ids of the mentions that were handed over so far. */
  handed(): string[]
  /** What the desk answered, and how often. */
  statuses: Map<number, number>
  [Symbol.dispose](): void
}

/** A source that never stops speaking; nothing that it says is said twice under one id, but when it got no answer. */
export const openStream = (url: string, secret: string, first: number): Stream => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const statuses = new Map<number, number>()
  let number = first
  const hand: Stream['hand'] = async (own, about = {}) => {
    for (;;) {
      const status = await postHook(agent, url, signHook(secret, own, { people: 20_000, ...about }), ATTEMPT_MS)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 200) return
      await pause(100)
    }
  }
  return {
    reserve: () => number++,
    hand,
    pour: async (count, perSecond, text) => {
      const began = performance.now()
      const waiting: Promise<void>[] = []
      for (let i = 0; i < count; i++) {
        const early = (i * 1_000) / perSecond - (performance.now() - began)
        if (early > 1) await pause(early)
        waiting.push(hand(number++, text === undefined ? {} : { text }))
      }
      await Promise.all(waiting)
    },
    handed: () => Array.from({ length: number - first }, (_, i) => `mention-${first + i}`),
    statuses,
    [Symbol.dispose]: () => agent.destroy(),
  }
}

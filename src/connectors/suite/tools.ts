import { randomUUID } from 'node:crypto'
import type { Memory, Tools } from '../connector.ts'

/** A memory that is kept as JSON, as the desk keeps it, and outlives the session that writes to it. */
export const memoryOf = (kept = new Map<string, string>()): Memory => ({
  get: async (key) => {
    const value = kept.get(key)
    return value === undefined ? undefined : JSON.parse(value)
  },
  put: async (key, value) => void kept.set(key, JSON.stringify(value)),
  delete: async (key) => void kept.delete(key),
  list: async (prefix) =>
    [...kept]
      .filter(([key]) => key.startsWith(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => ({ key, value: JSON.parse(value) as unknown })),
})

const closedDoor: typeof fetch = () => Promise.reject(new Error('this rig has no web'))

/** The machine, as a test wants it: a clock that stands, no chance, no way out unless one is given. */
export const toolsWith = (given: Partial<Tools>): Tools => ({
  now: () => Date.parse('2026-03-02T09:00:00Z'),
  random: () => 0.5,
  newId: randomUUID,
  fetch: closedDoor,
  memory: memoryOf(),
  log: { info: () => undefined, warn: () => undefined },
  ...given,
})

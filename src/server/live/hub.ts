import { type Channel, listenToDatabase } from '#server/db/hear.ts'
import type { Desk } from '#server/desk.ts'
import type { LogPosition } from '#server/queries/events-since.ts'
import { type Brand, followBrand } from './follow-brand.ts'
import type { Listener } from './news.ts'

/** All live pages of this process, behind one connection that listens to the database. */
export interface Hub {
  /** From the page's last known place, or from now on. Returns how to leave. */
  join(listener: Listener, since: LogPosition | null): Promise<() => void>
  size(): number
  isListening(): boolean
  close(): Promise<void>
}

const INSPECTION_MS = 15_000

const readPresence = (payload: string): { workspaceId: string; caseId: string } | null => {
  try {
    const { workspaceId, caseId } = JSON.parse(payload) as Record<string, unknown>
    return typeof workspaceId === 'string' && typeof caseId === 'string' ? { workspaceId, caseId } : null
  } catch {
    return null
  }
}

export const openHub = (desk: Desk): Hub => {
  const brands = new Map<string, Brand>()

  const hear: Record<Channel, (payload: string) => void> = {
    vigie: (workspaceId) => brands.get(workspaceId)?.follow(),
    vigie_sessions: (key) => {
      for (const brand of brands.values()) brand.end(key)
    },
    vigie_presence: (payload) => {
      const told = readPresence(payload)
      if (told !== null) brands.get(told.workspaceId)?.tellAll({ kind: 'presence', caseId: told.caseId })
    },
  }
  const followAll = (): void => {
    for (const brand of brands.values()) brand.follow()
  }
  const ear = listenToDatabase({
    url: desk.db.url,
    onHeard: (channel, payload) => hear[channel](payload),
    onListening: followAll,
    onLost: (error) => desk.log.warn({ err: error }, 'live pages wait for the database'),
  })
  const inspection = setInterval(() => {
    for (const [id, brand] of brands) {
      if (brand.size() === 0) brands.delete(id)
      else brand.inspect()
    }
  }, INSPECTION_MS).unref()

  return {
    async join(listener, since) {
      const { workspaceId } = listener.actor
      const brand = brands.get(workspaceId) ?? followBrand(desk, workspaceId)
      brands.set(workspaceId, brand)
      await brand.join(listener, since)
      return () => brand.leave(listener)
    },
    size: () => [...brands.values()].reduce((sum, brand) => sum + brand.size(), 0),
    isListening: ear.isListening,
    async close() {
      clearInterval(inspection)
      for (const brand of brands.values()) brand.end()
      await ear.close()
    },
  }
}

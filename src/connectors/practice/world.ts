import { z } from 'zod'
import type { OpenAccount } from '../connector.ts'
import type { World } from './town.ts'

export const Settings = z.object({
  brand: z.string().min(1).max(60).optional(),
  trade: z.enum(['florist', 'shop']).catch('florist'),
  pace: z.enum(['paused', 'calm', 'lively', 'storm']).catch('calm'),
  scale: z.coerce.number().min(0.001).max(100).catch(1),
  seed: z.string().min(1).max(100).optional(),
})

const bare = (handle: string): string => handle.replace(/^@/, '')

export const worldOf = (account: OpenAccount): World => {
  const { brand, trade, pace, scale } = Settings.parse(account.settings)
  return { brand: brand ?? bare(account.handle), at: `@${bare(account.handle)}`, trade, pace, scale }
}

export const seedOf = (account: OpenAccount): string => Settings.parse(account.settings).seed ?? account.id

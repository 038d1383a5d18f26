import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Tools } from '../connector.ts'
import type { Secret } from './secret.ts'
import type { Tokens } from './session-tokens.ts'

const PLACE = 'session'
const IV_BYTES = 12
const TAG_BYTES = 16

const kept = z.object({
  tokens: z
    .object({
      did: z.string(),
      handle: z.string(),
      access: z.string(),
      refresh: z.string(),
      server: z.string(),
      active: z.boolean(),
    })
    .nullable(),
  /** Until when a sign-in that was turned down is not tried again. */
  shut: z.object({ reason: z.string(), detail: z.string(), until: z.number() }).nullable(),
})
export type Kept = { tokens: Tokens | null; shut: { reason: string; detail: string; until: number } | null }

const NOTHING: Kept = { tokens: null, shut: null }

/**
 * What a sign-in gave, kept between sessions and shared by them: services count sign-ins, and allow few. It is sealed by a key drawn
 * from the app password, so it is worth nothing without the account's own secret, and means nothing once that has changed.
 */
export const openTokenStore = ({ memory, log }: Tools, { did, password }: Secret) => {
  const key = Buffer.from(hkdfSync('sha256', password, did, 'vigie/bluesky/session', 32))

  const load = async (): Promise<Kept> => {
    const sealed = await memory.get(PLACE)
    if (typeof sealed !== 'string') return NOTHING
    const bytes = Buffer.from(sealed, 'base64')
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString()
      return kept.safeParse(JSON.parse(text)).data ?? NOTHING
    } catch {
      return NOTHING
    }
  }

  const save = async (state: Kept): Promise<void> => {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    const body = Buffer.concat([cipher.update(JSON.stringify(state)), cipher.final()])
    const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    await memory.put(PLACE, sealed).catch((err: unknown) => log.warn({ err }, 'a sign-in could not be kept'))
  }
  return { load, save }
}

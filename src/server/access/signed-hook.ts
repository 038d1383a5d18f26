import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const PREFIX = 'whsec_'
const TOLERANCE_SECONDS = 300
const MOST_SIGNATURES = 20

export const newHookSecret = (): string => PREFIX + randomBytes(32).toString('base64')

export interface SignedHook {
  id: string | undefined
  timestamp: string | undefined
  signature: string | undefined
  raw: Uint8Array
}

export const signHook = (secret: string, id: string, seconds: number | string, raw: Uint8Array | string): string => {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.`).update(raw).digest('base64')}`
}

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Standard Webhooks, version 1, on the bytes as they came: null when it is signed with the secret, now; else why not. */
export const whyUnsigned = (secret: string, hook: SignedHook, now: number): string | null => {
  const { id, timestamp, signature, raw } = hook
  if (id === undefined || timestamp === undefined || signature === undefined) return 'unsigned'
  if (!/^[\x21-\x7e]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp) || signature.length > 4_000) return 'unsigned'
  const expected = signHook(secret, id, timestamp, raw)
  if (!signature.split(' ', MOST_SIGNATURES).some((one) => same(one, expected))) return 'bad-signature'
  const age = now / 1000 - Number(timestamp)
  return Math.abs(age) > TOLERANCE_SECONDS ? 'too-old' : null
}

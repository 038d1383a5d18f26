import { createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'

const PREFIX = 'whsec_'
const SECRET_BYTES = 32
const LEAST_BYTES = 24
const MOST_BYTES = 64
const MOST_SIGNATURES = 20

export const newSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64')

/** The key inside a secret; null when it is not one, or one too short to be worth anything. */
export const keyOf = (secret: string): Uint8Array | null => {
  const letters = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(letters)) return null
  const key = Buffer.from(letters, 'base64')
  return key.length >= LEAST_BYTES && key.length <= MOST_BYTES ? key : null
}

const prepared = new WeakMap<Uint8Array, KeyObject>()

/** Making a key ready costs several times a signature: it is done once for each key in use. */
const readyKey = (key: Uint8Array): KeyObject => {
  const ready = prepared.get(key) ?? createSecretKey(key)
  prepared.set(key, ready)
  return ready
}

/** Standard Webhooks, version 1: what was said, under which id and when, signed as one. */
export const signatureOf = (key: Uint8Array, id: string, seconds: number | string, raw: Uint8Array | string): string =>
  `v1,${createHmac('sha256', readyKey(key)).update(`${id}.${seconds}.`).update(raw).digest('base64')}`

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Whether one of the signatures was made with one of the keys: a sender changes secrets without losing a message. */
export const isSigned = (keys: Uint8Array[], header: string, id: string, seconds: string, raw: Uint8Array): boolean => {
  const expected = keys.map((key) => signatureOf(key, id, seconds, raw))
  const given = header.split(' ', MOST_SIGNATURES)
  return given.some((signature) => expected.some((one) => same(signature, one)))
}

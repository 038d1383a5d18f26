import { FetchRefused, isBeforeWriting, makeSafeFetch } from '#connectors/safe-fetch.ts'
import { encryptPush } from './encrypt.ts'
import type { Handed, Outside } from './outside.ts'
import { type PushKeys, signPush } from './sign-push.ts'

/** A day: who looks at a telephone later sees it in the desk. */
const KEPT_S = 86_400
const TIMEOUT_MS = 10_000
const MOST_BYTES = 10_000

interface Sender {
  keys: PushKeys
  /** Whom a push service writes to when this desk misbehaves. */
  contact: string | null
  now(): number
  /** `host:port` of push services on private addresses; the tests' own, and none otherwise. */
  allow?: readonly string[]
}

const failed = (reason: string, certain: boolean, permanent = false): Handed => ({
  kind: 'failed',
  reason: reason.slice(0, 300),
  certain,
  permanent,
})

const handedOf = (status: number): Handed => {
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  return failed(`the push service answered ${status}`, true, status === 400 || status === 413)
}

const failureOf = (error: unknown): Handed => {
  const said = error instanceof Error ? error.message : String(error)
  return failed(said, isBeforeWriting(error), error instanceof FetchRefused)
}

/**
 * Hands a message to a browser's push service (RFC 8030). The address came from a browser and is hostile: https on the public Internet
 * alone, no redirect, few bytes back, ten seconds.
 */
export const makePush = ({ keys, contact, now, allow = [] }: Sender): NonNullable<Outside['push']> => {
  const visit = makeSafeFetch({ allow, timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, maxRedirects: 0 })
  return async ({ endpoint, p256dh, auth }, { payload, urgent, topic }) => {
    if (!URL.canParse(endpoint)) return failed('no web address', true, true)
    try {
      const browser = { publicKey: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') }
      const answer = await visit(endpoint, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/octet-stream',
          'content-encoding': 'aes128gcm',
          ttl: String(KEPT_S),
          urgency: urgent ? 'high' : 'normal',
          topic,
          authorization: signPush(keys, { audience: new URL(endpoint).origin, contact, now: now() }),
        },
        body: new Uint8Array(encryptPush(Buffer.from(payload), browser)),
      })
      await answer.body?.cancel()
      return handedOf(answer.status)
    } catch (error) {
      return failureOf(error)
    }
  }
}

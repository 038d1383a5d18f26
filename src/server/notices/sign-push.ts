import { createPrivateKey, sign } from 'node:crypto'
import { HOUR_MS } from '#core/time.ts'

/** The desk's own key pair for push services, in the raw forms of the Web. */
export interface PushKeys {
  /** The point of the curve, base64url: the browser asks for it when it subscribes. */
  publicKey: string
  /** A PKCS #8 key, base64. */
  privateKey: string
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Says to a push service which desk writes (VAPID, RFC 8292): a word for that service alone, good for twelve hours. */
export const signPush = (
  { publicKey, privateKey }: PushKeys,
  { audience, contact, now }: { audience: string; contact: string | null; now: number },
): string => {
  const exp = Math.floor((now + 12 * HOUR_MS) / 1000)
  const said = `${encode({ typ: 'JWT', alg: 'ES256' })}.${encode({ aud: audience, exp, ...(contact !== null && { sub: contact }) })}`
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  const signature = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${said}.${signature.toString('base64url')}, k=${publicKey}`
}

import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

const RECORD = 4096
/** Lengths tell what was said: every message fills whole steps. */
const STEP = 256
const TAG = 16

const hkdf = (key: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes))

interface Chance {
  salt: Buffer
  privateKey: Buffer
  step: number
}

const drawn = (): Chance => {
  const once = createECDH('prime256v1')
  once.generateKeys()
  return { salt: randomBytes(16), privateKey: once.getPrivateKey(), step: STEP }
}

/**
 * A message that one browser alone can read (RFC 8291, in the coding of RFC 8188): the push service carries it and learns its size. Throws
 * when the browser's key is no point of the curve.
 */
export const encryptPush = (
  plain: Buffer,
  browser: { publicKey: Buffer; auth: Buffer },
  { salt, privateKey, step } = drawn(),
): Buffer => {
  const ours = createECDH('prime256v1')
  ours.setPrivateKey(privateKey)
  const shared = ours.computeSecret(browser.publicKey)
  const publicKey = ours.getPublicKey()
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), browser.publicKey, publicKey])
  const key = hkdf(shared, browser.auth, about, 32)
  const contentKey = hkdf(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const padding = Buffer.alloc((step - ((plain.length + 1) % step)) % step)
  const record = Buffer.concat([plain, Buffer.from([2]), padding])
  if (record.length + TAG > RECORD) throw new RangeError('a push message is at most one record')
  const cipher = createCipheriv('aes-128-gcm', contentKey, nonce)
  const sealed = Buffer.concat([cipher.update(record), cipher.final(), cipher.getAuthTag()])
  const header = Buffer.alloc(21)
  salt.copy(header)
  header.writeUInt32BE(RECORD, 16)
  header.writeUInt8(publicKey.length, 20)
  return Buffer.concat([header, publicKey, sealed])
}

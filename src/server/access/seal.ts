import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { MasterKey } from './key-file.ts'

/** One key a purpose: what is sealed for one use can never be opened for another. */
export type Purpose = 'channel-secret' | 'code-maker' | 'fact-source' | 'push-key' | 'push-device' | 'alert-way'

export interface Seal {
  fingerprint: string
  /** `where` names the table, column and row: a sealed value moved to another row does not open. */
  seal(purpose: Purpose, where: string, plain: string): Buffer
  open(purpose: Purpose, where: string, sealed: Buffer): string
}

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM under a key derived from the master key for each purpose; the layout is version, iv, tag, text. */
export const makeSeal = (key: MasterKey): Seal => {
  const derived = new Map<Purpose, Buffer>()
  const keyFor = (purpose: Purpose): Buffer => {
    const known = derived.get(purpose)
    if (known !== undefined) return known
    const made = Buffer.from(hkdfSync('sha256', key.bytes, Buffer.alloc(0), `vigie ${purpose}`, 32))
    derived.set(purpose, made)
    return made
  }
  return {
    fingerprint: key.fingerprint,
    seal(purpose, where, plain) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
      cipher.setAAD(Buffer.from(where))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), text])
    },
    open(purpose, where, sealed) {
      if (sealed[0] !== VERSION || sealed.length < 1 + IV_BYTES + TAG_BYTES)
        throw new Error('sealed value of an unknown form')
      const iv = sealed.subarray(1, 1 + IV_BYTES)
      const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), iv, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(where))
      decipher.setAuthTag(tag)
      return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      )
    },
  }
}

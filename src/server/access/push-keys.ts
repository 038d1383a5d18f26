import { createECDH, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { Desk } from '#server/desk.ts'

const PLACE = 'installation|push-key'

interface Kept {
  publicKey: string
  sealed: string
}

const readKept = async (desk: Pick<Desk, 'db'>): Promise<Kept | null> => {
  const row = await desk.db.app
    .selectFrom('installation')
    .select('value')
    .where('key', '=', 'push-key')
    .executeTakeFirst()
  const { publicKey, sealed } = (row?.value ?? {}) as Partial<Kept>
  return typeof publicKey === 'string' && typeof sealed === 'string' ? { publicKey, sealed } : null
}

/** What a browser needs to subscribe to this desk; null before the desk was first opened. */
export const readPushPublicKey = async (desk: Pick<Desk, 'db'>): Promise<string | null> =>
  (await readKept(desk))?.publicKey ?? null

const make = () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const { x, y } = createPublicKey(privateKey).export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')])
  return {
    publicKey: point.toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  }
}

/** The desk's keys for push services: made once, sealed, and kept as long as the desk, since every subscription hangs on them. */
export const findPushKeys = async (
  desk: Pick<Desk, 'db' | 'seal' | 'now'>,
): Promise<{ publicKey: string; privateKey: string }> => {
  if ((await readKept(desk)) === null) {
    const { publicKey, privateKey } = make()
    const sealed = desk.seal.seal('push-key', PLACE, privateKey).toString('base64')
    await desk.db.app
      .insertInto('installation')
      .values({ key: 'push-key', value: JSON.stringify({ publicKey, sealed }), updated_at: new Date(desk.now()) })
      .onConflict((c) => c.doNothing())
      .execute()
  }
  const kept = await readKept(desk)
  if (kept === null) throw new Error('the keys for push services could not be kept')
  return {
    publicKey: kept.publicKey,
    privateKey: desk.seal.open('push-key', PLACE, Buffer.from(kept.sealed, 'base64')),
  }
}

/** Whether these are the keys of a browser: a point of the curve, and sixteen bytes of chance. */
export const areBrowserKeys = (p256dh: string, auth: string): boolean => {
  const point = Buffer.from(p256dh, 'base64url')
  if (point.length !== 65 || point[0] !== 4 || Buffer.from(auth, 'base64url').length !== 16) return false
  try {
    const ours = createECDH('prime256v1')
    ours.generateKeys()
    ours.computeSecret(point)
    return true
  } catch {
    return false
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface MasterKey {
  bytes: Buffer
  /** The first bytes of a hash: shown, stored in the database and in backups, so that a wrong key is said at once. */
  fingerprint: string
}

export class KeyError extends Error {
  readonly code = 'key'
}

const parse = (text: string, path: string): MasterKey => {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== 32)
    throw new KeyError(`${path} does not hold a key of 32 bytes in base64. Restore it from your backup.`)
  return { bytes, fingerprint: createHash('sha256').update('vigie key').update(bytes).digest('hex').slice(0, 16) }
}

/** Reads the key that seals every channel token. It must be readable by its owner alone. */
export const readKeyFile = async (path: string): Promise<MasterKey> => {
  const found = await stat(path).catch(() => null)
  if (found === null)
    throw new KeyError(`There is no key at ${path}. Restore it from your backup, or set VIGIE_KEY_FILE.`)
  if ((found.mode & 0o077) !== 0) throw new KeyError(`${path} can be read by others. Run: chmod 0400 ${path}`)
  return parse(await readFile(path, 'utf8'), path)
}

/** Makes the key of a new desk, once: two starts at the same moment end with one key. */
export const createKeyFile = async (path: string): Promise<MasterKey> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o400 })
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft, { force: true })
  await chmod(path, 0o400)
  return readKeyFile(path)
}

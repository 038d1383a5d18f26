import { stat, statfs } from 'node:fs/promises'
import { KeyError, readKeyFile } from '#server/access/key-file.ts'
import { readKnownFingerprint } from '#server/access/master-key.ts'
import type { Config } from '#server/config.ts'
import type { Database } from '#server/db/database.ts'
import { siteOf } from '#server/http/site.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const GIGABYTE = 1024 ** 3

/** The key: there, readable by its owner alone, and the one that sealed this database. */
export const lookAtKey = async (config: Config, db: Database): Promise<Finding> => {
  const known = await readKnownFingerprint(db)
  try {
    const key = await readKeyFile(config.keyFile)
    const { mode } = await stat(config.keyFile)
    const said = `${config.keyFile}, fingerprint ${key.fingerprint}, mode ${(mode & 0o777).toString(8).padStart(4, '0')}`
    if (known !== null && known !== key.fingerprint)
      return fail(
        'key',
        `${said}, but this database was sealed under ${known}`,
        'Restore the right key from your backup.',
      )
    return ok('key', said)
  } catch (error) {
    if (!(error instanceof KeyError)) throw error
    return known === null
      ? ok('key', 'none yet: the first start makes it')
      : fail('key', error.message, 'No channel can be opened without it.')
  }
}

export const lookAtDisk = async (config: Config): Promise<Finding> => {
  const disk = await statfs(config.data).catch(() => null)
  if (disk === null) return ok('disk', `${config.data} is not made yet`)
  const free = disk.bavail * disk.bsize
  const share = disk.blocks === 0 ? 1 : disk.bavail / disk.blocks
  const said = `${(free / GIGABYTE).toFixed(1)} GB free (${Math.round(share * 100)} %) at ${config.data}`
  const outOfNames = disk.files > 0 && disk.ffree / disk.files < 0.02
  const todo = 'Make room: a full disk stops the desk, which then keeps nothing more and says so to the networks.'
  if (free < GIGABYTE / 4 || outOfNames)
    return fail('disk', outOfNames ? `${said}, and no file names left` : said, todo)
  return free < 2 * GIGABYTE ? warn('disk', said, todo) : ok('disk', said)
}

/** How people reach the desk: whether what they send can be read on the way. */
export const lookAtAddress = (config: Config): Finding => {
  try {
    const { cookie } = siteOf(config)
    return cookie.secure
      ? ok('address', config.url)
      : warn(
          'address',
          `${config.url}, without https`,
          'Put a reverse proxy with a certificate in front, and set VIGIE_URL.',
        )
  } catch (error) {
    return fail('address', `${config.url}, without https`, error instanceof Error ? error.message : '')
  }
}

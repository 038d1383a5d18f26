import { lchown, lstat, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ownUid } from './account.ts'
import { hashOf, type Place } from './place.ts'
import { PostgresTrouble } from './trouble.ts'

export const port = 5432
const socketName = `/.s.PGSQL.${port}.lock`

/** The kernel accepts 107 bytes of socket path on Linux, 103 on macOS. */
const fits = (folder: string): boolean => Buffer.byteLength(folder + socketName) <= 103

/**
 * The folder is the whole protection of the server: it listens nowhere else, and trusts whoever may enter. Mode 700, ours, and below
 * the data where the path is short enough, else in /tmp, where a folder that somebody else laid there first is refused.
 */
export const prepareSocketFolder = async (place: Place): Promise<string> => {
  const inside = join(place.home, 'run')
  const folder = fits(inside) ? inside : `/tmp/vigie-${hashOf(place.home)}`
  const uid = place.account?.uid ?? ownUid()
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (made && place.account) await lchown(folder, place.account.uid, place.account.gid)
  const found = await lstat(folder)
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return folder
  throw new PostgresTrouble(
    'socket-folder-taken',
    `${folder} should be a private folder (mode 700) of the account that runs PostgreSQL (uid ${uid}), and is not. ` +
      'Look who made it, remove it, and start again.',
  )
}

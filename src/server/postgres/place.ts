import { createHash, randomUUID } from 'node:crypto'
import { chmod, chown, lstat, mkdir, realpath, rmdir, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Account, chooseAccount, nameOfUid, ownUid } from './account.ts'
import { runAs } from './run-as.ts'
import { PostgresTrouble } from './trouble.ts'

/** Where one embedded server lives. `home` holds all the rest and belongs to the account. */
export type Place = { home: string; cluster: string; log: string; account: Account | undefined }

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const ownerOf = async (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ uid }) => uid,
    () => undefined,
  )

const canEnter = async (account: Account | undefined, folder: string): Promise<boolean> =>
  account === undefined || (await runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])).ok

/** Below a folder that only root may enter, the server lives in /var/lib/vigie, and a link in the data folder says so. */
const moveOut = async (wanted: string, account: Account): Promise<string> => {
  const outside = join('/var/lib/vigie', `${basename(dirname(wanted))}-${randomUUID().slice(-12)}`)
  try {
    await mkdir(dirname(outside), { recursive: true, mode: 0o755 })
    await mkdir(outside, { mode: 0o700 })
    await rmdir(wanted).catch(() => {})
    await symlink(outside, wanted).catch(async (error: NodeJS.ErrnoException) => {
      // Another Vigie was faster: its link is as good.
      await rmdir(outside)
      if (error.code !== 'EEXIST' || !(await lstat(wanted)).isSymbolicLink()) throw error
    })
    return await realpath(wanted)
  } catch (cause) {
    throw new PostgresTrouble(
      'folder-unreadable',
      `PostgreSQL runs as ${account.name}, which may not enter ${dirname(wanted)}. Let it enter the folders above (chmod o+x), ` +
        'choose another data folder with VIGIE_DATA, or start Vigie as an ordinary user.',
      { cause },
    )
  }
}

const makeHome = async (wanted: string): Promise<string> => {
  try {
    await mkdir(dirname(wanted), { recursive: true, mode: 0o755 })
    await mkdir(wanted, { mode: 0o700 })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC')
      throw new PostgresTrouble('disk-full', `The disk of ${dirname(wanted)} is full. Make room on it.`)
    if (code !== 'EEXIST') {
      throw new PostgresTrouble(
        'folder-unreadable',
        `The data folder ${dirname(wanted)} cannot be made or entered (${message}). Give it to the account that runs ` +
          'Vigie, or choose another one with VIGIE_DATA.',
      )
    }
  }
  const link = await lstat(wanted).catch(() => undefined)
  if (link?.isSymbolicLink() && ownUid() === 0 && link.uid !== 0) {
    throw new PostgresTrouble(
      'wrong-owner',
      `${wanted} is a link that ${await nameOfUid(link.uid)} made, and root follows no link of others. Make it as root, or start Vigie as them.`,
    )
  }
  return realpath(wanted).catch(() => {
    throw new PostgresTrouble(
      'folder-unreadable',
      `${wanted} is no folder, or a link to one that is not there. Restore that folder, or remove the link to begin an empty desk.`,
    )
  })
}

const refuseForeignOwner = async (folder: string): Promise<void> => {
  const owner = await ownerOf(folder)
  if (ownUid() === 0 || owner === undefined || owner === ownUid()) return
  throw new PostgresTrouble(
    'wrong-owner',
    `${folder} belongs to ${await nameOfUid(owner)}, and Vigie runs as ${await nameOfUid(ownUid())}. ` +
      `Start Vigie as that account or as root, or give it the folder: chown -R ${ownUid()} ${folder}`,
  )
}

/** As root: hands the home over, whole if the cluster inside came back from a backup as root's. */
const handOver = async (home: string, cluster: string, account: Account): Promise<void> => {
  await chown(home, account.uid, account.gid)
  const owner = await ownerOf(cluster)
  if (owner === undefined || owner === account.uid) return
  const ran = await runAs(undefined, 'chown', ['-hR', `${account.uid}:${account.gid}`, home])
  if (!ran.ok) throw new PostgresTrouble('wrong-owner', `${home} cannot be given to ${account.name}: ${ran.failure}`)
}

/** Makes the home of the embedded server below `folder`, owned by, and open to, the account that runs PostgreSQL. */
export const preparePlace = async (folder: string): Promise<Place> => {
  const wanted = join(resolve(folder), 'postgres')
  let home = await makeHome(wanted)
  await refuseForeignOwner(home)
  const account = await chooseAccount(await ownerOf(join(home, 'cluster')))
  if (account) {
    await chown(home, account.uid, account.gid)
    if (!(await canEnter(account, home))) {
      const { mode } = await stat(dirname(wanted))
      await chmod(dirname(wanted), mode | 0o011)
    }
    if (!(await canEnter(account, home))) home = await moveOut(wanted, account)
  }
  const cluster = join(home, 'cluster')
  if (account) await handOver(home, cluster, account)
  await refuseForeignOwner(cluster)
  return { home, cluster, log: join(home, 'log'), account }
}

import { readFile } from 'node:fs/promises'
import { PostgresTrouble } from './trouble.ts'

/** The system account that PostgreSQL runs as. */
export type Account = { name: string; uid: number; gid: number }

export const ownUid = (): number => process.geteuid?.() ?? -1

const readAccounts = async (): Promise<Account[]> => {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

export const findAccount = async (uid: number): Promise<Account | undefined> =>
  (await readAccounts()).find((account) => account.uid === uid)

/**
 * PostgreSQL refuses to run as root. Root therefore lends it an unprivileged account: the one that already owns the data, else
 * `postgres`, else `nobody`. Anybody else runs it as themselves (undefined).
 */
export const chooseAccount = async (dataOwner: number | undefined): Promise<Account | undefined> => {
  if (ownUid() !== 0) return undefined
  const accounts = await readAccounts()
  const chosen =
    accounts.find(({ uid }) => uid === dataOwner && uid !== 0) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody')
  if (chosen) return chosen
  throw new PostgresTrouble(
    'no-account',
    'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody" to run it as. ' +
      'Create one (useradd --system postgres), or start Vigie as an ordinary user.',
  )
}

export const nameOfUid = async (uid: number): Promise<string> => {
  const account = await findAccount(uid)
  return account ? `${account.name} (uid ${uid})` : `uid ${uid}`
}

import type { ImapFlow } from 'imapflow'
import type { LookUpResult } from '#core/delivery/guarantee.ts'
import type { Outgoing } from '../connector.ts'
import type { Account } from './account.ts'
import { foldersToSearch } from './folders.ts'
import { idOfDelivery } from './ids.ts'
import { closeOn, imapTrouble, openImap } from './imap.ts'
import { doCopiesComeBack, noteCopySeen } from './own-copies.ts'

/** Whether one folder holds the mail of this delivery: by its id, or by our header where a server gives ids of its own. */
const isIn = async (client: ImapFlow, folder: string, key: string, id: string): Promise<boolean> => {
  await client.mailboxOpen(folder, { readOnly: true })
  const either = [{ header: { 'message-id': id } }, { header: { 'x-vigie-delivery': key } }]
  const found = await client.search({ or: either }, { uid: true })
  if (!Array.isArray(found)) throw new Error('the server does not search')
  return found.length > 0
}

const isAnywhere = async (client: ImapFlow, account: Account, key: string, id: string): Promise<boolean> => {
  for (const folder of await foldersToSearch(client, account.folder)) {
    if (await isIn(client, folder, key, id)) return true
  }
  return false
}

/**
 * Whether the server took the mail of this delivery: then its copy has come to our own mailbox. Where copies do not come back, or no
 * longer do, their absence proves nothing and is not told as one (G4).
 */
export const lookUp = async (account: Account, { key }: Outgoing, signal: AbortSignal): Promise<LookUpResult> => {
  const { tools, address } = account
  const opened = await openImap(account, signal)
  if ('trouble' in opened) return { kind: 'unavailable', detail: `${opened.trouble.reason}: ${opened.trouble.detail}` }
  const { client } = opened
  closeOn(client, signal)
  try {
    const id = idOfDelivery(key, address)
    if (await isAnywhere(client, account, key, id)) {
      await noteCopySeen(tools.memory, tools.now())
      return { kind: 'found', externalId: id, meta: { id } }
    }
    if (await doCopiesComeBack(tools.memory, tools.now())) return { kind: 'absent' }
    return {
      kind: 'unavailable',
      detail: 'copies of our own mails do not come back to this mailbox: nobody can tell from here',
    }
  } catch (error) {
    return { kind: 'unavailable', detail: imapTrouble(error).trouble.detail }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

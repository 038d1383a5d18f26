import type { ImapFlow } from 'imapflow'
import type { Account } from './account.ts'

const isThere = async (client: ImapFlow, folder: string, id: string): Promise<boolean> => {
  await client.mailboxOpen(folder, { readOnly: true })
  const found = await client.search({ header: { 'message-id': id } }, { uid: true })
  return Array.isArray(found) && found.length > 0
}

/** Without these, taking a mail out of a folder would take out what others have marked as well. */
const canTakeOut = (client: ImapFlow): boolean => client.capabilities.has('MOVE') || client.capabilities.has('UIDPLUS')

/** The copies of our own mails that came back: proofs, which belong into the Sent folder, once, and read; the trial ones go. */
export const fileCopies = async (
  client: ImapFlow,
  { tools }: Account,
  folders: { inbox: string; sent: string | null },
  copies: readonly { uid: number; id: string; isProbe: boolean }[],
): Promise<void> => {
  if (copies.length === 0 || !canTakeOut(client)) return
  const { inbox, sent } = folders
  try {
    const again: number[] = []
    const fresh: number[] = []
    for (const { uid, id, isProbe } of copies) {
      if (isProbe || (sent !== null && (await isThere(client, sent, id)))) again.push(uid)
      else if (sent !== null) fresh.push(uid)
    }
    await client.mailboxOpen(inbox)
    if (fresh.length > 0 && sent !== null) {
      await client.messageFlagsAdd(fresh.join(','), ['\\Seen'], { uid: true })
      await client.messageMove(fresh.join(','), sent, { uid: true })
    }
    if (again.length > 0) await client.messageDelete(again.join(','), { uid: true })
  } catch (error) {
    // They stay where they are: a nuisance, no loss.
    tools.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'own copies could not be filed')
  }
}

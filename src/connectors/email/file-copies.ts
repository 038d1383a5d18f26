import type { ImapFlow } from 'imapflow'
import { DAY_MS } from '#core/time.ts'
import type { Account } from './account.ts'

const isThere = async (client: ImapFlow, folder: string, id: string): Promise<boolean> => {
  await client.mailboxOpen(folder, { readOnly: true })
  const found = await client.search({ header: { 'message-id': id } }, { uid: true })
  return Array.isArray(found) && found.length > 0
}

/** Without these, taking a mail out of a folder would take out what others have marked as well. */
const canTakeOut = (client: ImapFlow): boolean => client.capabilities.has('MOVE') || client.capabilities.has('UIDPLUS')

export interface Copy {
  uid: number
  id: string
  isProbe: boolean
}

/** Where sent mails are kept; a mailbox that has no such folder gets one. */
const findSent = async (client: ImapFlow, sent: string | null): Promise<string> =>
  sent ?? (await client.mailboxCreate('Sent')).path

const move = async (client: ImapFlow, copies: readonly Copy[], from: string, known: string | null): Promise<void> => {
  const sent = await findSent(client, known)
  const again: number[] = []
  const fresh: number[] = []
  for (const { uid, id, isProbe } of copies) {
    if (isProbe || (await isThere(client, sent, id))) again.push(uid)
    else fresh.push(uid)
  }
  await client.mailboxOpen(from)
  if (fresh.length > 0) {
    await client.messageFlagsAdd(fresh.join(','), ['\\Seen'], { uid: true })
    await client.messageMove(fresh.join(','), sent, { uid: true })
  }
  if (again.length > 0) await client.messageDelete(again.join(','), { uid: true })
}

/** The copies of our own mails that came back: proofs, which belong into the Sent folder, once, and read; the trial ones go. */
export const fileCopies = async (
  client: ImapFlow,
  { tools }: Account,
  copies: readonly Copy[],
  from: string,
  sent: string | null,
): Promise<void> => {
  if (copies.length === 0 || from === sent || !canTakeOut(client)) return
  try {
    await move(client, copies, from, sent)
  } catch (error) {
    // They stay where they are: a nuisance, no loss.
    tools.log.warn(
      { reason: error instanceof Error ? error.message : String(error) },
      'copies of our own mails could not be filed',
    )
  }
}

/** The copies in a folder that nobody listens to: where the desk listens to another one, they come to the inbox all the same. */
export const findStrayCopies = async (client: ImapFlow, { address }: Account, now: number): Promise<Copy[]> => {
  await client.mailboxOpen('INBOX', { readOnly: true })
  const ours = { header: { 'x-vigie-delivery': true }, from: address, since: new Date(now - 2 * DAY_MS) }
  const found = await client.search(ours, { uid: true })
  if (!Array.isArray(found) || found.length === 0) return []
  const copies: Copy[] = []
  for await (const { uid, envelope } of client.fetch(
    found.slice(0, 50).join(','),
    { uid: true, envelope: true },
    { uid: true },
  ))
    if (envelope?.messageId !== undefined) copies.push({ uid, id: envelope.messageId, isProbe: false })
  return copies
}

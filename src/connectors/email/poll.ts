import type { ImapFlow } from 'imapflow'
import type { Polled, ReceiptIn } from '../connector.ts'
import type { Account } from './account.ts'
import { type Cursor, type FolderState, readCursor, startCursor } from './cursor.ts'
import { fetchMails } from './fetch-mails.ts'
import { type Copy, fileCopies, findStrayCopies } from './file-copies.ts'
import { findUids } from './find-uids.ts'
import { type Folders, findFolders } from './folders.ts'
import { isProbe } from './ids.ts'
import { closeOn, imapTrouble } from './imap.ts'
import { noteCopySeen } from './own-copies.ts'
import { type Kept, ownMarkOf, receiptOf, unreadable } from './receipts.ts'
import type { Trouble } from './trouble.ts'

const INBOX_TURN = { mails: 50, bytes: 30_000_000 }
const SENT_TURN = { mails: 20, bytes: 10_000_000 }

type Got = Extract<Polled, { kind: 'polled' }>

interface Turn {
  kept: Kept[]
  faults: ReceiptIn[]
  state: FolderState
  isCut: boolean
}

/** One turn of one folder, opened so that nothing in it is marked. */
const readFolder = async (
  client: ImapFlow,
  account: Account,
  folder: 'inbox' | 'sent',
  path: string,
  cursor: Cursor,
  now: number,
): Promise<Turn> => {
  await client.mailboxOpen(path, { readOnly: true })
  const isOwn = folder === 'sent'
  const found = await findUids(client, cursor[folder], { path, isOwn, startedAt: cursor.startedAt, now })
  const where = { folder, uidValidity: found.state.uidValidity }
  const faults: ReceiptIn[] = []
  const { fetched, left } = await fetchMails(
    client,
    found.state.pending,
    now,
    isOwn ? SENT_TURN : INBOX_TURN,
    ({ uid, receivedAt, size }, error) =>
      faults.push(unreadable({ ...where, uid, receivedAt, size, source: { base64: '', whole: false } }, error)),
  )
  const kept: Kept[] = []
  for (const mail of fetched) kept.push(await receiptOf(account, mail, where))
  const readAt = left.length === 0 ? now : found.state.readAt
  return {
    kept,
    faults,
    state: { ...found.state, pending: left, readAt },
    isCut: found.isCut,
  }
}

const ownIn = (kept: readonly Kept[], address: string): Copy[] =>
  kept.flatMap(({ uid, parsed }) =>
    parsed !== null && (ownMarkOf(parsed, address) !== undefined || isProbe(parsed.id))
      ? [{ uid, id: parsed.id, isProbe: isProbe(parsed.id) }]
      : [],
  )

/** What we sent comes back to us: seen once, it goes where sent mails belong. */
const takeCopies = async (
  client: ImapFlow,
  account: Account,
  { inbox, sent }: Folders,
  read: { inbox: readonly Kept[]; sent: readonly Kept[] },
  now: number,
): Promise<void> => {
  const copies = ownIn(read.inbox, account.address)
  const strays = inbox.toUpperCase() === 'INBOX' ? [] : await findStrayCopies(client, account, now)
  const isSeen = copies.length > 0 || strays.length > 0 || ownIn(read.sent, account.address).length > 0
  if (isSeen) await noteCopySeen(account.tools.memory, now)
  await fileCopies(client, account, copies, inbox, sent)
  await fileCopies(client, account, strays, 'INBOX', sent)
}

const readBoth = async (client: ImapFlow, account: Account, given: unknown, now: number): Promise<Got> => {
  const read = readCursor(given)
  const cursor = read ?? startCursor(now)
  const folders = await findFolders(client, account.folder)
  const sent = folders.sent === null ? null : await readFolder(client, account, 'sent', folders.sent, cursor, now)
  const inbox = await readFolder(client, account, 'inbox', folders.inbox, cursor, now)
  await takeCopies(client, account, folders, { inbox: inbox.kept, sent: sent?.kept ?? [] }, now)
  const next: Cursor = { ...cursor, sent: sent?.state ?? cursor.sent, inbox: inbox.state }
  // In the order in which they came, so that no answer stands before its question.
  const inTurn = [...(sent?.kept ?? []), ...inbox.kept]
    .toSorted((a, b) => a.receivedAt - b.receivedAt)
    .map(({ receipt }) => receipt)
  const isLost = read === undefined && given !== null && given !== undefined
  const why = isLost
    ? 'the place where the reading had stopped could not be read'
    : 'the server has numbered too many mails again'
  return {
    kind: 'polled',
    receipts: [...inTurn, ...(sent?.faults ?? []), ...inbox.faults],
    cursor: next,
    more: inbox.state.pending.length > 0 || (sent?.state.pending.length ?? 0) > 0,
    ...(isLost || inbox.isCut ? { gap: { until: now, detail: why } } : {}),
  }
}

const told = ({ reason, detail, needsPerson }: Trouble): Polled => ({
  kind: needsPerson ? 'attention' : 'later',
  reason,
  detail,
})

/** One turn of listening: the Sent folder, then the one where customers write. Whatever breaks, the cursor stays and nothing is lost. */
export const poll = async (
  account: Account,
  open: (signal: AbortSignal) => Promise<{ client: ImapFlow } | { trouble: Trouble }>,
  cursor: unknown,
  signal: AbortSignal,
): Promise<Polled> => {
  if (signal.aborted) return { kind: 'later', reason: 'stopped', detail: 'the desk is stopping' }
  const opened = await open(signal)
  if ('trouble' in opened) return told(opened.trouble)
  const { client } = opened
  const letGo = closeOn(client, signal)
  try {
    return await readBoth(client, account, cursor, account.tools.now())
  } catch (error) {
    client.close()
    if (signal.aborted) return { kind: 'later', reason: 'stopped', detail: 'the desk is stopping' }
    return told(imapTrouble(error).trouble)
  } finally {
    letGo()
  }
}

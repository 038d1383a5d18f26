import type { ImapFlow, MailboxObject, SearchObject } from 'imapflow'
import { DAY_MS } from '#core/time.ts'
import { FIRST_MAILS, FIRST_MS, type FolderState, MOST_AGAIN } from './cursor.ts'

export interface Found {
  state: FolderState
  /** The server has numbered its mails again, and there are more than we look through. */
  isCut: boolean
}

const search = async (client: ImapFlow, query: SearchObject): Promise<number[]> => {
  const found = await client.search(query, { uid: true })
  if (!Array.isArray(found)) throw new Error('the server does not search')
  return found.toSorted((a, b) => a - b)
}

/** New mails since the last one that was read, by the server's own numbers. */
const findNew = async (client: ImapFlow, box: MailboxObject, state: FolderState): Promise<Found> => {
  if (box.uidNext > 0 && box.uidNext <= state.lastUid + 1) return { state, isCut: false }
  const found = await search(client, { uid: `${state.lastUid + 1}:*` })
  const fresh = found.filter((uid) => uid > state.lastUid).slice(0, MOST_AGAIN - state.pending.length)
  const lastUid = fresh.at(-1) ?? state.lastUid
  return { state: { ...state, pending: [...state.pending, ...fresh], lastUid }, isCut: false }
}

const findFirst = (client: ImapFlow, now: number, isOwn: boolean): Promise<number[]> =>
  search(client, {
    since: new Date(now - FIRST_MS),
    deleted: false,
    draft: false,
    // What somebody has answered from their mail program is done.
    ...(isOwn ? {} : { answered: false }),
  })

/** Dated before this account was connected, it is history, whenever the server says that it came; without a date nobody can tell. */
const findAgain = (client: ImapFlow, { readAt }: FolderState, startedAt: number): Promise<number[]> =>
  search(client, {
    since: new Date(readAt - 2 * DAY_MS),
    deleted: false,
    draft: false,
    or: [{ sentSince: new Date(startedAt - FIRST_MS - DAY_MS) }, { not: { header: { date: true } } }],
  })

export interface Wish {
  path: string
  isOwn: boolean
  startedAt: number
  now: number
}

/** What is to be read in the open folder: what is new; at the first time the last days; after a renumbering what may be unknown. */
export const findUids = async (client: ImapFlow, known: FolderState | null, wish: Wish): Promise<Found> => {
  const { path, isOwn, startedAt, now } = wish
  const box = client.mailbox
  if (box === false) throw new Error('no folder is open')
  const uidValidity = String(box.uidValidity)
  if (known?.path === path && known.uidValidity === uidValidity) return findNew(client, box, known)
  const isFirst = known?.path !== path
  const found = isFirst ? await findFirst(client, now, isOwn) : await findAgain(client, known, startedAt)
  const most = isFirst ? FIRST_MAILS : MOST_AGAIN
  const pending = found.slice(-most)
  // A server that does not foretell its next number is asked for the last one.
  const last = box.uidNext > 0 ? box.uidNext - 1 : ((await search(client, { all: true })).at(-1) ?? 0)
  const lastUid = Math.max(last, found.at(-1) ?? 0)
  const state = { path, uidValidity, lastUid, pending, readAt: isFirst ? now : known.readAt }
  return { state, isCut: !isFirst && found.length > most }
}

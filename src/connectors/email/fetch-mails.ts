import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { MOST, type Place } from './shapes.ts'

/** A mail as the server gives it. */
export interface RawMail {
  uid: number
  receivedAt: number
  size: number
  source: Uint8Array
  /** Only its beginning: it is too large to be fetched whole. */
  oversize: boolean
}

const WHOLE_BYTES = 25_000_000
const BEGINNING_BYTES = 1_000_000

export interface Budget {
  mails: number
  bytes: number
}

const receivedAtOf = ({ internalDate }: FetchMessageObject, now: number): number => {
  const at = internalDate instanceof Date ? internalDate.getTime() : Date.parse(internalDate ?? '')
  return Number.isFinite(at) ? at : now
}

/** Size and arrival of each mail that is still there; nothing is marked as read by asking. */
const fetchHeads = async (
  client: ImapFlow,
  uids: readonly number[],
  now: number,
): Promise<Omit<RawMail, 'source' | 'oversize'>[]> => {
  const heads = []
  for await (const message of client.fetch(
    uids.join(','),
    { uid: true, size: true, internalDate: true },
    { uid: true },
  ))
    heads.push({ uid: message.uid, size: message.size ?? 0, receivedAt: receivedAtOf(message, now) })
  return heads.sort((a, b) => a.uid - b.uid)
}

const fetchSource = async (client: ImapFlow, uid: number, oversize: boolean): Promise<Uint8Array | null> => {
  const source = oversize ? { start: 0, maxLength: BEGINNING_BYTES } : true
  const message = await client.fetchOne(String(uid), { uid: true, source }, { uid: true })
  return message ? (message.source ?? null) : null
}

/**
 * Fetches mails of the open folder until the budget is spent, at least one. `left` is what remains for the next turn; a mail that has gone
 * meanwhile is skipped, one that the server cannot give is told by `onFault`.
 */
export const fetchMails = async (
  client: ImapFlow,
  uids: readonly number[],
  now: number,
  { mails, bytes }: Budget,
  onFault: (head: Omit<RawMail, 'source' | 'oversize'>, error: unknown) => void,
): Promise<{ fetched: RawMail[]; left: number[] }> => {
  const turn = uids.slice(0, mails)
  const fetched: RawMail[] = []
  let spent = 0
  if (turn.length === 0) return { fetched, left: [...uids] }
  for (const head of await fetchHeads(client, turn, now)) {
    const oversize = head.size > WHOLE_BYTES
    const cost = oversize ? BEGINNING_BYTES : head.size
    if (spent > 0 && spent + cost > bytes) return { fetched, left: uids.filter((uid) => uid >= head.uid) }
    spent += cost
    try {
      const source = await fetchSource(client, head.uid, oversize)
      if (source !== null) fetched.push({ ...head, source, oversize })
    } catch (error) {
      // A server that stumbles over one mail and stays on its feet must not hide the others behind it.
      if (!client.usable) throw error
      onFault(head, error)
    }
  }
  return { fetched, left: uids.slice(turn.length) }
}

/** The beginning of a mail, kept as evidence beside what was made of it. */
export const evidenceOf = (source: Uint8Array): Place['source'] => ({
  base64: Buffer.from(source.subarray(0, MOST.sourceBytes)).toString('base64'),
  whole: source.length <= MOST.sourceBytes,
})

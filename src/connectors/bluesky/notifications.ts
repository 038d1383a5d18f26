import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Trouble } from './answer.ts'
import type { Account } from './signed-in.ts'
import type { Page } from './stream.ts'

/** As little as the poll itself must understand; the rest is read later, where what is strange can be put aside and shown. */
const notice = z.looseObject({
  uri: z.string().max(900),
  cid: z.string().max(200),
  indexedAt: z.string().max(64),
  reason: z.string().max(100),
  author: z.looseObject({ did: z.string().max(400) }),
})
export type Notice = z.infer<typeof notice>

/** `notice` is null when it could not be understood; `raw` is what came, for the quarantine. */
export interface NoticeEntry {
  id: string
  at: number
  notice: Notice | null
  raw: unknown
}

const page = z.object({ notifications: z.array(z.unknown()).max(500), cursor: z.string().max(2000).optional() })

const entryOf = (raw: unknown, now: number): NoticeEntry => {
  const read = notice.safeParse(raw).data
  const at = Date.parse(read?.indexedAt ?? '')
  if (read && Number.isFinite(at)) return { id: `${read.uri} ${read.cid}`, at, notice: read, raw }
  const sha256 = createHash('sha256').update(JSON.stringify(raw)).digest('hex')
  return { id: `unreadable ${sha256}`, at: now, notice: null, raw }
}

export const strange = (what: string): { trouble: Trouble } => ({
  trouble: { kind: 'doubt', detail: `${what} was answered with something else` },
})

/** One page of what others said to or about the brand, newest first. */
export const askNotifications = async (
  account: Account,
  next: string | undefined,
  limit: number,
  now: number,
  signal: AbortSignal,
): Promise<Page<NoticeEntry> | { trouble: Trouble }> => {
  const params = {
    reasons: ['mention', 'reply', 'quote'],
    limit,
    priority: false,
    ...(next === undefined ? {} : { cursor: next }),
  }
  const answer = await account.ask({ method: 'app.bsky.notification.listNotifications', params }, signal)
  if (answer.kind !== 'answer') return { trouble: answer }
  const read = page.safeParse(answer.data).data
  if (!read) return strange('the list of notifications')
  const { notifications, cursor } = read
  return { entries: notifications.map((raw) => entryOf(raw, now)), ...(cursor === undefined ? {} : { next: cursor }) }
}

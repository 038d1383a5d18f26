import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Trouble } from './answer.ts'
import { strange } from './notifications.ts'
import type { Account } from './signed-in.ts'
import type { Page } from './stream.ts'

const someone = z.object({ author: z.object({ did: z.string().max(400) }) })

const item = z.looseObject({
  post: z.looseObject({
    uri: z.string().max(900),
    cid: z.string().max(200),
    indexedAt: z.string().max(64),
    author: z.looseObject({ did: z.string().max(400) }),
  }),
  /** Present when it is somebody's post that the account has passed on, or pinned. */
  reason: z.looseObject({ $type: z.string(), indexedAt: z.string().max(64).optional() }).optional(),
  reply: z
    .object({ parent: z.unknown().optional(), grandparentAuthor: z.object({ did: z.string().max(400) }).optional() })
    .optional(),
})
export type FeedItem = z.infer<typeof item>

export interface FeedEntry {
  id: string
  at: number
  item: FeedItem | null
  raw: unknown
}

const page = z.object({ feed: z.array(z.unknown()).max(500), cursor: z.string().max(2000).optional() })

const entryOf = (raw: unknown, now: number): FeedEntry => {
  const read = item.safeParse(raw).data
  const at = Date.parse(read?.reason?.indexedAt ?? read?.post.indexedAt ?? '')
  if (read && Number.isFinite(at)) {
    return { id: `${read.post.uri} ${read.post.cid} ${read.reason?.$type ?? ''}`, at, item: read, raw }
  }
  const sha256 = createHash('sha256').update(JSON.stringify(raw)).digest('hex')
  return { id: `unreadable ${sha256}`, at: now, item: null, raw }
}

/** The customer whom the brand's post answers: whoever wrote the post above, or the one above that when the brand wrote on. */
export const findCustomer = ({ reply }: FeedItem, brandDid: string): string | undefined => {
  const parent = someone.safeParse(reply?.parent).data?.author.did
  const candidates = [parent, parent === brandDid ? reply?.grandparentAuthor?.did : undefined]
  return candidates.find((did) => did !== undefined && did !== brandDid)
}

/** One page of what the brand's account has posted, by whatever means, newest first. */
export const askOwnFeed = async (
  account: Account,
  next: string | undefined,
  limit: number,
  now: number,
  signal: AbortSignal,
): Promise<Page<FeedEntry> | { trouble: Trouble }> => {
  const cursor = next === undefined ? {} : { cursor: next }
  const params = { actor: account.did, filter: 'posts_with_replies', includePins: false, limit, ...cursor }
  const answer = await account.ask({ method: 'app.bsky.feed.getAuthorFeed', params }, signal)
  if (answer.kind !== 'answer') return { trouble: answer }
  const read = page.safeParse(answer.data).data
  if (!read) return strange('the feed of the account')
  const entries = read.feed.map((raw) => entryOf(raw, now))
  return { entries, ...(read.cursor === undefined ? {} : { next: read.cursor }) }
}

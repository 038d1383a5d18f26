import { z } from 'zod'
import type { Polled, ReceiptIn } from '../connector.ts'
import type { Trouble } from './answer.ts'
import { outcomeOfPolling } from './classify.ts'
import { hydrate } from './hydrate.ts'
import { askNotifications, type NoticeEntry } from './notifications.ts'
import { askOwnFeed, type FeedEntry, findCustomer } from './own-feed.ts'
import type { Account } from './signed-in.ts'
import { FARTHEST_MS, FIRST_MS, findLostSince, readStream, startStream, streamSchema } from './stream.ts'
import { editOf, isWatched, lookAgain, type WatchList, watch, watchListSchema } from './watch-list.ts'

const cursorSchema = z.object({ v: z.literal(1), mentions: streamSchema, own: streamSchema, watched: watchListSchema })
type Cursor = z.infer<typeof cursorSchema>
type Gap = Extract<Polled, { kind: 'polled' }>['gap']

const start = (now: number): Cursor => ({
  v: 1,
  mentions: startStream(now),
  own: startStream(now),
  watched: { posts: [], next: 0 },
})

const findGap = (given: unknown, read: Cursor | undefined, now: number): Gap => {
  if (given !== null && given !== undefined && !read) {
    return { until: now - FIRST_MS, detail: 'the place where the reading had stopped could not be read' }
  }
  const since = read ? findLostSince(read.mentions, now) : null
  return since === null
    ? undefined
    : { since, until: now - FARTHEST_MS, detail: 'the desk was away for more than a month' }
}

/** What the brand's account posted itself; what it passed on from others is no word of its own. */
const ownReceipts = (account: Account, entries: readonly FeedEntry[]): ReceiptIn[] =>
  entries.flatMap(({ id, item, raw }) => {
    if (!item) return [{ key: id, body: raw }]
    if (item.reason !== undefined || item.post.author.did !== account.did) return []
    const { uri, cid, author, record, indexedAt } = item.post
    const customer = findCustomer(item, account.did)
    const body = { kind: 'own', uri, cid, author, record, indexedAt, ...(customer === undefined ? {} : { customer }) }
    return [{ key: `${uri} ${cid}`, body }]
  })

const postsIn = (mentions: readonly NoticeEntry[], own: readonly FeedEntry[]): { uri: string; cid: string }[] => [
  ...mentions.flatMap(({ notice }) => notice ?? []),
  ...own.flatMap(({ item }) => (item && item.reason === undefined ? [item.post] : [])),
]

/** A post that is known under another content was changed: it is no new message. */
const splitEdited = (watched: WatchList, entries: readonly NoticeEntry[]) => ({
  fresh: entries.filter(({ notice }) => !notice || !isWatched(watched, notice.uri)),
  edits: entries.flatMap(({ notice }) => (notice && isWatched(watched, notice.uri) ? [editOf(notice)] : [])),
})

/**
 * One turn of listening: what others said, what the account itself said, and whether what is known is still there. Each step that fails
 * leaves the cursor where it was, so the next turn asks the same again.
 */
export const poll = async (account: Account, given: unknown, now: number, signal: AbortSignal): Promise<Polled> => {
  const read = cursorSchema.safeParse(given).data
  const from = read ?? start(now)
  const gap = findGap(given, read, now)
  const fail = ({ trouble }: { trouble: Trouble }): Polled => outcomeOfPolling(trouble)

  const mentions = await readStream(from.mentions, now, (next, limit) =>
    askNotifications(account, next, limit, now, signal),
  )
  if ('trouble' in mentions) return fail(mentions)
  const own = await readStream(from.own, now, (next, limit) => askOwnFeed(account, next, limit, now, signal))
  if ('trouble' in own) return fail(own)
  const { fresh, edits } = splitEdited(from.watched, mentions.entries)
  const heard = await hydrate(account, fresh, signal)
  if ('trouble' in heard) return fail(heard)

  const known = watch(from.watched, postsIn(mentions.entries, own.entries))
  const more = mentions.more || own.more
  const again = more ? { receipts: [], list: known } : await lookAgain(account, known, now, signal)
  // Looking again is an extra: it never holds back what was heard.
  const { receipts, list } = 'trouble' in again ? { receipts: [], list: known } : again
  return {
    kind: 'polled',
    receipts: [...heard, ...ownReceipts(account, own.entries), ...edits, ...receipts],
    cursor: { v: 1, mentions: mentions.stream, own: own.stream, watched: list } satisfies Cursor,
    more,
    ...(gap === undefined ? {} : { gap }),
  }
}

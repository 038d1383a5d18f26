import { z } from 'zod'
import type { ReceiptIn } from '../connector.ts'
import { findPostAddress, POSTS, postUri } from './addresses.ts'
import { isFailure, type Trouble } from './answer.ts'
import { BATCH, fetchPosts, type PostView } from './fetch-views.ts'
import type { Account } from './signed-in.ts'

/** Account, record key, and the end of the content's id. */
const watched = z.tuple([z.string().max(400), z.string().max(512), z.string().max(20)])
type Watched = z.infer<typeof watched>

/** Posts that the desk knows, newest first, to be looked at again: the network tells nobody that a post was deleted or changed. */
export const watchListSchema = z.object({
  posts: z.array(watched).max(1000),
  /** Where the round through the older ones stands. */
  next: z.number().int().nonnegative(),
})
export type WatchList = z.infer<typeof watchListSchema>

const MOST_WATCHED = 200

const tailOf = (cid: string): string => cid.slice(-12)

export const watch = (list: WatchList, posts: readonly { uri: string; cid: string }[]): WatchList => {
  const added = posts.flatMap(({ uri, cid }) => {
    const address = findPostAddress(uri)
    return address ? [[address.did, address.recordKey, tailOf(cid)] satisfies Watched] : []
  })
  const isNew = new Set(added.map(([did, recordKey]) => `${did} ${recordKey}`))
  const kept = list.posts.filter(([did, recordKey]) => !isNew.has(`${did} ${recordKey}`))
  return { ...list, posts: [...added.reverse(), ...kept].slice(0, MOST_WATCHED) }
}

export const isWatched = ({ posts }: WatchList, uri: string): boolean => {
  const address = findPostAddress(uri)
  return posts.some(([did, recordKey]) => did === address?.did && recordKey === address.recordKey)
}

/** The newest ones at every turn, the older ones in turn. */
const chooseRound = ({ posts, next }: WatchList): { round: Watched[]; next: number } => {
  const newest = posts.slice(0, BATCH)
  const older = posts.slice(BATCH)
  const from = next < older.length ? next : 0
  return { round: [...newest, ...older.slice(from, from + BATCH)], next: from + BATCH }
}

/** Out of view may mean a block, and is then let go; only the account's own records say that a post was deleted. */
const isDeleted = async (account: Account, did: string, rkey: string, signal: AbortSignal): Promise<boolean> => {
  const params = { repo: did, collection: POSTS, rkey }
  return isFailure(await account.ask({ method: 'com.atproto.repo.getRecord', params }, signal), 'RecordNotFound')
}

/** The same key whether the change was seen here or in the list of notifications. */
export const editOf = ({ uri, cid, author, record, indexedAt }: PostView): ReceiptIn => {
  return { key: `${uri}#edited#${cid}`, body: { kind: 'edited', uri, cid, author, record, indexedAt } }
}

/** Looks again at some of the known posts: what was deleted or changed since becomes receipts. */
export const lookAgain = async (
  account: Account,
  list: WatchList,
  now: number,
  signal: AbortSignal,
): Promise<{ receipts: ReceiptIn[]; list: WatchList } | { trouble: Trouble }> => {
  const { round, next } = chooseRound(list)
  const views = await fetchPosts(
    account,
    round.map(([did, recordKey]) => postUri({ did, recordKey })),
    signal,
  )
  if ('trouble' in views) return views
  const receipts: ReceiptIn[] = []
  const settled = new Map<string, Watched | null>()
  for (const [did, recordKey, tail] of round) {
    const uri = postUri({ did, recordKey })
    const view = views.get(uri)
    if (view && tailOf(view.cid) === tail) continue
    settled.set(uri, view ? [did, recordKey, tailOf(view.cid)] : null)
    if (view) receipts.push(editOf(view))
    else if (await isDeleted(account, did, recordKey, signal)) {
      receipts.push({ key: `${uri}#deleted`, body: { kind: 'deleted', uri, noticedAt: now } })
    }
  }
  const posts = list.posts.flatMap((entry) => {
    const change = settled.get(postUri({ did: entry[0], recordKey: entry[1] }))
    return change === undefined ? [entry] : change === null ? [] : [change]
  })
  return { receipts, list: { posts, next } }
}

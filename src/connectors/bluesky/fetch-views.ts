import { z } from 'zod'
import type { Trouble } from './answer.ts'
import { strange } from './notifications.ts'
import type { Account } from './signed-in.ts'

/** The network takes this many addresses in one question. */
export const BATCH = 25

const postView = z.looseObject({ uri: z.string().max(900), cid: z.string().max(200) })
export type PostView = z.infer<typeof postView>

const posts = z.object({ posts: z.array(z.unknown()).max(500) })
const profiles = z.object({ profiles: z.array(z.unknown()).max(500) })
const profileView = z.looseObject({ did: z.string().max(400), followersCount: z.unknown().optional() })

const inBatches = (list: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(list.length / BATCH) }, (_, at) => list.slice(at * BATCH, (at + 1) * BATCH))

/** The posts that are there and shown to us, by address; the others are left out. */
export const fetchPosts = async (
  account: Account,
  uris: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, PostView> | { trouble: Trouble }> => {
  const found = new Map<string, PostView>()
  for (const batch of inBatches(uris)) {
    const answer = await account.ask({ method: 'app.bsky.feed.getPosts', params: { uris: batch } }, signal)
    if (answer.kind !== 'answer') return { trouble: answer }
    const read = posts.safeParse(answer.data).data
    if (!read) return strange('the posts')
    for (const raw of read.posts) {
      const view = postView.safeParse(raw).data
      if (view) found.set(view.uri, view)
    }
  }
  return found
}

/** How many follow each account; whoever is not shown to us is left out. */
export const fetchFollowers = async (
  account: Account,
  dids: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, number> | { trouble: Trouble }> => {
  const found = new Map<string, number>()
  for (const batch of inBatches(dids)) {
    const answer = await account.ask({ method: 'app.bsky.actor.getProfiles', params: { actors: batch } }, signal)
    if (answer.kind !== 'answer') return { trouble: answer }
    for (const raw of profiles.safeParse(answer.data).data?.profiles ?? []) {
      const view = profileView.safeParse(raw).data
      const count = view?.followersCount
      if (view && typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) found.set(view.did, count)
    }
  }
  return found
}

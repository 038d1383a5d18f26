import type { Memory } from '../connector.ts'
import type { Entry, Post, Town } from './town.ts'
import { VERSION } from './town.ts'

/**
 * The town in the account's memory. Only the poll writes the town, its posts and what it has put away; a send only drops an entry
 * into the inbox, under its key. The town is written last: what was written before it is not there until then.
 */

const KEPT_POSTS = 2_000

const byBrand = ({ kind }: Entry): boolean => kind === 'answer' || kind === 'statement' || kind === 'restatement'

const postKey = (town: string, seq: number): string => `post/${town}/${String(seq).padStart(9, '0')}`
const inbox = (id: string): string => `inbox/${id}`
const put = (id: string): string => `sent/${id}`
const gone = (messageId: string): string => `gone/${messageId}`

export const loadTown = async (memory: Memory): Promise<Town | null> => {
  const town = (await memory.get('town')) as Town | undefined | null
  return town?.version === VERSION ? town : null
}

export const loadInbox = async (memory: Memory): Promise<Entry[]> =>
  (await memory.list('inbox/')).map(({ value }) => value as Entry)

export const dropEntry = (memory: Memory, entry: Entry): Promise<void> => memory.put(inbox(entry.id), entry)

/** An answer that is on the network, whether the town has heard it yet or not. */
export const findAnswer = async (memory: Memory, id: string): Promise<boolean> =>
  Boolean(await memory.get(inbox(id))) || Boolean(await memory.get(put(id)))

export const isGone = async (memory: Memory, messageId: string): Promise<boolean> =>
  Boolean(await memory.get(gone(messageId)))

/** Everything that the brand has said here, other words in the place of earlier ones included. */
export const allAnswers = async (memory: Memory): Promise<Entry[]> => {
  const found = [...(await memory.list('sent/')), ...(await memory.list('inbox/'))].map(({ value }) => value as Entry)
  return [...new Map(found.filter(byBrand).map((entry) => [entry.id, entry])).values()]
}

export const saveTown = async (
  memory: Memory,
  town: Town,
  shown: readonly { seq: number; post: Post }[],
  entries: readonly Entry[],
): Promise<void> => {
  for (const entry of entries) if (byBrand(entry)) await memory.put(put(entry.id), entry)
  for (const { seq, post } of shown) {
    await memory.put(postKey(town.id, seq), post)
    if (post.kind === 'deletion') await memory.put(gone(post.id), true)
  }
  await memory.put('town', town)
  for (const entry of entries) await memory.delete(inbox(entry.id))
  for (const { seq } of shown) if (seq > KEPT_POSTS) await memory.delete(postKey(town.id, seq - KEPT_POSTS))
}

/** The posts after a place, oldest first, at most so many. */
export const postsAfter = async (memory: Memory, town: Town, seq: number, most: number) => {
  const from = Math.max(seq, town.seq - KEPT_POSTS)
  const last = Math.min(from + most, town.seq)
  const posts: { seq: number; post: Post }[] = []
  for (let place = from + 1; place <= last; place++) {
    const post = (await memory.get(postKey(town.id, place))) as Post | undefined
    if (post) posts.push({ seq: place, post })
  }
  return { posts, last, lost: from - seq }
}

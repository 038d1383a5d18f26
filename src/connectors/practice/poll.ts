import { z } from 'zod'
import { MINUTE_MS } from '#core/time.ts'
import type { OpenAccount, Polled, Tools } from '../connector.ts'
import { advance } from './advance.ts'
import { findPerson } from './people.ts'
import { loadInbox, loadTown, postsAfter, saveTown } from './store.ts'
import { newTown, type Post, type Town } from './town.ts'
import { seedOf, worldOf } from './world.ts'

const PAGE = 50

const Cursor = z.object({ town: z.string(), seq: z.int().min(0) })

/** What a stranger would read on the network: the post, and who wrote it as they look today. */
const bodyOf = (post: Post): unknown => {
  if (post.kind !== 'message') return post
  const { by, ...rest } = post
  const person = findPerson(by)
  const author = { id: by, handle: person?.handle ?? by, name: person?.name ?? by, followers: person?.followers ?? 0 }
  return { ...rest, author, language: person?.language ?? 'fr' }
}

/** Lets the town live up to now, and keeps what it has become. */
const wakeTown = async (account: OpenAccount, { memory, now, newId }: Tools): Promise<Town> => {
  const world = worldOf(account)
  const known = await loadTown(memory)
  const before = known ?? newTown(newId().slice(0, 8), seedOf(account), now())
  const entries = await loadInbox(memory)
  const { town, shown } = advance(before, entries, now(), world)
  const idle = shown.length === 0 && entries.length === 0
  // A paused town lets time pass, and says later nothing of what it would have said meanwhile.
  const slept = world.pace === 'paused' && town.tickedAt - before.tickedAt >= MINUTE_MS
  if (!known || !idle || slept) await saveTown(memory, town, shown, entries)
  return town
}

export const poll = async (
  cursor: unknown,
  account: OpenAccount,
  tools: Tools,
  signal: AbortSignal,
): Promise<Polled> => {
  if (signal.aborted) return { kind: 'later', reason: 'stopped', detail: 'the desk is stopping' }
  const town = await wakeTown(account, tools)
  const asked = Cursor.safeParse(cursor).data
  const from = asked?.town === town.id ? Math.min(asked.seq, town.seq) : 0
  const { posts, last, lost } = await postsAfter(tools.memory, town, from, PAGE)
  const gap = { until: tools.now(), detail: `${lost} posts are older than what the practice network keeps` }
  return {
    kind: 'polled',
    receipts: posts.map(({ seq, post }) => ({ key: `${town.id}:${seq}`, body: bodyOf(post) })),
    cursor: { town: town.id, seq: last },
    more: last < town.seq,
    ...(lost > 0 ? { gap } : {}),
  }
}

import { z } from 'zod'
import type { Trouble } from './answer.ts'
import { fetchPosts, type PostView } from './fetch-views.ts'
import { authorSchema, type Context, recordSchema } from './shapes.ts'
import type { Account } from './signed-in.ts'

const MOST_ABOVE = 10

const replying = z.object({ reply: z.object({ parent: z.object({ uri: z.string().max(900) }) }) })

export const findParent = (record: unknown): string | undefined => replying.safeParse(record).data?.reply.parent.uri

/** A post of the thread as it is shown above a message; null when it cannot be read: the message matters more than its surroundings. */
const contextOf = (view: PostView): Context | null => {
  const author = authorSchema.safeParse(view.author).data
  const record = recordSchema.safeParse(view.record).data
  return author && record ? { uri: view.uri, author, text: record.text, at: record.createdAt } : null
}

/**
 * Fetches the posts themselves and, level by level, those above them: in a storm most of them hang from the same few posts, so a
 * hundred replies cost a handful of questions.
 */
export const fetchThreads = async (
  account: Account,
  uris: readonly string[],
  parents: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, PostView> | { trouble: Trouble }> => {
  const known = new Map<string, PostView>()
  const asked = new Set<string>()
  let wanted = [...uris, ...parents]
  for (let level = 0; level <= MOST_ABOVE && wanted.length > 0; level += 1) {
    const fresh = [...new Set(wanted)].filter((uri) => !asked.has(uri))
    for (const uri of fresh) asked.add(uri)
    const views = await fetchPosts(account, fresh, signal)
    if ('trouble' in views) return views
    for (const [uri, view] of views) known.set(uri, view)
    wanted = [...views.values()].flatMap(({ record }) => findParent(record) ?? [])
  }
  return known
}

/** The thread above a post, oldest first; it ends where a post is deleted or hidden. */
export const findAbove = (views: ReadonlyMap<string, PostView>, record: unknown): Context[] => {
  const above: Context[] = []
  let uri = findParent(record)
  while (uri !== undefined && above.length < MOST_ABOVE) {
    const view = views.get(uri)
    const context = view && contextOf(view)
    if (!view || !context || above.some((one) => one.uri === context.uri)) break
    above.unshift(context)
    uri = findParent(view.record)
  }
  return above
}

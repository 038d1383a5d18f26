import { z } from 'zod'
import type { SendOutcome } from '#core/delivery/guarantee.ts'
import { POSTS } from './addresses.ts'
import { isFailure } from './answer.ts'
import { outcomeBeforeWriting } from './classify.ts'
import { refused } from './find-fault.ts'
import type { Account } from './signed-in.ts'
import { addressOf, type Target } from './target.ts'

const posts = z.object({
  posts: z.array(z.object({ uri: z.string(), viewer: z.object({ replyDisabled: z.boolean().optional() }).optional() })),
})

const blocks = z.object({
  viewer: z
    .object({
      blockedBy: z.boolean().optional(),
      blocking: z.string().optional(),
      blockingByList: z.unknown().optional(),
    })
    .optional(),
})

export type Standing = 'free' | 'blocked' | 'gone'

/** How an account stands to ours: a block in either direction closes the conversation. */
export const findStanding = async (
  account: Account,
  did: string,
  signal: AbortSignal,
): Promise<Standing | SendOutcome> => {
  const answer = await account.ask({ method: 'app.bsky.actor.getProfile', params: { actor: did } }, signal)
  if (answer.kind !== 'answer') {
    const gone = answer.kind === 'failure' && answer.status === 400 && answer.error !== ''
    return gone ? 'gone' : outcomeBeforeWriting(answer)
  }
  const viewer = blocks.safeParse(answer.data).data?.viewer
  const blocked = viewer?.blockedBy === true || viewer?.blocking !== undefined || viewer?.blockingByList !== undefined
  return blocked ? 'blocked' : 'free'
}

const findAbsence = async (account: Account, target: Target, signal: AbortSignal): Promise<SendOutcome> => {
  const { did, recordKey } = addressOf(target)
  const standing = await findStanding(account, did, signal)
  if (typeof standing === 'object') return standing
  if (standing === 'blocked') return refused('blocked', 'this person and the brand have a block between them')
  if (standing === 'gone') return refused('parent-gone', 'the account of this person is not there any more')
  const params = { repo: did, collection: POSTS, rkey: recordKey }
  const record = await account.ask({ method: 'com.atproto.repo.getRecord', params }, signal)
  if (isFailure(record, 'RecordNotFound')) return refused('parent-gone', 'the post to answer was deleted')
  if (record.kind !== 'answer') return outcomeBeforeWriting(record)
  return {
    kind: 'later',
    reason: 'parent-not-shown',
    detail: 'the post is there, but the network does not show it now',
  }
}

/**
 * Whether the network would show a reply here. It stores any reply, and hides those that a block or a thread's own rule forbids: a
 * reply that nobody sees is not sent, so it asks first. Null: nothing stands against it.
 */
export const findObstacle = async (
  account: Account,
  target: Target,
  signal: AbortSignal,
): Promise<SendOutcome | null> => {
  const uris = [...new Set([target.uri, target.root.uri])]
  const answer = await account.ask({ method: 'app.bsky.feed.getPosts', params: { uris } }, signal)
  if (answer.kind !== 'answer') return outcomeBeforeWriting(answer)
  const seen = posts.safeParse(answer.data).data?.posts
  if (!seen)
    return { kind: 'later', reason: 'service-unavailable', detail: 'the posts were answered with something else' }
  const parent = seen.find(({ uri }) => uri === target.uri)
  if (!parent) return findAbsence(account, target, signal)
  if (parent.viewer?.replyDisabled === true)
    return refused('thread-gated', 'whoever began this thread chose who may answer')
  if (seen.some(({ uri }) => uri === target.root.uri)) return null
  const standing = await findStanding(account, addressOf(target.root).did, signal)
  if (typeof standing === 'object') return standing
  return standing === 'blocked'
    ? refused('blocked', 'whoever began this thread and the brand have a block between them')
    : null
}

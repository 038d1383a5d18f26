import { z } from 'zod'
import type { SendOutcome } from '#core/delivery/guarantee.ts'
import type { Outgoing } from '../connector.ts'
import { POSTS, type PostAddress, postUri } from './addresses.ts'
import { type Answer, isFailure, tellTrouble } from './answer.ts'
import { outcomeBeforeWriting, outcomeOfWriting } from './classify.ts'
import { findFacets } from './facets.ts'
import { findFault, refused } from './find-fault.ts'
import { uploadImages } from './images.ts'
import { findObstacle } from './may-answer.ts'
import { findOwnPost, type OwnPost, ownAddress, sentAs } from './own-post.ts'
import type { Account } from './signed-in.ts'
import { type PostReference, type Target, targetSchema } from './target.ts'

const written = z.object({ uri: z.string(), cid: z.string().min(1).max(200) })

type Composed = { post: Record<string, unknown> } | { outcome: SendOutcome }

/** The same delivery gives the same post to the byte, so that a repetition changes nothing. */
const compose = async (
  account: Account,
  outgoing: Outgoing,
  target: Target | null,
  language: string,
  signal: AbortSignal,
): Promise<Composed> => {
  const { text, to, attachments, since } = outgoing
  const facets = await findFacets(account, text, new Map([[to.handle.toLowerCase(), to.externalId]]), signal)
  if (!Array.isArray(facets)) return { outcome: outcomeBeforeWriting(facets) }
  const images = await uploadImages(account, attachments, signal)
  if (!Array.isArray(images)) return { outcome: outcomeBeforeWriting(images) }
  return {
    post: {
      $type: POSTS,
      text,
      createdAt: new Date(since).toISOString(),
      langs: [language],
      ...(target === null ? {} : { reply: { root: target.root, parent: { uri: target.uri, cid: target.cid } } }),
      ...(facets.length === 0 ? {} : { facets }),
      ...(images.length === 0 ? {} : { embed: { $type: 'app.bsky.embed.images', images } }),
    },
  }
}

const isSame = ({ value }: OwnPost, { text }: Outgoing, target: Target | null): boolean =>
  value.text === text && value.reply?.parent.uri === target?.uri

/** A post of the brand's own is what its thread hangs from. */
const rootOf = (target: Target | null, address: PostAddress, cid: string): PostReference =>
  target?.root ?? { uri: postUri(address), cid }

/** What an earlier attempt has already published under this key; null when nothing was. */
const findEarlier = async (
  account: Account,
  outgoing: Outgoing,
  target: Target | null,
  signal: AbortSignal,
): Promise<SendOutcome | null> => {
  const address = ownAddress(account, outgoing)
  const found = await findOwnPost(account, address, signal)
  if ('trouble' in found) return { kind: 'ambiguous', detail: `cannot look back: ${tellTrouble(found.trouble)}` }
  if (found.post === null) return null
  if (!isSame(found.post, outgoing, target)) return refused('key-taken', 'another post already has this key')
  return { kind: 'sent', ...sentAs(address, found.post.cid, rootOf(target, address, found.post.cid)) }
}

const outcomeOf = (answer: Answer, account: Account, outgoing: Outgoing, target: Target | null): SendOutcome => {
  if (answer.kind !== 'answer') return outcomeOfWriting(answer)
  const address = ownAddress(account, outgoing)
  const parsed = written.safeParse(answer.data)
  if (!parsed.success || parsed.data.uri !== postUri(address)) {
    return { kind: 'ambiguous', detail: 'the server said yes to something else' }
  }
  return { kind: 'sent', ...sentAs(address, parsed.data.cid, rootOf(target, address, parsed.data.cid)) }
}

/**
 * Publishes a reply, or a post of the brand's own, under a key of our own, where no post may be yet (`swapRecord: null`): the server does nothing when the very same
 * post is there, and refuses when another one is, so no repetition can make a second one or change the first (G4).
 */
export const send = async (
  account: Account,
  outgoing: Outgoing,
  language: string,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const fault = findFault(outgoing)
  if (fault) return fault
  const target = outgoing.inReplyTo === undefined ? null : targetSchema.parse(outgoing.inReplyTo.meta)
  const obstacle = target === null ? null : await findObstacle(account, target, signal)
  // An earlier attempt may have got through before the obstacle was there.
  if (obstacle?.kind === 'refused') return (await findEarlier(account, outgoing, target, signal)) ?? obstacle
  if (obstacle) return obstacle
  const composed = await compose(account, outgoing, target, language, signal)
  if ('outcome' in composed) return composed.outcome
  const { did: repo, recordKey: rkey } = ownAddress(account, outgoing)
  const input = { repo, collection: POSTS, rkey, swapRecord: null, record: composed.post }
  const answer = await account.ask({ method: 'com.atproto.repo.putRecord', input }, signal)
  if (isFailure(answer, 'InvalidSwap')) {
    const earlier = await findEarlier(account, outgoing, target, signal)
    return earlier ?? { kind: 'ambiguous', detail: 'the key was taken, and then it was not' }
  }
  return outcomeOf(answer, account, outgoing, target)
}

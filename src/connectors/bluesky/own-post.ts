import { z } from 'zod'
import type { Outgoing } from '../connector.ts'
import { POSTS, type PostAddress, permalinkOf, postUri } from './addresses.ts'
import { isFailure, type Trouble } from './answer.ts'
import { recordKeyOf } from './record-key.ts'
import type { Account } from './signed-in.ts'
import { type PostReference, postReferenceSchema } from './target.ts'

const record = z.object({
  cid: z.string().min(1).max(200),
  value: z.object({
    text: z.string(),
    reply: z.object({ root: postReferenceSchema, parent: postReferenceSchema }).optional(),
  }),
})
export type OwnPost = z.infer<typeof record>

/** Where the post of this delivery is, or would be. */
export const ownAddress = (account: Account, outgoing: Outgoing): PostAddress => ({
  did: account.did,
  recordKey: recordKeyOf(outgoing.key),
})

/** Asks the account's own server, which knows its posts at once; the rest of the network may be behind. Null: it is not there. */
export const findOwnPost = async (
  account: Account,
  { did, recordKey }: PostAddress,
  signal: AbortSignal,
): Promise<{ post: OwnPost | null } | { trouble: Trouble }> => {
  const params = { repo: did, collection: POSTS, rkey: recordKey }
  const answer = await account.ask({ method: 'com.atproto.repo.getRecord', params }, signal)
  if (isFailure(answer, 'RecordNotFound')) return { post: null }
  if (answer.kind !== 'answer') return { trouble: answer }
  const parsed = record.safeParse(answer.data)
  return parsed.success
    ? { post: parsed.data }
    : { trouble: { kind: 'doubt', detail: 'the record was answered with something else' } }
}

/** What the desk keeps of a post that is out. */
export const sentAs = (address: PostAddress, cid: string, root: PostReference) => {
  const uri = postUri(address)
  return { externalId: uri, permalink: permalinkOf(address), meta: { uri, cid, root } }
}

import type { LookUpResult } from '#core/delivery/guarantee.ts'
import type { Outgoing } from '../connector.ts'
import { postUri } from './addresses.ts'
import { outcomeOfLooking } from './classify.ts'
import { findOwnPost, ownAddress, sentAs } from './own-post.ts'
import type { Account } from './signed-in.ts'

/** Whether the post of this delivery is out, by the key that it must have. */
export const lookUp = async (account: Account, outgoing: Outgoing, signal: AbortSignal): Promise<LookUpResult> => {
  const address = ownAddress(account, outgoing)
  const found = await findOwnPost(account, address, signal)
  if ('trouble' in found) return outcomeOfLooking(found.trouble)
  if (found.post === null) return { kind: 'absent' }
  const { cid, value } = found.post
  return { kind: 'found', ...sentAs(address, cid, value.reply?.root ?? { uri: postUri(address), cid }) }
}

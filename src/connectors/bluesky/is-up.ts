import type { UpAnswer } from '../connector.ts'
import { findPostAddress } from './addresses.ts'
import { fetchPosts } from './fetch-views.ts'
import type { Account } from './signed-in.ts'

/** Whether the network still shows a post to this account; a post that it leaves out is gone, or hidden from us (D2). */
export const isUp = async (account: Account, uri: string, signal: AbortSignal): Promise<UpAnswer> => {
  if (findPostAddress(uri) === null) return { kind: 'no-answer', detail: 'not the address of a post' }
  const found = await fetchPosts(account, [uri], signal)
  if ('trouble' in found) return { kind: 'no-answer', detail: found.trouble.kind }
  return found.has(uri) ? { kind: 'up' } : { kind: 'gone' }
}

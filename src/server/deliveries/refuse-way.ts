import { allowedAudiences } from '#core/privacy/go-private.ts'
import { connectorOf } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import type { Desk, Refused } from '#server/desk.ts'
import type { Reply } from './reply.ts'

/** Whether these words may leave on this account at all, before they are read (G5, P2). */
export const refuseWay = (
  desk: Desk,
  row: Row<'cases'>,
  account: Row<'channel_accounts'>,
  reply: Pick<Reply, 'accountId' | 'audience'>,
): Refused | null => {
  if (account.id !== reply.accountId) return { refused: 'wrong-account', data: { accountId: account.id } }
  if (account.state !== 'connected')
    return { refused: 'account-needs-attention', data: { attention: account.attention } }
  if (!allowedAudiences(row.audience).includes(reply.audience)) return { refused: 'private-stays-private' }
  const { publicReply, private: way } = connectorOf(desk, account).capabilities
  if (reply.audience === 'public' && !publicReply) return { refused: 'no-public-reply' }
  // What came in private is answered where it came in, even by a network that starts no private conversation.
  const opens = reply.audience === 'private' && row.audience === 'public'
  if (opens && way.privateWay === 'none') return { refused: 'no-private-messages' }
  return null
}

import type { UpAnswer } from '#connectors/connector.ts'
import { type PublicMessage, publicMessage } from '#server/case-file/public-message.ts'
import { recordDeed } from '#server/case-file/record.ts'
import { openChannel } from '#server/channels/open-channel.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

const ASK_MS = 8_000

export type Answer = UpAnswer | { kind: 'cannot-ask' }

interface Asked {
  message: Pick<PublicMessage['message'], 'external_id' | 'meta'>
  account: PublicMessage['account']
}

/** Asks the network whether everybody can still read a message of the public or of ours (D2). */
export const askNetwork = async (desk: Desk, { message, account }: Asked): Promise<Answer> => {
  if (account.state !== 'connected') return { kind: 'no-answer', detail: account.state }
  const session = openChannel(desk, account)
  try {
    if (session.isUp === undefined) return { kind: 'cannot-ask' }
    return await session.isUp({ externalId: message.external_id, meta: message.meta }, AbortSignal.timeout(ASK_MS))
  } catch (error) {
    desk.log.warn({ err: error, account: account.id }, 'the network did not say whether a message is still up')
    return { kind: 'no-answer', detail: 'failed' }
  } finally {
    await session.close?.()
  }
}

/** « Is it still up? »: asks the network, and keeps what it answered with its time, so that it can be shown later (D2). */
export const checkMessage = async (desk: Desk, actor: Actor, input: { id: string }) => {
  const found = await inWorkspace(desk.db, actor.workspaceId, (trx) => publicMessage(trx, input.id))
  if (found === undefined) return NOT_FOUND
  const answer = await askNetwork(desk, found)
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const checkedAt = desk.now()
    const own = { workspace_id: actor.workspaceId, message_id: found.message.id, case_id: found.caseId }
    await trx
      .insertInto('message_checks')
      .values({
        ...{ id: desk.newId(), ...own, member_id: actor.memberId, checked_at: new Date(checkedAt) },
        ...{ found: answer.kind, detail: 'detail' in answer ? answer.detail.slice(0, 500) : null },
      })
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: 'message.checked', workspaceId: actor.workspaceId, caseId: found.caseId, memberId: actor.memberId },
      data: { messageId: found.message.id, found: answer.kind },
    })
    return { messageId: found.message.id, found: answer.kind, checkedAt }
  })
}

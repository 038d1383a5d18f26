import type { HideAnswer } from '#connectors/connector.ts'
import { isIntact } from '#server/case-file/evidence.ts'
import { type PublicMessage, publicMessage } from '#server/case-file/public-message.ts'
import { recordDeed } from '#server/case-file/record.ts'
import { connectorOf, openChannel } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'

const ASK_MS = 15_000

export const lockRemoval = (trx: Trx, id: string): Promise<Row<'removals'> | undefined> =>
  trx.selectFrom('removals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The second person's word, before anything is done. One who asked confirms nothing, and words that have changed are asked about anew. */
const confirm = (desk: Desk, actor: Actor, id: string) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await lockRemoval(trx, id)
    if (row === undefined) return NOT_FOUND
    if (row.asked_by === actor.memberId) return { refused: 'own-removal' } satisfies Refused
    if (!['asked', 'confirmed', 'not-hidden'].includes(row.state))
      return { refused: 'already-decided' } satisfies Refused
    const found = await publicMessage(trx, row.message_id)
    if (found === undefined || found.message.deleted_at !== null) return { refused: 'message-gone' } satisfies Refused
    if (found.message.version !== row.evidence.version) return { refused: 'message-changed' } satisfies Refused
    if (!isIntact(row.evidence, row.evidence_hash)) return { refused: 'evidence-broken' } satisfies Refused
    if (row.state === 'asked') {
      await trx
        .updateTable('removals')
        .set({ state: 'confirmed', decided_by: actor.memberId, decided_at: new Date(desk.now()) })
        .where('id', '=', id)
        .execute()
      await recordDeed(trx, desk, {
        ...{ name: 'removal.confirmed', workspaceId: actor.workspaceId, caseId: row.case_id, memberId: actor.memberId },
        ...{ data: { removalId: id, cause: row.cause }, tell: [row.asked_by] },
      })
    }
    return { row, found }
  })

const hide = async (desk: Desk, { message, account }: PublicMessage, cause: string): Promise<HideAnswer> => {
  if (connectorOf(desk, account).capabilities.hidesUnlawful !== true)
    return { kind: 'not-hidden', reason: 'network-cannot' }
  if (account.state !== 'connected') return { kind: 'not-hidden', reason: 'account-needs-attention' }
  const session = openChannel(desk, account)
  try {
    const asked = { externalId: message.external_id, meta: message.meta, cause }
    const answer = await session.hideUnlawful?.(asked, AbortSignal.timeout(ASK_MS))
    return answer ?? { kind: 'not-hidden', reason: 'network-cannot' }
  } catch (error) {
    desk.log.warn({ err: error, account: account.id }, 'the network did not hide a message')
    return { kind: 'not-hidden', reason: 'no-answer' }
  } finally {
    await session.close?.()
  }
}

/** Confirms a lawful removal and has the network hide the message where it can; where it cannot, that is kept and said (D1). */
export const confirmRemoval = async (desk: Desk, actor: Actor, { id }: { id: string }) => {
  const confirmed = await confirm(desk, actor, id)
  if (isRefused(confirmed)) return confirmed
  const { row, found } = confirmed
  const answer = await hide(desk, found, row.cause)
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = await lockRemoval(trx, id)
    // Two people may press at once: hiding twice is hiding once, and it is written once.
    if (now?.state === 'hidden') return { state: 'hidden' as const, outcome: null }
    const outcome = answer.kind === 'hidden' ? null : answer.reason
    await trx
      .updateTable('removals')
      .set({ state: answer.kind, outcome, done_at: new Date(desk.now()) })
      .where('id', '=', id)
      .execute()
    await recordDeed(trx, desk, {
      ...{ name: answer.kind === 'hidden' ? 'removal.hidden' : 'removal.not-hidden', workspaceId: actor.workspaceId },
      ...{ caseId: row.case_id, memberId: actor.memberId, tell: [row.asked_by] },
      data: { removalId: id, cause: row.cause, outcome },
    })
    return { state: answer.kind, outcome }
  })
}

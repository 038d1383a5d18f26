import { makeLink, markUsed, RESET_MS, readLink } from '#server/access/links.ts'
import { hashPassword } from '#server/access/password.ts'
import { endSessionsOf } from '#server/access/session.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { recordForMember } from './record-for-member.ts'

/** A password opens every brand that its member works for: only whoever administers them all may give a new one. */
const worksElsewhere = async (trx: Trx, actor: Actor, memberId: string): Promise<boolean> => {
  const theirs = await trx.selectFrom('memberships').select('workspace_id').where('member_id', '=', memberId).execute()
  const mine = await trx
    .selectFrom('memberships')
    .select('workspace_id')
    .where('member_id', '=', actor.memberId)
    .where('role', '=', 'admin')
    .execute()
  return theirs.some((one) => !mine.some(({ workspace_id }) => workspace_id === one.workspace_id))
}

const forgetFactors = async (trx: Trx, memberId: string): Promise<void> => {
  for (const table of ['code_makers', 'passkeys', 'recovery_codes'] as const)
    await trx.deleteFrom(table).where('member_id', '=', memberId).execute()
}

/** A one-time link for a colleague who forgot their password, or who lost their telephone too; an earlier one dies. */
export const offerReset = (
  desk: Desk,
  actor: Actor,
  asked: { id: string; factors?: boolean | undefined },
): Promise<{ token: string; expiresAt: number } | Refused> =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const member = await trx
      .selectFrom('memberships')
      .select('member_id')
      .where('workspace_id', '=', actor.workspaceId)
      .where('member_id', '=', asked.id)
      .executeTakeFirst()
    if (member === undefined) return NOT_FOUND
    if (await worksElsewhere(trx, actor, asked.id)) return { refused: 'member-elsewhere' }
    const at = desk.now()
    await trx
      .updateTable('links')
      .set({ used_at: new Date(at) })
      .where('purpose', '=', 'reset')
      .where('member_id', '=', asked.id)
      .where('used_at', 'is', null)
      .execute()
    const factors = asked.factors === true
    if (factors) {
      await forgetFactors(trx, asked.id)
      await endSessionsOf(trx, asked.id, null)
    }
    const link = await makeLink(desk, trx, 'reset', RESET_MS, { workspace_id: actor.workspaceId, member_id: asked.id })
    await recordEvents(trx, actor.workspaceId, [
      { name: 'member.reset-offered', at, memberId: actor.memberId, data: { memberId: asked.id, factors } },
    ])
    return link
  })

/** A new password by the link. It opens no session: whoever has a second factor still shows it at the door. */
export const acceptReset = async (desk: Desk, asked: { token: string; password: string }) => {
  const link = await desk.db.app
    .transaction()
    .execute((trx) => readLink(desk, trx, 'reset', asked.token, { lock: false }))
  if (isRefused(link)) return link
  const passwordHash = await hashPassword(asked.password)
  return desk.db.app.transaction().execute(async (trx) => {
    const held = await readLink(desk, trx, 'reset', asked.token, { lock: true })
    if (isRefused(held)) return held
    const { member_id: memberId } = held
    if (memberId === null) return { refused: 'link-unknown' } satisfies Refused
    await trx.updateTable('members').set({ password_hash: passwordHash }).where('id', '=', memberId).execute()
    await endSessionsOf(trx, memberId, null)
    await markUsed(desk, trx, held)
    await recordForMember(desk, trx, memberId, 'member.password-reset')
    return { done: true } as const
  })
}

import type { GravityLevel } from '#core/crisis/gravity.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'

interface Recipient {
  memberId: string
  fromLevel: GravityLevel
}

/** Says who hears of an alert from which gravity on, besides whoever is on watch: the whole list at once (L4). */
export const keepAlertRecipients = (desk: Desk, actor: Actor, { recipients }: { recipients: readonly Recipient[] }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const listed = new Map(recipients.map((one) => [one.memberId, one.fromLevel]))
    const known = await trx
      .selectFrom('memberships')
      .select('member_id')
      .where('workspace_id', '=', actor.workspaceId)
      .execute()
    const here = new Set(known.map(({ member_id }) => member_id))
    if ([...listed.keys()].some((memberId) => !here.has(memberId)))
      return { refused: 'unknown-member' } satisfies Refused
    await trx.deleteFrom('alert_recipients').where('workspace_id', '=', actor.workspaceId).execute()
    if (listed.size > 0)
      await trx
        .insertInto('alert_recipients')
        .values(
          [...listed].map(([member_id, from_level]) => ({ workspace_id: actor.workspaceId, member_id, from_level })),
        )
        .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'alert-recipients.changed', at: desk.now(), memberId: actor.memberId },
        data: { recipients: Object.fromEntries(listed) },
      },
    ])
    return { done: true } as const
  })

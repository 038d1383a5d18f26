import { type SlaPolicy, THANKS_REPLY_MINUTES } from '#core/sla/policy.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'

/** Changes what the brand promises on one network (A2). Deadlines already given stay as they were promised. */
export const updatePolicy = async (desk: Desk, actor: Actor, asked: SlaPolicy & { connector: string }) => {
  if (!desk.registry.has(asked.connector)) return NOT_FOUND
  const { connector, firstReplyMinutes, nextReplyMinutes, thanksReplyMinutes = THANKS_REPLY_MINUTES, calendar } = asked
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { charter } = await charterInForce(trx)
    // What both sides signed is changed where they sign (H1).
    if (charter?.networks.some((network) => network.connector === connector))
      return { refused: 'settled-by-charter' } satisfies Refused
    const promise = {
      first_reply_minutes: firstReplyMinutes,
      next_reply_minutes: nextReplyMinutes,
      thanks_reply_minutes: thanksReplyMinutes,
      calendar,
    }
    await trx
      .insertInto('sla_policies')
      .values({ workspace_id: actor.workspaceId, connector, ...promise })
      .onConflict((c) => c.columns(['workspace_id', 'connector']).doUpdateSet(promise))
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        name: 'promise.changed',
        at: desk.now(),
        memberId: actor.memberId,
        data: { connector, firstReplyMinutes, nextReplyMinutes, thanksReplyMinutes, calendar },
      },
    ])
    return { done: true } as const
  })
}

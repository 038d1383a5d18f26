import { sql } from 'kysely'
import type { RuleCode } from '#core/guard/finding.ts'
import { keptFor } from '#core/guard/rule-codes.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'

const DONE = { done: true } as const

/** A manager switches a rule off for the brand, under their name and with a reason; what protects people or the law stays on (H1). */
export const switchRuleOff = (desk: Desk, actor: Actor, { rule, reason }: { rule: RuleCode; reason: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    if (keptFor(rule) !== null) return { refused: 'rule-kept' } satisfies Refused
    // Whoever has written nothing down has nothing to depart from.
    if ((await charterInForce(trx)).charter === null) return { refused: 'no-charter-in-force' } satisfies Refused
    const at = desk.now()
    const thrown = await trx
      .insertInto('rule_switches')
      .values({
        ...{ id: desk.newId(), workspace_id: actor.workspaceId, rule, reason },
        ...{ off_by: actor.memberId, off_at: new Date(at) },
      })
      .onConflict((oc) => oc.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (thrown === undefined) return { refused: 'rule-off-already' } satisfies Refused
    await recordEvents(trx, actor.workspaceId, [
      { name: 'rule.switched-off', at, memberId: actor.memberId, data: { switchId: thrown.id, rule, reason } },
    ])
    return DONE
  })

/** The rule is read again, in every composer and at the next send. */
export const switchRuleOn = (desk: Desk, actor: Actor, { rule }: { rule: RuleCode }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const thrown = await trx
      .updateTable('rule_switches')
      .set({ on_by: actor.memberId, on_at: sql`greatest(off_at, ${new Date(at)})` })
      .where('rule', '=', rule)
      .where('on_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (thrown === undefined) return { refused: 'rule-on-already' } satisfies Refused
    await recordEvents(trx, actor.workspaceId, [
      { name: 'rule.switched-on', at, memberId: actor.memberId, data: { switchId: thrown.id, rule } },
    ])
    return DONE
  })

import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { departmentsOf } from '#server/queries/departments.ts'
import type { routingOf } from '#server/queries/routing.ts'
import { lockRota } from '#server/rota/lock-rota.ts'

type Routing = Awaited<ReturnType<typeof routingOf>>

/** A rule names what exists here, and a skill that the brand has chosen. */
const findFault = async (
  trx: Trx,
  actor: Actor,
  asked: Routing,
  team: readonly { id: string }[],
): Promise<Refused | null> => {
  const { hands, rules, skills } = asked
  const people = [...hands, ...rules.flatMap(({ to }) => (to.kind === 'member' ? [to] : []))]
  if (people.some(({ memberId }) => !team.some(({ id }) => id === memberId))) return { refused: 'not-a-member' }
  const accounts = await trx
    .selectFrom('channel_accounts')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .execute()
  const ours = new Set(accounts.map(({ id }) => id))
  const named = [...hands.flatMap(({ accountIds }) => accountIds), ...rules.flatMap((rule) => rule.accountId ?? [])]
  if (named.some((id) => !ours.has(id))) return { refused: 'no-such-account' }
  const known = new Set(skills)
  const used = [
    ...hands.flatMap((hand) => hand.skills),
    ...rules.flatMap(({ to }) => (to.kind === 'skill' ? [to.skill] : [])),
  ]
  if (used.some((skill) => !known.has(skill))) return { refused: 'no-such-skill' }
  const departments = await departmentsOf(trx, actor.workspaceId)
  const isOpen = (departmentId: string) => departments.some(({ id }) => id === departmentId)
  return rules.some(({ to }) => to.kind === 'department' && !isOpen(to.departmentId))
    ? { refused: 'no-such-department' }
    : null
}

const keepHands = async (trx: Trx, actor: Actor, hands: Routing['hands']): Promise<void> => {
  await trx.deleteFrom('routing_hands').where('workspace_id', '=', actor.workspaceId).execute()
  const known = new Map(hands.map((hand) => [hand.memberId, hand]))
  const rows = [...known.values()].map(({ memberId, languages, accountIds, skills }) => ({
    ...{ workspace_id: actor.workspaceId, member_id: memberId, skills: [...new Set(skills)] },
    ...{ languages: [...new Set(languages)], account_ids: [...new Set(accountIds)] },
  }))
  if (rows.length > 0) await trx.insertInto('routing_hands').values(rows).execute()
}

const keepRules = async (desk: Desk, trx: Trx, actor: Actor, rules: Routing['rules']): Promise<void> => {
  await trx.deleteFrom('routing_rules').where('workspace_id', '=', actor.workspaceId).execute()
  const rows = rules.map(({ words, connector, accountId, language, to }, place) => ({
    ...{ id: desk.newId(), workspace_id: actor.workspaceId, place, words: [...words], connector, language },
    ...{ account_id: accountId, skill: to.kind === 'skill' ? to.skill : null },
    ...{ department_id: to.kind === 'department' ? to.departmentId : null },
    ...{ member_id: to.kind === 'member' ? to.memberId : null },
  }))
  if (rows.length > 0) await trx.insertInto('routing_rules').values(rows).execute()
}

/**
 * Whether new cases find an owner by themselves, who takes which languages and accounts and knows what, and what goes to whom (T1, T2);
 * the list is replaced whole.
 */
export const changeRouting = (desk: Desk, actor: Actor, asked: Routing) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const team = await lockRota(trx, actor.workspaceId)
    const fault = await findFault(trx, actor, asked, team)
    if (fault !== null) return fault
    const { gives, mostOpen, skills, hands, rules } = asked
    const at = desk.now()
    const kept = { gives, most_open: mostOpen, skills: [...new Set(skills)], updated_at: new Date(at) }
    await trx
      .insertInto('routings')
      .values({ workspace_id: actor.workspaceId, ...kept })
      .onConflict((c) => c.column('workspace_id').doUpdateSet(kept))
      .execute()
    await keepHands(trx, actor, hands)
    await keepRules(desk, trx, actor, rules)
    await recordEvents(trx, actor.workspaceId, [
      {
        ...{ name: 'routing.changed', at, memberId: actor.memberId },
        data: { gives, mostOpen, hands: hands.length, skills: skills.length, rules: rules.length },
      },
    ])
    return { done: true } as const
  })

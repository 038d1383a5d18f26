import { sql } from 'kysely'
import { chooseOwner } from '#core/routing/choose-owner.ts'
import type { RoutingRule } from '#core/routing/rule.ts'
import { commandCase } from '#server/cases/change-case.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { inEachBrand } from '#server/jobs/each-brand.ts'
import { rotaOf } from '#server/queries/brand-rota.ts'
import { departmentsOf } from '#server/queries/departments.ts'
import { routingOf } from '#server/queries/routing.ts'
import { handsOf } from '#server/rota/hands-of.ts'
import { newCaseOf } from '#server/rota/new-case.ts'
import { tellMember } from '#server/rota/tell-member.ts'

type Routing = Awaited<ReturnType<typeof routingOf>>

const MOST = 50
const MOST_SEEN = 2_000

/** Somebody waits, and nobody ever had it: what a member put back into the queue stays there for people to take. */
const findUnowned = async (trx: Trx, workspaceId: string, random: number): Promise<Row<'cases'>[]> => {
  const { rows: waiting } = await sql<{ id: string }>`
    select c.id from cases c
    where c.workspace_id = ${workspaceId}::uuid and c.due_at is not null and c.owner_id is null
      and not exists (select from events e where e.case_id = c.id and e.name in ('case.assigned', 'case.unassigned'))
    order by c.thanks, c.due_at, c.id limit ${MOST_SEEN}::integer`.execute(trx)
  // Cases that nobody takes must not stand before all the others for ever.
  const start = waiting.length > MOST ? Math.floor(random * (waiting.length - MOST + 1)) : 0
  const ids = waiting.slice(start, start + MOST).map(({ id }) => id)
  const { rows } = await sql<Row<'cases'>>`
    select * from cases where id = any(${ids}::uuid[]) and owner_id is null and due_at is not null
    order by due_at, id for update skip locked`.execute(trx)
  return rows
}

/** A rule that sends to a department says its name, as the case will. */
const namedRules = async (trx: Trx, workspaceId: string, { rules }: Routing): Promise<RoutingRule[]> => {
  const departments = await departmentsOf(trx, workspaceId)
  return rules.map(({ to, ...rule }) => ({
    ...rule,
    to:
      to.kind === 'department' ? { ...to, name: departments.find(({ id }) => id === to.departmentId)?.name ?? '' } : to,
  }))
}

const giveIn = (desk: Desk, workspaceId: string): Promise<number> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const routing = await routingOf(trx, workspaceId)
    const now = desk.now()
    const brand = await rotaOf(trx, workspaceId, now)
    let hands = routing.gives ? await handsOf(trx, brand, routing, workspaceId, now) : []
    if (!hands.some(({ present, open }) => present && open < routing.mostOpen)) return 0
    const rules = await namedRules(trx, workspaceId, routing)
    let given = 0
    for (const row of await findUnowned(trx, workspaceId, desk.random())) {
      const choice = chooseOwner(await newCaseOf(trx, row), hands, routing.mostOpen, rules)
      if (!('ownerId' in choice)) continue
      const { ownerId, because } = choice
      if ((await commandCase(trx, desk, row, { kind: 'assign', ownerId, because }, null)) !== null) continue
      await tellMember(trx, desk, workspaceId, ownerId, 'case-given', {}, row.id)
      hands = hands.map((hand) => (hand.memberId === ownerId ? { ...hand, open: hand.open + 1 } : hand))
      given += 1
    }
    return given
  })

/** New cases find their owner, in brands that asked for it (T2): nearest deadline first. Returns how many were given. */
export const giveCases = async (desk: Desk): Promise<number> => {
  const { rows } = await sql<{ id: string }>`select workspace_id as id from routings where gives`.execute(
    desk.db.worker,
  )
  return inEachBrand(desk, rows, 'routing', ({ id }) => giveIn(desk, id))
}

import { sql } from 'kysely'
import { findPresent, isAway, isPlanned, standInOf } from '#core/rota/on-duty.ts'
import type { Hand } from '#core/routing/choose-owner.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { BrandRota } from '#server/queries/brand-rota.ts'
import { departmentsOf } from '#server/queries/departments.ts'
import type { routingOf } from '#server/queries/routing.ts'

type Routing = Awaited<ReturnType<typeof routingOf>>

/** How many open cases each member owns: those in which somebody waits for the brand. */
const loadsOf = async (trx: Trx, workspaceId: string): Promise<Map<string, number>> => {
  const { rows } = await sql<{ owner_id: string; open: number }>`
    select owner_id, count(*)::integer as open from cases
    where workspace_id = ${workspaceId}::uuid and due_at is not null and owner_id is not null group by owner_id`.execute(
    trx,
  )
  return new Map(rows.map((row) => [row.owner_id, row.open]))
}

/** Who could be given a case now: on duty to answer, or, where answering is not planned, whoever may answer and is not away. */
export const handsOf = async (trx: Trx, { rota }: BrandRota, routing: Routing, workspaceId: string, now: number) => {
  const loads = await loadsOf(trx, workspaceId)
  const onDuty = new Set(findPresent(rota, 'answer', now).map(({ memberId }) => memberId))
  const departments = await departmentsOf(trx, workspaceId)
  const planned = isPlanned(rota, 'answer')
  return rota.hands
    .filter(({ able }) => able.includes('answer'))
    .map(({ memberId }): Hand => {
      const takes = routing.hands.find((hand) => hand.memberId === memberId)
      return {
        ...{ memberId, open: loads.get(memberId) ?? 0 },
        present: planned ? onDuty.has(memberId) : !isAway(rota, memberId, now),
        ...{ languages: takes?.languages ?? [], accountIds: takes?.accountIds ?? [], skills: takes?.skills ?? [] },
        departmentIds: departments
          .filter(({ head, people }) => head?.id === memberId || people.some(({ id }) => id === memberId))
          .map(({ id }) => id),
        standInId: standInOf(rota, memberId, 'answer', now),
      }
    })
}

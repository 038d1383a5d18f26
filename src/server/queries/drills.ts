import { storyAt, storyMinute } from '#core/drill/drill-clock.ts'
import type { Scenario } from '#core/drill/scenario.ts'
import { builtInScenarios } from '#core/drill/scenarios/index.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { clockOf, standsAt } from './drill-parts.ts'

const MOST = 60

/** What one is told of a scenario before it is played: nothing of what will happen. */
export const shapeScenario = ({ id, title, source, briefing, lasts, promise, codes }: Scenario) => ({
  ...{ id, title, source, briefing, lasts, promise },
  codes: Object.keys(codes),
})

const minuteOf = (row: Row<'drills'>, now: number): number =>
  storyMinute(clockOf(row), storyAt(clockOf(row), standsAt(row, now)))

/** The scenarios that can be played, and the drills of the brand, the latest first (C4, M3). */
export const readDrills = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const now = desk.now()
    const rows = await trx
      .selectFrom('drills as d')
      .innerJoin('members as m', 'm.id', 'd.started_by')
      .selectAll('d')
      .select(['m.name as starter'])
      .where('d.brand_id', '=', actor.workspaceId)
      .orderBy('d.started_at', 'desc')
      .limit(MOST)
      .execute()
    const mine = new Set(
      (
        await trx.selectFrom('memberships').select('workspace_id').where('member_id', '=', actor.memberId).execute()
      ).map(({ workspace_id }) => workspace_id),
    )
    return {
      now,
      scenarios: builtInScenarios.map(shapeScenario),
      drills: rows.map((row) => ({
        ...{ workspaceId: row.workspace_id, scenario: row.scenario.id, title: row.scenario.title, state: row.state },
        ...{ compression: row.compression, startedAt: row.started_at.getTime() },
        overAt: row.over_at?.getTime() ?? null,
        startedBy: { id: row.started_by, name: row.starter },
        mine: mine.has(row.workspace_id),
        minute: minuteOf(row, now),
        total: row.debrief?.total ?? null,
        outcome: row.debrief?.outcome ?? null,
      })),
    }
  })

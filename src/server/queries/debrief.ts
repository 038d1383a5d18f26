import { compareDrills } from '#core/drill/debrief/compare-drills.ts'
import type { Debrief } from '#core/drill/debrief.ts'
import { storyMinute } from '#core/drill/drill-clock.ts'
import type { Row } from '#server/db/schema.ts'
import { enterWorkspace, inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { namesOf } from './case-parts.ts'
import { casesOf, drillHere, notesOf, peopleOf, shapeMoment, shapePulse } from './drill-parts.ts'

interface Earlier {
  workspaceId: string
  startedAt: number
  debrief: Debrief
}

/** The brand's earlier drills of the same scenario, the latest first. They are the brand's: it is entered to read them, and left again. */
const earlierOf = async (trx: Trx, row: Row<'drills'>): Promise<Earlier[]> => {
  await enterWorkspace(trx, row.brand_id)
  const rows = await trx
    .selectFrom('drills')
    .select(['workspace_id', 'started_at', 'debrief', 'scenario'])
    .where('brand_id', '=', row.brand_id)
    .where('state', '=', 'over')
    .where('started_at', '<', row.started_at)
    .orderBy('started_at', 'desc')
    .execute()
  await enterWorkspace(trx, row.workspace_id)
  return rows
    .filter(({ scenario }) => scenario.id === row.scenario.id)
    .flatMap(({ workspace_id, started_at, debrief }) =>
      debrief === null ? [] : [{ workspaceId: workspace_id, startedAt: started_at.getTime(), debrief }],
    )
}

const shapeCodes = async (trx: Trx, row: Row<'drills'>, debrief: Debrief, earlier: readonly Earlier[]) => {
  const moments = debrief.codes.flatMap((code) => code.moments)
  const names = await namesOf(trx, [
    ...moments.map(({ member }) => member),
    ...debrief.stopped.map(({ member }) => member),
  ])
  const caseOf = await casesOf(trx, moments)
  const comparison = compareDrills(debrief, earlier.map((one) => one.debrief).toReversed())
  const codes = debrief.codes.map((one) => {
    const compared = comparison.codes.find(({ code }) => code === one.code)
    return {
      ...{ code: one.code, score: one.score, weight: one.weight, why: one.why, instead: one.instead },
      moments: one.moments.map((moment) => shapeMoment(row, moment, names, caseOf)),
      ...{ before: compared?.before ?? null, best: compared?.best ?? null, trend: compared?.trend ?? null },
    }
  })
  return { codes, names, comparison }
}

/** How a drill that is over went: by the rules of the trade, its moments, its observers’ notes, and earlier ones beside it (C4, M3). */
export const readDebrief = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await drillHere(trx, actor)
    if (row === undefined) return NOT_FOUND
    const { debrief, over_at } = row
    if (debrief === null || over_at === null) return { refused: 'drill-not-over' } satisfies Refused
    const startedAt = row.started_at.getTime()
    const minuteOf = (at: number) => storyMinute({ startedAt }, at)
    const earlier = await earlierOf(trx, row)
    const { codes, names, comparison } = await shapeCodes(trx, row, debrief, earlier)
    return {
      ...{ title: debrief.title, startedAt, overAt: over_at.getTime(), compression: row.compression },
      ...{ lasted: minuteOf(debrief.endedAt), total: debrief.total, outcome: debrief.outcome },
      ...{ says: debrief.says, lesson: debrief.lesson, codes },
      pulses: debrief.curve.map((pulse) => shapePulse(row, pulse)),
      peak: { minute: minuteOf(debrief.peak.at), volume: debrief.peak.volume },
      stopped: debrief.stopped.map((one) => ({
        ...{ minute: minuteOf(one.at), codes: one.codes },
        by: one.member === null ? null : (names.get(one.member) ?? null),
      })),
      people: await peopleOf(trx, actor.workspaceId),
      notes: await notesOf(trx, row),
      comparison: comparison.says,
      earlier: earlier.map((one) => ({
        ...{ workspaceId: one.workspaceId, startedAt: one.startedAt },
        ...{ total: one.debrief.total, outcome: one.debrief.outcome },
      })),
    }
  })

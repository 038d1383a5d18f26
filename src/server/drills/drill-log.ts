import type { DrillLog } from '#core/drill/debrief.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

/** All that a drill leaves behind, in the order of the story. */
export const readLogOf = async (
  trx: Trx,
  row: Pick<Row<'drills'>, 'workspace_id' | 'started_at'>,
  endedAt: number,
): Promise<DrillLog> => {
  const acts = await trx.selectFrom('drill_acts').select('act').where('workspace_id', '=', row.workspace_id).execute()
  const happenings = await trx
    .selectFrom('drill_happenings')
    .select('happening')
    .where('workspace_id', '=', row.workspace_id)
    .orderBy('seq')
    .execute()
  return {
    ...{ startedAt: row.started_at.getTime(), endedAt },
    acts: acts.map(({ act }) => act).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    happenings: happenings.map(({ happening }) => happening),
  }
}

import type { Level } from '#core/crisis/level.ts'
import { afterUpdate } from '#core/crisis/public-clock.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { recordIncident } from './record.ts'

interface Made {
  /** Null: the desk itself, when a network has taken the statement. */
  memberId: string | null
  words?: string
  data?: Record<string, unknown>
}

/** The public has heard from the brand: the clock starts anew. Whoever publishes a statement of the incident calls this, once for each (C3). */
export const markPublicUpdate = async (
  trx: Trx,
  desk: Desk,
  incident: Row<'incidents'>,
  { memberId, words, data = {} }: Made,
): Promise<void> => {
  const { lastAt, nextAt } = afterUpdate(incident.level satisfies Level, desk.now())
  await trx
    .updateTable('incidents')
    .set({
      last_public_at: lastAt === null ? null : new Date(lastAt),
      ...{ next_public_at: new Date(nextAt), public_told_at: null },
    })
    .where('id', '=', incident.id)
    .execute()
  await recordIncident(trx, desk, incident, {
    ...{ name: 'incident.update-made', memberId, data },
    ...(words !== undefined && { words }),
  })
}

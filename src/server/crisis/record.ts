import type { OtherEventName } from '#core/event.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

export type IncidentEventName = Extract<OtherEventName, `incident.${string}`>

interface Happened {
  name: OtherEventName
  /** Null: the desk itself. */
  memberId: string | null
  data?: Record<string, unknown>
  /** What a person wrote of it: kept in the cell, never in the journal. */
  words?: string
  caseId?: string
}

/** What happens to an incident, in the journal and in the thread of its cell, in the verb's transaction; whatever builds on incidents records here. */
export const recordIncident = async (
  trx: Trx,
  desk: Desk,
  { id, workspace_id }: { id: string; workspace_id: string },
  { name, memberId, data = {}, words, caseId }: Happened,
): Promise<void> => {
  const at = desk.now()
  await recordEvents(trx, workspace_id, [
    { name, at, memberId, data: { incidentId: id, ...data }, ...(caseId !== undefined && { caseId }) },
  ])
  await trx
    .insertInto('incident_log')
    .values({
      ...{ id: desk.newId(), workspace_id, incident_id: id, at: new Date(at), name, member_id: memberId },
      ...{ words: words ?? null, data: JSON.stringify(data) },
    })
    .execute()
}

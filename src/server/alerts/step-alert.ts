import { decideAlert } from '#core/surge/alert.ts'
import type { SurgeReading } from '#core/surge/reading.ts'
import type { Topic } from '#core/triage/labels.ts'
import { endAlert } from '#server/actions/end-alert.ts'
import { growAlert } from '#server/actions/grow-alert.ts'
import { raiseAlert } from '#server/actions/raise-alert.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { Looked } from './follow-series.ts'

export interface Place {
  workspaceId: string
  /** Null is the whole brand, or what is spoken of on all of its accounts. */
  accountId: string | null
  topic: Topic | null
  /** Standing alerts whose place this one would take. */
  covers: readonly Row<'alerts'>[]
  /** An alert of the same event stands already. */
  isCovered: boolean
}

const stepOnce = async (
  trx: Trx,
  desk: Desk,
  place: Place,
  alert: Row<'alerts'> | null,
  reading: SurgeReading,
  isOver: boolean,
): Promise<Row<'alerts'> | null> => {
  const standing = alert === null ? null : { height: alert.height, calmSince: alert.calm_since?.getTime() ?? null }
  const decided = decideAlert(standing, reading, isOver)
  if (alert === null)
    return decided.step === 'raise' && !place.isCovered ? raiseAlert(trx, desk, { ...place, reading }) : null
  if (decided.step === 'grow') return growAlert(trx, desk, alert, reading)
  if (decided.step === 'over') {
    await endAlert(trx, desk, alert)
    return null
  }
  const calmSince = decided.step === 'keep' ? decided.calmSince : (standing?.calmSince ?? null)
  if (calmSince === standing?.calmSince) return alert
  const calm_since = calmSince === null ? null : new Date(calmSince)
  await trx.updateTable('alerts').set({ calm_since }).where('id', '=', alert.id).execute()
  return { ...alert, calm_since }
}

/** Brings one series' alert up to what was read: of the bucket that ended, if one did, then of the one that runs. */
export const stepAlert = async (
  trx: Trx,
  desk: Desk,
  place: Place,
  alert: Row<'alerts'> | null,
  { ended, running }: Looked,
): Promise<Row<'alerts'> | null> => {
  const after = ended === null ? alert : await stepOnce(trx, desk, place, alert, ended, true)
  // One that is over within this look is not raised anew by the same look.
  if (after === null && alert !== null) return null
  return stepOnce(trx, desk, place, after, running, false)
}

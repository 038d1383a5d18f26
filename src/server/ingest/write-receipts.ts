import { sql } from 'kysely'
import { recordEvents } from '#server/db/record-events.ts'
import type { Trx } from '#server/db/transaction.ts'
import { MOST_ATTEMPTS } from './claim.ts'
import type { Understood } from './understand.ts'
import { writeNotices } from './write-news.ts'

const FIRST_PAUSE_MS = 1_000

interface Fate {
  id: number
  state: 'done' | 'ignored' | 'waiting' | 'quarantined'
  fault: string | null
  lease_until: string | null
  done_at: string | null
}

/** Read, or nothing to read in it, or tried again after a growing pause, or set aside for a person after the fifth time. */
const fateOf = (understood: Understood, now: number): Fate => {
  const { id, attempts } = understood.receipt
  const fate = { id, fault: null, lease_until: null, done_at: null }
  if ('heard' in understood) {
    const says = understood.heard.some(({ activity }) => activity.kind !== 'nothing')
    return { ...fate, state: says ? 'done' : 'ignored', done_at: new Date(now).toISOString() }
  }
  const { fault } = understood
  if (attempts >= MOST_ATTEMPTS) return { ...fate, state: 'quarantined', fault }
  const again = new Date(now + FIRST_PAUSE_MS * 4 ** (attempts - 1)).toISOString()
  return { ...fate, state: 'waiting', fault, lease_until: again }
}

type Place = { workspaceId: string; accountId: string; now: number; newId(): string }

const hasQuarantine = async (trx: Trx, { workspaceId, accountId }: Place): Promise<boolean> => {
  const { rows } = await sql`
    select from receipts where workspace_id = ${workspaceId}::uuid and account_id = ${accountId}::uuid and state = 'quarantined'
    limit 1`.execute(trx)
  return rows.length > 0
}

/** Each is in the log; the managers are told of the first of an account, and find the others on the page of the quarantine. */
const tellQuarantine = async (trx: Trx, place: Place, quarantined: Fate[], isFirst: boolean): Promise<void> => {
  const { workspaceId, accountId, now } = place
  const data = (id: number) => ({ receiptId: String(id) })
  const line = { name: 'receipt.quarantined' as const, at: now, memberId: null, accountId }
  await recordEvents(
    trx,
    workspaceId,
    quarantined.map(({ id }) => ({ ...line, data: data(id) })),
  )
  const first = quarantined[0]
  if (!isFirst || first === undefined) return
  const notice = { kind: 'receipt-quarantined', to: 'managers' as const, caseId: null }
  await writeNotices(trx, place, [{ ...notice, data: { accountId, ...data(first.id) } }])
}

/** What became of each receipt of a batch, in the transaction that wrote what they said. */
export const writeReceipts = async (trx: Trx, place: Place, batch: readonly Understood[]): Promise<void> => {
  const fates = batch.map((understood) => fateOf(understood, place.now))
  const quarantined = fates.filter(({ state }) => state === 'quarantined')
  const isFirst = quarantined.length > 0 && !(await hasQuarantine(trx, place))
  await sql`
    update receipts r set state = f.state, fault = f.fault, lease_until = f.lease_until, done_at = f.done_at
    from json_to_recordset(${JSON.stringify(fates)}::json) as f (id bigint, state text, fault text, lease_until timestamptz,
      done_at timestamptz)
    where r.id = f.id`.execute(trx)
  if (quarantined.length > 0) await tellQuarantine(trx, place, quarantined, isFirst)
}

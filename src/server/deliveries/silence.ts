import { sql } from 'kysely'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk, Refused } from '#server/desk.ts'
import { readHalt } from '#server/queries/halt.ts'

/** Held by every claim and, alone, by whoever stops: after the stop no claim is under way that has not seen it. */
const lock = 1_986_620_271

export const holdForClaim = (trx: Trx) => sql`select pg_advisory_xact_lock_shared(${lock})`.execute(trx)

export const waitForClaims = (trx: Trx) => sql`select pg_advisory_xact_lock(${lock})`.execute(trx)

/** A brand that keeps silent: none of its words is claimed, so that no worker can pass the stop. */
export const isSilent = (workspaceId: ReturnType<typeof sql.ref>) =>
  sql<boolean>`exists (select from speech_halts h where h.workspace_id = ${workspaceId} and h.released_at is null)`

/** While a brand is silent nothing new is given to the delivery: the words stay a draft, and leave nobody surprised at the release. */
export const refuseWhileSilent = async (trx: Trx): Promise<Refused | null> => {
  const halt = await readHalt(trx)
  return halt === undefined ? null : { refused: 'speech-stopped', data: { at: halt.stopped_at.getTime() } }
}

/** The last look before the call: a reply that was claimed an instant before the stop stays here too. */
export const isStopped = (desk: Desk, workspaceId: string): Promise<boolean> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => (await readHalt(trx)) !== undefined)

import { sql } from 'kysely'
import type { Choices, Means } from '#core/notification/choices.ts'
import { type Decision, decideTelling, MOST_TRIES } from '#core/notification/decide.ts'
import type { Told } from '#core/notification/sum-up.ts'
import type { Row, RowChange } from '#server/db/schema.ts'
import { asWorker, enterWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { choicesOf } from '#server/queries/notification-settings.ts'

import { standingOf, type Weighed } from './standing.ts'

/** Longer than any call: what a process that died had begun is taken over when it runs out. */
export const LEASE_MS = 90_000
const MOST = 500

export interface Place {
  workspace_id: string
  member_id: string
  means: Means
  target_id: string
}

export interface Claimed extends Place {
  batchId: string
  leaseUntil: Date
  tries: number
  told: readonly Told[]
}

const nextPlace = async (trx: Trx, now: Date): Promise<Place | undefined> => {
  const { rows } = await sql<Place>`
    select workspace_id, member_id, means, target_id from tellings
    where due_at <= ${now} and (lease_until is null or lease_until <= ${now}) order by due_at limit 1`.execute(trx)
  return rows[0]
}

const lockDue = async (trx: Trx, place: Place, now: Date): Promise<Row<'tellings'>[]> => {
  // Two processes look one after the other: the second sees what the first is about to say.
  await sql`select pg_advisory_xact_lock(hashtext('telling'), hashtext(${place.means + place.target_id}))`.execute(trx)
  const { rows } = await sql<Row<'tellings'>>`
    select * from tellings where workspace_id = ${place.workspace_id} and member_id = ${place.member_id}
      and means = ${place.means} and target_id = ${place.target_id}
      and due_at <= ${now} and (lease_until is null or lease_until <= ${now})
    order by due_at, notification_id limit ${MOST} for update skip locked`.execute(trx)
  // A message that may be out already keeps its own company: told again, it is the same message.
  const batch = rows.find(({ batch_id }) => batch_id !== null)?.batch_id
  return batch === undefined ? rows : rows.filter(({ batch_id }) => batch_id === batch)
}

/** Of two notices of one thing in one message the later one says nothing. */
const decideEach = (found: readonly Weighed[], choices: Choices, means: Means, now: number): Map<string, Decision> => {
  const said = new Set<string>()
  return new Map(
    found.map((one) => {
      const notice = { kind: one.kind, createdAt: one.created_at.getTime() }
      const decision = decideTelling(notice, choices, means, { ...one, told: one.told || said.has(one.thing) }, now)
      if (decision.kind === 'now') said.add(one.thing)
      return [one.id, decision]
    }),
  )
}

const change = (trx: Trx, place: Place, ids: readonly string[], set: RowChange<'tellings'>) =>
  trx
    .updateTable('tellings')
    .set(set)
    .where('means', '=', place.means)
    .where('target_id', '=', place.target_id)
    .where('notification_id', 'in', ids)
    .execute()

const settleRest = async (trx: Trx, place: Place, decisions: Map<string, Decision>, now: number): Promise<void> => {
  for (const [id, decision] of decisions) {
    if (decision.kind === 'later')
      await change(trx, place, [id], { state: 'waiting', due_at: new Date(decision.at), lease_until: null })
    if (decision.kind === 'never')
      await change(trx, place, [id], {
        ...{ state: 'dropped', reason: decision.why, due_at: null, lease_until: null, settled_at: new Date(now) },
      })
  }
}

/**
 * Takes all that is due for one member at one place, decides each again as things stand now, and commits the message that is about to
 * leave. `idle`: nothing is due; `settled`: something was, and nothing leaves.
 */
export const claimTelling = (desk: Desk): Promise<Claimed | 'idle' | 'settled'> =>
  asWorker(desk.db, async (trx) => {
    const now = desk.now()
    const place = await nextPlace(trx, new Date(now))
    if (place === undefined) return 'idle'
    await enterWorkspace(trx, place.workspace_id)
    const rows = await lockDue(trx, place, new Date(now))
    // Another process has it.
    if (rows.length === 0) return 'idle'
    const found = await standingOf(trx, rows, now)
    const choices = (await choicesOf(trx, place.workspace_id, [place.member_id]))(place.member_id)
    const decisions = decideEach(found, choices, place.means, now)
    await settleRest(trx, place, decisions, now)
    const told = found.filter(({ id }) => decisions.get(id)?.kind === 'now')
    if (told.length === 0) return 'settled'
    const batchId = rows[0]?.batch_id ?? desk.newId()
    const tries = Math.max(...rows.map((row) => row.tries)) + 1
    const leaseUntil = new Date(now + LEASE_MS)
    const ids = told.map(({ id }) => id)
    // A message at which processes die is given up as well.
    if (tries > MOST_TRIES) {
      const given = { due_at: null, lease_until: null, settled_at: new Date(now) }
      await change(trx, place, ids, { ...given, state: 'failed', reason: 'never ended' })
      return 'settled'
    }
    await change(trx, place, ids, { state: 'sending', batch_id: batchId, lease_until: leaseUntil, tries })
    const said = told.map(({ kind, case_id, case_number }) => ({ kind, caseId: case_id, caseNumber: case_number }))
    return { ...place, batchId, leaseUntil, tries, told: said }
  })

import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Means } from '#core/notification/choices.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { isDrill } from '#server/drills/is-drill.ts'
import { addresseeOf, subscriptionOf } from '#server/notices/addressee.ts'
import { type Claimed, claimTelling } from '#server/notices/claim.ts'
import { mailOf, pushOf } from '#server/notices/message.ts'
import type { Handed, Outside } from '#server/notices/outside.ts'
import { recordTold } from '#server/notices/record.ts'
import { weighNotices } from '#server/notices/weigh.ts'

const AT_ONCE = 8
/** Shorter than the lease: what takes longer may have been taken, and nobody knows. */
const CALL_MS = 60_000

const neverEnded = async (): Promise<Handed> => {
  await pause(CALL_MS, null, { ref: false })
  return { kind: 'failed', reason: 'no answer in time', certain: false, permanent: false }
}

const unavailable: Handed = { kind: 'failed', reason: 'not-configured', certain: true, permanent: false }

/** The last look before the call: the database lets no telling of a drill be written, and none would be carried either. */
const SEALED: Handed = { kind: 'failed', reason: 'drill-sealed', certain: true, permanent: true }

const hand = async (desk: Desk, outside: Outside, claimed: Claimed): Promise<Handed> => {
  if (await isDrill(desk, claimed.workspace_id)) return SEALED
  const found = await asWorkerIn(desk.db, claimed.workspace_id, async (trx) => ({
    to: await addresseeOf(trx, claimed),
    device: claimed.means === 'push' ? await subscriptionOf(trx, desk, claimed.target_id) : null,
  }))
  if (claimed.means === 'push') {
    if (found.device === null) return { kind: 'gone' }
    return outside.push?.(found.device, pushOf(found.to, claimed.told, claimed.batchId)) ?? unavailable
  }
  return outside.mail?.(mailOf(found.to, claimed.told, claimed.batchId, outside.deskUrl)) ?? unavailable
}

const NO_WAYS: ReadonlySet<Means> = new Set()

/** The teller: carries what members must hear to where they chose to hear it. Any number of processes may run one each. */
export const makeTeller = (desk: Desk, outside: Outside) => {
  const ways = new Set<Means>()
  if (outside.mail !== null) ways.add('email')
  if (outside.push !== null) ways.add('push')

  const weigh = async (): Promise<number> => {
    const { rows } = await sql<{ workspace_id: string }>`
      select distinct workspace_id from notifications where weighed_at is null`.execute(desk.db.worker)
    let weighed = 0
    // What a drill tells its people stays in the desk's own pages (C4).
    for (const { workspace_id: id } of rows)
      weighed += await weighNotices(desk, id, (await isDrill(desk, id)) ? NO_WAYS : ways)
    return weighed
  }

  const carry = async (claimed: Claimed): Promise<void> => {
    // A process that froze since the claim must not wake up into a call that another one may be making.
    if (desk.now() + CALL_MS > claimed.leaseUntil.getTime()) return
    const handed = await Promise.race([hand(desk, outside, claimed), neverEnded()])
    await recordTold(desk, claimed, handed)
    const line = { means: claimed.means, member: claimed.member_id, notices: claimed.told.length }
    if (handed.kind === 'failed') desk.log.warn({ ...line, reason: handed.reason }, 'a notice did not get through')
    else desk.log.info({ ...line, became: handed.kind }, 'a notice left')
  }

  /** One round: weighs what is new, then tells what is due. True when more may be due at once. */
  const round = async (signal?: AbortSignal): Promise<boolean> => {
    const weighed = await weigh()
    const inTheAir: Promise<void>[] = []
    let idle = false
    while (!idle && inTheAir.length < AT_ONCE && signal?.aborted !== true) {
      const claimed = await claimTelling(desk)
      if (claimed === 'idle') idle = true
      else if (claimed !== 'settled') inTheAir.push(carry(claimed))
    }
    // One that could not be written down is found again when its lease runs out.
    for (const { reason } of (await Promise.allSettled(inTheAir)).filter((one) => one.status === 'rejected'))
      desk.log.error({ err: reason }, 'what became of a notice could not be recorded')
    return !idle || weighed > 0
  }

  return { round }
}

import { asWorkerIn } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { isDrill } from '#server/drills/is-drill.ts'
import { type ClaimedBulletin, claimBulletin, recordBulletin } from '#server/notices/claim-bulletin.ts'
import { noteMailOf } from '#server/notices/note-mail.ts'
import type { Handed, Outside } from '#server/notices/outside.ts'
import { makeWaySender, type SendToWay } from '#server/notices/send-bulletin.ts'
import { openTarget } from '#server/notices/way-target.ts'

const MOST_AT_ONCE = 8
const unavailable: Handed = { kind: 'failed', reason: 'not-configured', certain: true, permanent: false }

const handToWay = async (desk: Desk, send: SendToWay, claimed: ClaimedBulletin, deskUrl: string): Promise<Handed> => {
  const { way_id: wayId, body } = claimed
  if (wayId === null || !('headline' in body)) return { ...unavailable, reason: 'unusable', permanent: true }
  const way = await asWorkerIn(desk.db, claimed.workspace_id, (trx) =>
    trx.selectFrom('alert_ways').select(['shape', 'target']).where('id', '=', wayId).executeTakeFirstOrThrow(),
  )
  return send(way.shape, openTarget(desk, wayId, way.target), { ...body, url: deskUrl + body.url })
}

/** Carries what is to leave about a crisis: to the ways of the brand, and notes to those whom a person named. Any number of processes may. */
export const makeBulletinCarrier = (desk: Desk, outside: Outside) => {
  const send = makeWaySender({ allow: desk.allowHosts, now: desk.now })

  const hand = async (claimed: ClaimedBulletin): Promise<Handed> => {
    // The last look before the call: the database lets none of a drill be written either (C4).
    if (await isDrill(desk, claimed.workspace_id))
      return { kind: 'failed', reason: 'drill-sealed', certain: true, permanent: true }
    if (claimed.way_id !== null) return handToWay(desk, send, claimed, outside.deskUrl)
    if (outside.mail === null) return unavailable
    const mail = await noteMailOf(desk, claimed, outside.deskUrl)
    return outside.mail(mail)
  }

  const carry = async (claimed: ClaimedBulletin): Promise<void> => {
    const handed = await hand(claimed)
    await recordBulletin(desk, claimed, handed)
    const line = { way: claimed.way_id, note: claimed.note_id, tries: claimed.tries }
    if (handed.kind === 'failed') desk.log.warn({ ...line, reason: handed.reason }, 'a bulletin did not get through')
    else desk.log.info({ ...line, became: handed.kind }, 'a bulletin left')
  }

  /** One round; true when more may be due at once. */
  const round = async (signal?: AbortSignal): Promise<boolean> => {
    const inTheAir: Promise<void>[] = []
    let idle = false
    while (!idle && inTheAir.length < MOST_AT_ONCE && signal?.aborted !== true) {
      const claimed = await claimBulletin(desk)
      if (claimed === null) idle = true
      else if (claimed !== 'settled') inTheAir.push(carry(claimed))
    }
    for (const one of await Promise.allSettled(inTheAir))
      if (one.status === 'rejected')
        desk.log.error({ err: one.reason }, 'what became of a bulletin could not be recorded')
    return !idle
  }
  return { round }
}

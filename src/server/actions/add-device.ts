import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { FetchRefused } from '#connectors/safe-fetch.ts'
import { allowListOf, targetOf } from '#connectors/safe-fetch-target.ts'
import { areBrowserKeys } from '#server/access/push-keys.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { devicePlace } from '#server/notices/addressee.ts'

/** Nobody carries more. */
const MOST_DEVICES = 10

interface Device {
  name: string
  endpoint: string
  p256dh: string
  auth: string
}

/** Judged on its letters now; the address behind the name is judged at each visit. */
const mayBeVisited = (endpoint: string): boolean => {
  try {
    return !targetOf(endpoint, allowListOf([])).trusted
  } catch (error) {
    if (error instanceof FetchRefused) return false
    throw error
  }
}

const listOthers = (trx: Trx, actor: Actor, hash: Buffer) =>
  trx
    .selectFrom('notification_devices')
    .select('id')
    .where('member_id', '=', actor.memberId)
    .where('endpoint_hash', '<>', hash)
    .execute()

/** A browser that asked to be told. Known already, it is whoever's who sits before it now: what waited for another member goes nowhere. */
export const addDevice = (desk: Desk, actor: Actor, device: Device): Promise<{ id: string } | Refused> =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { name, endpoint, p256dh, auth } = device
    if (!mayBeVisited(endpoint) || !areBrowserKeys(p256dh, auth)) return { refused: 'device-refused' }
    const hash = createHash('sha256').update(endpoint).digest()
    // One at a time: two windows of one browser would both find room, and both put down the same address.
    await sql`select pg_advisory_xact_lock(hashtext('add-device'))`.execute(trx)
    if ((await listOthers(trx, actor, hash)).length >= MOST_DEVICES) return { refused: 'too-many-devices' }
    await trx.deleteFrom('notification_devices').where('endpoint_hash', '=', hash).execute()
    const id = desk.newId()
    const sealed = desk.seal.seal('push-device', devicePlace(id), JSON.stringify({ endpoint, p256dh, auth }))
    await trx
      .insertInto('notification_devices')
      .values({
        ...{ id, workspace_id: actor.workspaceId, member_id: actor.memberId, name },
        ...{ endpoint_hash: hash, subscription: sealed, added_at: new Date(desk.now()) },
      })
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'device.added', at: desk.now(), memberId: actor.memberId, data: { deviceId: id } },
    ])
    return { id }
  })

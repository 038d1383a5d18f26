import type { Connector, OpenAccount } from '#connectors/connector.ts'
import { openAccountOf } from '#server/channels/open-channel.ts'
import type { Desk } from '#server/desk.ts'

/** How long a disconnection or a new secret may take to be known to this process. */
const FRESH_MS = 3_000
const MOST = 1_000
const TOUCH_MS = 1_000

export interface HookAccount {
  workspaceId: string
  account: OpenAccount
  connector: Connector
}

interface Kept {
  asked: Promise<HookAccount | null>
  until: number
}

const keptBy = new WeakMap<Desk, Map<string, Kept>>()
const touchedBy = new WeakMap<Desk, Map<string, number>>()

const mapOf = <T>(maps: WeakMap<Desk, Map<string, T>>, desk: Desk): Map<string, T> => {
  const made = maps.get(desk) ?? new Map<string, T>()
  maps.set(desk, made)
  return made
}

const ask = async (desk: Desk, id: string): Promise<HookAccount | null> => {
  const row = await desk.db.worker
    .selectFrom('channel_accounts')
    .selectAll()
    .where('id', '=', id)
    .where('disconnected_at', 'is', null)
    .executeTakeFirst()
  const connector = desk.registry.get(row?.connector ?? '')
  if (row === undefined || connector?.verifyHook === undefined) return null
  return { workspaceId: row.workspace_id, account: openAccountOf(desk, row), connector }
}

/** The account that a webhook names, with its secret open, asked of the database once every few seconds. */
export const findHookAccount = (desk: Desk, id: string): Promise<HookAccount | null> => {
  const kept = mapOf(keptBy, desk)
  const known = kept.get(id)
  const now = desk.now()
  if (known !== undefined && known.until > now) return known.asked
  if (kept.size >= MOST) kept.clear()
  const asked = ask(desk, id)
  kept.set(id, { asked, until: now + FRESH_MS })
  // A database that did not answer is asked again by the next webhook.
  asked.catch(() => kept.delete(id))
  return asked
}

/** Says on the channel's page that the network still calls; once a second at most, and not worth making it wait. */
export const touchHookAccount = (desk: Desk, id: string): void => {
  const touched = mapOf(touchedBy, desk)
  const now = desk.now()
  if (now - (touched.get(id) ?? -Infinity) < TOUCH_MS) return
  if (touched.size >= MOST) touched.clear()
  touched.set(id, now)
  desk.db.worker
    .updateTable('channel_accounts')
    .set({ last_webhook_at: new Date(now) })
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => desk.log.warn({ err: error, account: id }, 'the time of a webhook was not noted'))
}

import { FetchRefused } from '#connectors/safe-fetch.ts'
import { allowListOf, targetOf } from '#connectors/safe-fetch-target.ts'
import type { GravityLevel } from '#core/crisis/gravity.ts'
import { WAY_NEEDS, type WayShape, type WayTarget } from '#core/notification/bulletin.ts'
import { newHookSecret } from '#server/access/signed-hook.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { isDrill } from '#server/drills/is-drill.ts'
import { queueBulletin } from '#server/notices/queue-bulletin.ts'
import { sealTarget } from '#server/notices/way-target.ts'

/** More rooms than this hear of nothing any more. */
const MOST_WAYS = 20

interface NewWay {
  name: string
  shape: WayShape
  fromLevel: GravityLevel
  language: 'fr' | 'en'
  url: string
  authorization?: string | undefined
  chat?: string | undefined
  numbers?: readonly string[] | undefined
}

/** The host of an address that may be visited; null for one that may not. Judged on its letters now, and at each visit again. */
const hostOf = (desk: Desk, url: string): string | null => {
  try {
    return targetOf(url, allowListOf([...desk.allowHosts])).url.host
  } catch (error) {
    if (error instanceof FetchRefused || error instanceof TypeError) return null
    throw error
  }
}

const targetFor = (way: NewWay, secret: string | null): WayTarget => {
  const { url, authorization = '', chat = '', numbers = [] } = way
  return {
    url,
    ...(secret !== null && { secret }),
    ...(authorization !== '' && { authorization }),
    ...(chat !== '' && { chat }),
    ...(numbers.length > 0 && { numbers }),
  }
}

/** Adds a way out. Its address is sealed, and the secret that signs is shown now and never again (L4). */
export const addAlertWay = async (
  desk: Desk,
  actor: Actor,
  way: NewWay,
): Promise<{ id: string; secret: string | null } | Refused> => {
  if (await isDrill(desk, actor.workspaceId)) return { refused: 'drill-sealed' }
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const host = hostOf(desk, way.url)
    if (host === null) return { refused: 'way-address-refused' }
    const needs = WAY_NEEDS[way.shape]
    const secret = needs.includes('secret') ? newHookSecret() : null
    const target = targetFor(way, secret)
    if (needs.some((need) => target[need] === undefined)) return { refused: 'way-incomplete' }
    const open = await trx.selectFrom('alert_ways').select('id').where('stopped_at', 'is', null).execute()
    if (open.length >= MOST_WAYS) return { refused: 'too-many-ways' }
    const [id, at] = [desk.newId(), desk.now()]
    await trx
      .insertInto('alert_ways')
      .values({
        ...{ id, workspace_id: actor.workspaceId, name: way.name, shape: way.shape, from_level: way.fromLevel },
        ...{ language: way.language, host, target: sealTarget(desk, id, target) },
        ...{ created_by: actor.memberId, created_at: new Date(at) },
      })
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'alert-way.added', at, memberId: actor.memberId, data: { wayId: id, shape: way.shape } },
    ])
    return { id, secret }
  })
}

const TRY = {
  fr: (level: number) => `Essai : les alertes de gravité ${level} et plus arriveront ici.`,
  en: (level: number) => `A try: alerts of gravity ${level} and more will come here.`,
} as const

/** A message that says that it is a try: whether it arrives is seen on the screen (L4). */
export const tryAlertWay = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const way = await trx
      .selectFrom('alert_ways')
      .select(['id', 'language', 'from_level'])
      .where('id', '=', input.id)
      .where('stopped_at', 'is', null)
      .executeTakeFirst()
    if (way === undefined) return NOT_FOUND
    await queueBulletin(trx, desk, {
      ...{ workspaceId: actor.workspaceId, wayId: way.id, alertId: null, thing: `try ${desk.newId()}`, kind: 'try' },
      ...{ headline: TRY[way.language](way.from_level), lines: [], data: {} },
    })
    await recordEvents(trx, actor.workspaceId, [
      { name: 'alert-way.tried', at: desk.now(), memberId: actor.memberId, data: { wayId: way.id } },
    ])
    desk.wake('tell')
    return { done: true } as const
  })

/** Nothing more goes that way, and what waited for it is dropped. */
export const stopAlertWay = (desk: Desk, actor: Actor, input: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = new Date(desk.now())
    const stopped = await trx
      .updateTable('alert_ways')
      .set({ stopped_at: at, stopped_by: actor.memberId })
      .where('id', '=', input.id)
      .where('stopped_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (stopped === undefined) return NOT_FOUND
    await trx
      .updateTable('bulletins')
      .set({ state: 'dropped', reason: 'stopped', due_at: null, lease_until: null, settled_at: at })
      .where('way_id', '=', stopped.id)
      .where('state', '=', 'waiting')
      .execute()
    await recordEvents(trx, actor.workspaceId, [
      { name: 'alert-way.stopped', at: desk.now(), memberId: actor.memberId, data: { wayId: stopped.id } },
    ])
    return { done: true } as const
  })

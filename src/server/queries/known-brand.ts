import type { CharterNetwork } from '#core/charter/charter.ts'
import type { KnownBrand } from '#core/charter/starter.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { messagesPerWeek } from './charter-figures.ts'
import { openingHoursOf } from './opening-hours.ts'

/** What a mission is sized for when nothing has been heard yet. */
const FIRST_GUESS = 20

const hostsIn = (ways: readonly unknown[]): string[] =>
  ways.flatMap((way) => {
    const value = typeof way === 'object' && way !== null && 'value' in way ? String(way.value) : ''
    if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return []
    return [new URL(value).hostname.replace(/^www\./, '')]
  })

const networksOf = async (desk: Desk, trx: Trx, actor: Actor): Promise<CharterNetwork[]> => {
  const rows = await trx
    .selectFrom('channel_accounts')
    .select('connector')
    .distinct()
    .where('state', '<>', 'disconnected')
    .orderBy('connector')
    .execute()
  const policies = new Map(
    (await trx.selectFrom('sla_policies').selectAll().execute()).map((row) => [row.connector, row]),
  )
  const heard = await messagesPerWeek(desk, trx, actor)
  return rows.flatMap(({ connector }): CharterNetwork[] => {
    const own = policies.get(connector)
    const usual = desk.registry.get(connector)?.capabilities.promise
    if (own === undefined && usual === undefined) return []
    return [
      {
        connector,
        expectedPerWeek: heard.get(connector) ?? FIRST_GUESS,
        firstReplyMinutes: own?.first_reply_minutes ?? usual?.firstReplyMinutes ?? 120,
        nextReplyMinutes: own?.next_reply_minutes ?? usual?.nextReplyMinutes ?? 120,
        calendar: own?.calendar ?? usual?.calendar ?? 'business',
      },
    ]
  })
}

/** What the desk knows of the brand already, so that its charter does not start from a blank page. */
export const readKnownBrand = async (desk: Desk, trx: Trx, actor: Actor): Promise<KnownBrand> => {
  const workspace = await trx
    .selectFrom('workspaces')
    .select(['name', 'private_ways'])
    .where('id', '=', actor.workspaceId)
    .executeTakeFirstOrThrow()
  return {
    name: workspace.name,
    week: (await openingHoursOf(trx, actor.workspaceId))?.weekly ?? [],
    networks: await networksOf(desk, trx, actor),
    // Links are judged once the charter says where the brand is at home, and not before.
    ownHosts: [...new Set(hostsIn(Array.isArray(workspace.private_ways) ? workspace.private_ways : []))],
    otherBrands: [],
  }
}

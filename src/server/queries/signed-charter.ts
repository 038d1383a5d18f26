import type { SignedCharter } from '#core/charter/document.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused } from '#server/desk.ts'
import { readCharterVersion } from './charter.ts'
import { switchesNow } from './rules.ts'

/** One version with the names that its document speaks of: the brand's, its networks', its accounts', and who approved. */
export const readSignedCharter = async (desk: Desk, actor: Actor, number: number) => {
  const read = await readCharterVersion(desk, actor, { number })
  if (isRefused(read)) return read
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const workspace = await trx
      .selectFrom('workspaces')
      .select(['name', 'language', 'time_zone'])
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const accounts = await trx.selectFrom('channel_accounts').select(['id', 'handle']).execute()
    const newer = await trx
      .selectFrom('charter_versions')
      .select('number')
      .where('number', '>', number)
      .where('in_force_at', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    const holds = read.inForceAt !== null && newer === undefined
    const off = holds ? [...(await switchesNow(trx))] : []
    const handles = new Map(accounts.map(({ id, handle }) => [id, handle]))
    const version: SignedCharter = {
      number: read.number,
      charter: read.charter,
      inForceAt: read.inForceAt,
      replaced: newer !== undefined,
      approvals: read.approvals.map(({ side, by, at }) => ({ side, name: by.name, at })),
      off: off.map(([rule, { by, at, reason }]) => ({ rule, name: by.name, at, reason })),
    }
    return {
      version,
      around: {
        brand: workspace.name,
        language: workspace.language === 'en' ? ('en' as const) : ('fr' as const),
        timeZone: workspace.time_zone,
        names: {
          network: (connector: string) => desk.registry.get(connector)?.network ?? connector,
          account: (id: string) => handles.get(id) ?? id,
        },
      },
    }
  })
}

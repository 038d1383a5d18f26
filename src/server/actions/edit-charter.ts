import type { Charter } from '#core/charter/charter.ts'
import { recordEvents } from '#server/db/record-events.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { insertDraft, lockNewestCharter } from './draft-charter.ts'

interface Edit {
  number: number
  revision: number
  charter: Charter
}

const isApprovedByAny = async (trx: Trx, version: Row<'charter_versions'>): Promise<boolean> =>
  (await trx
    .selectFrom('charter_approvals')
    .select('side')
    .where('version_id', '=', version.id)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** What one was not shown cannot be changed, nor approved: somebody has written since. */
export const refuseMoved = (
  newest: Row<'charter_versions'>,
  seen: { number: number; revision: number },
): Refused | null =>
  newest.number === seen.number && newest.revision === seen.revision
    ? null
    : { refused: 'charter-moved-on', data: { number: newest.number, revision: newest.revision } }

const rewrite = async (trx: Trx, desk: Desk, version: Row<'charter_versions'>, charter: Charter) => {
  const revision = version.revision + 1
  await trx
    .updateTable('charter_versions')
    .set({ charter: JSON.stringify(charter), revision, edited_at: new Date(desk.now()) })
    .where('id', '=', version.id)
    .execute()
  return { number: version.number, revision }
}

/** Changes the draft. What is in force, or approved by anybody, stays as it was: the change then opens the next version (H1). */
export const editCharter = async (desk: Desk, actor: Actor, { charter, ...seen }: Edit) => {
  if (charter.networks.some(({ connector }) => !desk.registry.has(connector)))
    return { refused: 'unknown-connector' } satisfies Refused
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const newest = await lockNewestCharter(trx, actor)
    if (newest === undefined) return NOT_FOUND
    const moved = refuseMoved(newest, seen)
    if (moved !== null) return moved
    const settled = newest.in_force_at !== null || (await isApprovedByAny(trx, newest))
    const made = settled
      ? await insertDraft(trx, desk, actor, newest.number + 1, charter)
      : await rewrite(trx, desk, newest, charter)
    await recordEvents(trx, actor.workspaceId, [
      { name: 'charter.edited', at: desk.now(), memberId: actor.memberId, data: made },
    ])
    return made
  })
}

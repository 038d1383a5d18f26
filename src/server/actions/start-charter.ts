import { starterCharter } from '#core/charter/starter.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import { readKnownBrand } from '#server/queries/known-brand.ts'
import { insertDraft, lockNewestCharter } from './draft-charter.ts'

/** Writes the first draft of the charter from a starter that can be used on the first day, and from what the desk knows (H1). */
export const startCharter = (desk: Desk, actor: Actor, { language }: { language: 'fr' | 'en' }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    if ((await lockNewestCharter(trx, actor)) !== undefined) return { refused: 'charter-started' } satisfies Refused
    const charter = starterCharter(language, await readKnownBrand(desk, trx, actor))
    const made = await insertDraft(trx, desk, actor, 1, charter)
    await recordEvents(trx, actor.workspaceId, [
      { name: 'charter.started', at: desk.now(), memberId: actor.memberId, data: { ...made, language } },
    ])
    return made
  })

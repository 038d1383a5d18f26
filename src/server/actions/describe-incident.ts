import { findTooWide, type Matching } from '#core/crisis/matching.ts'
import { walkFrom } from '#server/crisis/link-past.ts'
import { openCell } from '#server/crisis/lock-incident.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { brandNamesOf } from '#server/queries/incident-proposal.ts'

interface Description {
  id: string
  title: string
  matching: Matching
  sinceAt: number
}

/** Says what the incident is about: other words are other mentions, looked for anew; what people linked or unlinked stays (C3). */
export const describeIncident = async (desk: Desk, actor: Actor, { id, title, matching, sinceAt }: Description) => {
  const answer = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const cell = await openCell(trx, actor, id)
    if (isRefused(cell)) return cell
    const tooWide = findTooWide(matching.words, await brandNamesOf(trx, actor.workspaceId))
    if (tooWide.length > 0) return { refused: 'words-too-wide', data: { words: tooWide } } satisfies Refused
    const now = desk.now()
    const since = Math.min(sinceAt, now)
    const { incident } = cell
    const isOther =
      JSON.stringify(matching) !== JSON.stringify(incident.matching) || since !== incident.since_at.getTime()
    if (isOther)
      await trx
        .deleteFrom('incident_mentions')
        .where('incident_id', '=', id)
        .where('linked_by', 'is', null)
        .where('unlinked_at', 'is', null)
        .execute()
    await trx
      .updateTable('incidents')
      .set({
        title,
        ...(isOther && { matching: JSON.stringify(matching), since_at: new Date(since), ...walkFrom(since, now) }),
      })
      .where('id', '=', id)
      .execute()
    await recordIncident(trx, desk, incident, {
      ...{ name: 'incident.described', memberId: actor.memberId, words: title, data: { anew: isOther } },
    })
    return { done: true } as const
  })
  desk.wake('tick')
  return answer
}

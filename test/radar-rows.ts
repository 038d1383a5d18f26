import type { Trx } from '#server/db/transaction.ts'

interface Rows {
  workspaceId: string
  memberId: string
  messageId: string
  storyId: string
  muteId: string
  lineId: string
  words: string
  at: Date
}

/** A story of the radar, a subject that was taken off, and a line of a digest, all in the same words. */
export const fillRadar = async (trx: Trx, { workspaceId, memberId, messageId, words, at, ...ids }: Rows) => {
  const here = { workspace_id: workspaceId }
  const said = { label: JSON.stringify([words]), samples: JSON.stringify([messageId]) }
  await trx
    .insertInto('radar_stories')
    .values({
      ...{ ...here, ...said, id: ids.storyId, rising: true, place: 0, began_at: at, last_at: at, count: 3, authors: 2 },
      ...{ reach: 1, negative: 1, networks: '{}', heard: 3, usual: 0, share: 1, told_at: at },
    })
    .execute()
  await trx
    .insertInto('radar_mutes')
    .values({
      ...{ ...here, id: ids.muteId, words: JSON.stringify([words]), because: words, muted_by: memberId, muted_at: at },
    })
    .execute()
  const week = '2026-03-02'
  await trx
    .insertInto('digests')
    .values({ ...here, week, from_at: at, until_at: at, made_at: at, messages: 1 })
    .execute()
  await trx
    .insertInto('digest_lines')
    .values({
      ...{ ...here, ...said, id: ids.lineId, week, topic: 'delivery', intent: 'complaint', count: 1, authors: 1 },
      ...{ of_count: 1, before_count: 0, due_at: at },
    })
    .execute()
}

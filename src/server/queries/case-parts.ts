import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

export interface MemberRef {
  id: string
  name: string
}

/** The names of members by id, asked once for a whole screen. */
export const namesOf = async (trx: Trx, ids: (string | null)[]): Promise<Map<string, MemberRef>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await trx.selectFrom('members').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export const shapeAuthor = (row: Row<'authors'>) => ({
  id: row.id,
  externalId: row.external_id,
  handle: row.handle,
  displayName: row.display_name,
  avatarUrl: null,
  profileUrl: row.profile_url,
  followers: row.followers,
})

export const shapeNote = (row: Row<'notes'>, names: Map<string, MemberRef>) => ({
  id: row.id,
  text: row.text,
  by: names.get(row.member_id) ?? { id: row.member_id, name: '?' },
  mentions: row.mentions.flatMap((id) => names.get(id) ?? []),
  createdAt: row.created_at.getTime(),
})

export const shapeDelivery = (row: Row<'deliveries'>, names: Map<string, MemberRef>) => ({
  id: row.id,
  caseId: row.case_id,
  accountId: row.account_id,
  audience: row.audience,
  text: row.text,
  state: row.state,
  readyAt: row.ready_at.getTime(),
  queuedAt: row.queued_at.getTime(),
  attempt: row.attempts,
  nextTryAt: row.next_at?.getTime() ?? null,
  reason: row.reason,
  detail: row.detail,
  permalink: row.permalink,
  by: names.get(row.member_id ?? '') ?? null,
})

import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#server/desk.ts'

export interface InboxFilter {
  queue?: 'owed' | 'thanks' | 'waiting' | 'resolved' | 'snoozed' | 'all' | undefined
  owner?: string | undefined
  account?: string | undefined
  label?: string | undefined
  incident?: string | undefined
  audience?: 'public' | 'private' | undefined
  late?: 'true' | 'false' | undefined
  q?: string | undefined
  /** Only these, comma-separated. */
  cases?: string | undefined
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const idsIn = (list: string): string[] => list.split(',').filter((id) => uuid.test(id))

type Sql = RawBuilder<unknown>

const queueCondition = (queue: NonNullable<InboxFilter['queue']>, now: Date, due: Sql): Sql => {
  switch (queue) {
    case 'owed':
      return sql`${due} is not null and not c.thanks and (c.snoozed_until is null or c.snoozed_until <= ${now})`
    case 'thanks':
      return sql`${due} is not null and c.thanks and (c.snoozed_until is null or c.snoozed_until <= ${now})`
    case 'waiting':
      return sql`c.state = 'waiting'`
    case 'resolved':
      return sql`c.state = 'resolved'`
    case 'snoozed':
      return sql`c.snoozed_until > ${now}`
    case 'all':
      return sql`true`
  }
}

/**
 * The filter of a view as SQL whose text is one of a fixed few; every value is a parameter. The alias of `cases` is `c`; `due` is its
 * deadline, or the same where it stands elsewhere.
 */
export const caseConditions = (filter: InboxFilter, actor: Actor, now: Date, due: Sql = sql.ref('c.due_at')): Sql => {
  const parts: Sql[] = [
    sql`c.workspace_id = ${actor.workspaceId}::uuid`,
    queueCondition(filter.queue ?? 'owed', now, due),
  ]
  if (filter.owner === 'me') parts.push(sql`c.owner_id = ${actor.memberId}::uuid`)
  else if (filter.owner === 'nobody') parts.push(sql`c.owner_id is null`)
  else if (filter.owner !== undefined) parts.push(sql`c.owner_id = ${filter.owner}::uuid`)
  if (filter.cases !== undefined) parts.push(sql`c.id = any(${idsIn(filter.cases)}::uuid[])`)
  if (filter.account !== undefined) parts.push(sql`c.account_id = ${filter.account}::uuid`)
  if (filter.audience !== undefined) parts.push(sql`c.audience = ${filter.audience}`)
  if (filter.late === 'true') parts.push(sql`${due} < ${now}`)
  if (filter.late === 'false') parts.push(sql`${due} >= ${now}`)
  if (filter.label !== undefined)
    parts.push(
      sql`exists (select 1 from case_labels cl where cl.case_id = c.id and cl.label_id = ${filter.label}::uuid)`,
    )
  if (filter.incident !== undefined)
    parts.push(sql`c.conversation_id in (
      select im.conversation_id from incident_mentions im where im.incident_id = ${filter.incident}::uuid and im.unlinked_at is null)`)
  return sql.join(parts, sql` and `)
}

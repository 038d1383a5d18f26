import { sql } from 'kysely'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { caseConditions, type InboxFilter } from './inbox-filter.ts'
import { listBySearch } from './inbox-search.ts'
import { walkQueue } from './inbox-walk.ts'

export interface InboxPage extends InboxFilter {
  after?: string | undefined
  limit?: number | undefined
}

const PAGE = 100
/** The highest that a case's number can be. */
const HIGHEST = 2_147_483_647

/** « #412 » is a case by its number, as people say it aloud; anything else is looked for in the words. */
const numberIn = (q: string | undefined): number | null => {
  const [, digits] = /^#(\d{1,10})$/.exec(q?.trim() ?? '') ?? []
  return digits === undefined ? null : Math.min(Number(digits), HIGHEST)
}

const listByNumber = async (trx: Trx, actor: Actor, filter: InboxPage, now: Date, number: number) => {
  const where = caseConditions({ ...filter, queue: filter.queue ?? 'all' }, actor, now)
  const { rows } = await sql<{ id: string }>`select c.id from cases c where ${where} and c.number = ${number}`.execute(
    trx,
  )
  return { ids: rows.map((row) => row.id), after: null }
}

const readRows = async (trx: Trx, ids: string[], since: Date) => {
  const { rows } = await sql<RowRead>`
    select c.id, c.number, c.state, c.audience, c.account_id, c.excerpt, c.due_at, c.promised_ms, c.snoozed_until, c.last_in_at,
      jsonb_build_object('id', a.id, 'displayName', a.display_name, 'handle', a.handle, 'avatarUrl', a.avatar_url) as author,
      (select jsonb_build_object('id', o.id, 'name', o.name) from members o where o.id = c.owner_id) as owner,
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'colour', l.colour) order by l.name), '[]')
         from case_labels cl join labels l on l.id = cl.label_id where cl.case_id = c.id) as labels,
      (select coalesce(jsonb_agg(jsonb_build_object('member', jsonb_build_object('id', m.id, 'name', m.name), 'doing', p.doing)), '[]')
         from presences p join members m on m.id = p.member_id where p.case_id = c.id and p.seen_at > ${since}) as presences,
      (select d.state from deliveries d where d.conversation_id = c.conversation_id and d.state not in ('sent', 'cancelled') and d.finished_at is null
         order by d.sequence desc limit 1) as delivery
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join cases c on c.id = wanted.id join authors a on a.id = c.author_id order by wanted.place`.execute(trx)
  return rows
}

/** One page of the queue: what is owed by deadline (A2), the other queues by latest word. */
export const listInbox = (
  desk: Desk,
  actor: Actor,
  filter: InboxPage,
): Promise<{ rows: ReturnType<typeof shapeRow>[]; after: string | null }> =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const limit = filter.limit ?? PAGE
    const now = new Date(desk.now())
    const { q } = filter
    const number = numberIn(q)
    const listed =
      number !== null
        ? await listByNumber(trx, actor, filter, now, number)
        : q !== undefined && q !== ''
          ? await listBySearch(trx, actor, { ...filter, q }, now, limit)
          : await walkQueue(trx, actor, filter, now, limit)
    const rows = await readRows(trx, listed.ids, new Date(desk.now() - PRESENCE_MS))
    return { rows: rows.map(shapeRow), after: listed.after }
  })

/** A presence is forgotten after this long without a sign. */
export const PRESENCE_MS = 45_000

interface RowRead {
  id: string
  number: number
  state: 'open' | 'waiting' | 'resolved' | 'reopened'
  audience: 'public' | 'private'
  account_id: string
  excerpt: string
  due_at: Date | null
  promised_ms: number | null
  snoozed_until: Date | null
  last_in_at: Date | null
  author: { id: string; displayName: string; handle: string; avatarUrl: string | null }
  owner: { id: string; name: string } | null
  labels: { id: string; name: string; colour: string }[]
  presences: { member: { id: string; name: string }; doing: 'reading' | 'writing' }[]
  delivery: 'held' | 'queued' | 'sending' | 'unknown' | 'to-check' | 'refused' | 'stale' | null
}

const shapeRow = (row: RowRead) => ({
  id: row.id,
  number: row.number,
  state: row.state,
  audience: row.audience,
  accountId: row.account_id,
  author: row.author,
  excerpt: row.excerpt,
  dueAt: row.due_at?.getTime() ?? null,
  promisedMs: row.promised_ms,
  snoozedUntil: row.snoozed_until?.getTime() ?? null,
  lastInAt: row.last_in_at?.getTime() ?? null,
  owner: row.owner,
  labels: row.labels,
  presences: row.presences,
  delivery: row.delivery,
})

import { sql } from 'kysely'
import type { Trx } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'
import { caseConditions, type InboxFilter } from './inbox-filter.ts'
import { decodePosition, encodePosition } from './position.ts'

interface Found {
  id: string
  /** Its newest message with these words: where the next page goes on. */
  sort: string
}

export interface SearchPage {
  ids: string[]
  after: string | null
}

/** A filter that keeps no more cases than this is looked through case by case. */
const FEW = 500
/** Messages asked of the index at once: where the filter keeps few of them, and at most. */
const NARROW = 2_000
const MOST = 20_000

const isNarrow = ({ queue, owner, account, label, audience, late, cases }: InboxFilter): boolean =>
  (queue !== undefined && queue !== 'all') ||
  [owner, account, label, audience, late, cases].some((by) => by !== undefined)

interface Search {
  trx: Trx
  filter: InboxFilter & { q: string }
  actor: Actor
  now: Date
  before: string | null
  limit: number
}

const conditionsOf = ({ filter, actor, now }: Search) =>
  caseConditions({ ...filter, queue: filter.queue ?? 'all' }, actor, now)

/** The conversations of the few cases that the filter keeps; null where they are many. */
const findFew = async (search: Search): Promise<string[] | null> => {
  if (!isNarrow(search.filter)) return null
  const { rows } = await sql<{ conversation_id: string }>`
    select c.conversation_id from cases c where ${conditionsOf(search)} limit ${FEW + 1}`.execute(search.trx)
  return rows.length > FEW ? null : rows.map((row) => row.conversation_id)
}

/** Reads what these conversations say: the index of words would bring everything that everybody else says. */
const searchAmong = async (
  { trx, filter: { q }, before, limit }: Search,
  conversations: string[],
): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select c.id, max(m.id::text) as sort
    from messages m join cases c on c.conversation_id = m.conversation_id
    where m.conversation_id = any(${conversations}::uuid[]) and (${before}::uuid is null or m.id < ${before}::uuid)
      and m.search @@ (websearch_to_tsquery('vigie_fr', ${q}) || websearch_to_tsquery('vigie_en', ${q}))
    group by c.id order by sort desc limit ${limit}`.execute(trx)
  return rows
}

/** Goes down the messages with these words, from the newest, until enough cases are found that the filter keeps. */
const searchDown = async (search: Search): Promise<Found[]> => {
  const { trx, filter, limit } = search
  const found = new Map<string, Found>()
  let before = search.before
  for (let most = isNarrow(filter) ? NARROW : limit + 10; ; most = Math.min(most * 4, MOST)) {
    const { rows } = await sql<{ read: number; last: string | null; found: Found[] }>`
      with said as materialized (select * from search_messages(${filter.q}, ${before}::uuid, ${most}))
      select (select count(*) from said)::int as read, (select min(message_id::text) from said) as last,
        coalesce((select json_agg(json_build_object('id', k.id, 'sort', k.sort) order by k.sort desc) from (
          select c.id, max(said.message_id::text) as sort from said join cases c on c.conversation_id = said.conversation_id
          where ${conditionsOf(search)} group by c.id) k), '[]') as found`.execute(trx)
    const [batch] = rows
    for (const one of batch?.found ?? []) if (!found.has(one.id)) found.set(one.id, one)
    if (batch === undefined || found.size >= limit || batch.read < most) return [...found.values()].slice(0, limit)
    before = batch.last
  }
}

/** Newest matching words first; a case may come again on a later page, through an older message, and is then skipped by the reader. */
export const listBySearch = async (
  trx: Trx,
  actor: Actor,
  filter: InboxFilter & { q: string; after?: string | undefined },
  now: Date,
  limit: number,
): Promise<SearchPage> => {
  const search = { trx, actor, filter, now, limit, before: decodePosition(filter.after)?.id ?? null }
  const few = await findFew(search)
  const found = few === null ? await searchDown(search) : await searchAmong(search, few)
  const last = found.at(-1)
  return {
    ids: found.map((one) => one.id),
    after: last === undefined || found.length < limit ? null : encodePosition({ sort: '', id: last.sort }),
  }
}

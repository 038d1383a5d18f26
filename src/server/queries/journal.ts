import { type RawBuilder, sql } from 'kysely'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { type LoggedRow, loggedColumns } from './event-chain.ts'
import { formatPosition, parsePosition } from './events-since.ts'

export interface JournalFilter {
  memberId?: string | undefined
  names?: string | undefined
  caseNumber?: number | undefined
  from?: number | undefined
  to?: number | undefined
  after?: string | undefined
}

export interface JournalRow extends LoggedRow {
  at: Date
  member_name: string | null
  case_number: number | null
  connector: string | null
  handle: string | null
  position: number | null
  hash: Buffer | null
}

const conditionsOf = (filter: JournalFilter): RawBuilder<unknown>[] => {
  const { memberId, names, caseNumber, from, to } = filter
  const before = parsePosition(filter.after)
  return [
    ...(memberId === undefined ? [] : [sql`e.member_id = ${memberId}`]),
    ...(names === undefined ? [] : [sql`e.name = any(${names.split(',')}::text[])`]),
    ...(caseNumber === undefined ? [] : [sql`e.case_id = (select id from cases where number = ${caseNumber})`]),
    ...(from === undefined ? [] : [sql`e.at >= ${new Date(from).toISOString()}::timestamptz`]),
    ...(to === undefined ? [] : [sql`e.at < ${new Date(to).toISOString()}::timestamptz`]),
    ...(before === null ? [] : [sql`(e.tx, e.id) < (${before.tx}::xid8, ${before.id}::bigint)`]),
  ]
}

/** Lines of the log with the names of those they speak of, the latest first, and where the next page begins. */
export const readJournalRows = async (trx: Trx, workspaceId: string, filter: JournalFilter, most: number) => {
  const where = [sql`e.workspace_id = ${workspaceId}`, ...conditionsOf(filter)]
  const { rows } = await sql<JournalRow>`
    select ${loggedColumns}, e.at, m.name as member_name, c.number as case_number, a.connector, a.handle, s.position, s.hash
    from events e
      left join members m on m.id = e.member_id
      left join cases c on c.workspace_id = e.workspace_id and c.id = e.case_id
      left join channel_accounts a on a.workspace_id = e.workspace_id and a.id = e.account_id
      left join event_seals s on s.event_id = e.id
    where ${sql.join(where, sql` and `)}
    order by e.tx desc, e.id desc limit ${most + 1}`.execute(trx)
  const page = rows.slice(0, most)
  const last = page.at(-1)
  return { rows: page, after: rows.length > most && last !== undefined ? formatPosition(last) : null }
}

const PAGE = 100

/** The journal: every deed of the brand, and how far it is sealed. */
export const readJournal = (desk: Desk, actor: Actor, filter: JournalFilter = {}) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { rows, after } = await readJournalRows(trx, actor.workspaceId, filter, PAGE)
    const chain = await trx.selectFrom('event_chains').select('position').executeTakeFirst()
    const anchor = await trx
      .selectFrom('event_anchors')
      .select(sql<string | null>`max(day)::text`.as('day'))
      .executeTakeFirst()
    return {
      lines: rows.map((row) => ({
        id: row.id,
        at: row.at.getTime(),
        name: row.name,
        by: row.member_id === null ? null : { id: row.member_id, name: row.member_name ?? '?' },
        caseId: row.case_id,
        caseNumber: row.case_number,
        account:
          row.connector === null || row.handle === null
            ? null
            : { network: desk.registry.get(row.connector)?.network ?? row.connector, handle: row.handle },
        data: row.data as Record<string, unknown>,
        seal:
          row.position === null || row.hash === null
            ? null
            : { position: row.position, hash: row.hash.toString('hex') },
      })),
      after,
      chain: { sealed: chain?.position ?? 0, anchoredOn: anchor?.day ?? null },
    }
  })

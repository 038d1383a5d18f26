import { sql } from 'kysely'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

const PAGE = 50
const EXCERPT = 300

interface Quarantined {
  id: string
  account_id: string
  connector: string
  external_id: string
  received_at: Date
  attempts: number
  fault: string | null
  beginning: Buffer | null
  written: string | null
  size: number
}

/** What it looks like, for a person: never parsed, never trusted. */
const excerptOf = ({ beginning, written }: Quarantined): string =>
  (beginning === null ? (written ?? '') : beginning.toString('utf8').toWellFormed())
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, EXCERPT)
    .toWellFormed()

const positionOf = (after: string | undefined): string | null =>
  after !== undefined && /^\d{1,18}$/.test(after) ? after : null

/** What came in and could not be understood, newest first: kept whole, shown, and replayed once mended (L1). */
export const listQuarantine = (desk: Desk, actor: Actor, input?: { after?: string | undefined }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { rows } = await sql<Quarantined>`
      select r.id::text as id, r.account_id, a.connector, r.external_id, r.received_at, r.attempts, r.fault,
        substring(r.raw from 1 for ${EXCERPT * 2}::integer) as beginning, left(r.body::text, ${EXCERPT}::integer) as written,
        coalesce(octet_length(r.raw), octet_length(r.body::text), 0) as size
      from receipts r join channel_accounts a on a.id = r.account_id
      where r.workspace_id = ${actor.workspaceId}::uuid and r.state = 'quarantined'
        and r.id < coalesce(${positionOf(input?.after)}::bigint, 9223372036854775807)
      order by r.id desc limit ${PAGE + 1}::integer`.execute(trx)
    const page = rows.slice(0, PAGE)
    return {
      receipts: page.map((row) => ({
        id: row.id,
        accountId: row.account_id,
        network: desk.registry.get(row.connector)?.network ?? row.connector,
        externalId: row.external_id,
        receivedAt: row.received_at.getTime(),
        attempts: row.attempts,
        fault: row.fault ?? '',
        excerpt: excerptOf(row),
        size: row.size,
      })),
      after: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    }
  })

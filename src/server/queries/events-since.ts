import { sql } from 'kysely'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/**
 * A place in the log. Rows are followed by transaction and not by number: a number is drawn before the commit, so that a slow
 * transaction would slip in behind whoever had read past it.
 */
export interface LogPosition {
  tx: string
  id: string
}

export interface Told {
  position: LogPosition
  name: string
  caseId: string | null
  conversationId: string | null
  accountId: string | null
}

export interface Followed {
  events: Told[]
  /** Something is committed above the oldest transaction still running: it may be read as soon as that one has ended. */
  later: boolean
  /** There was more than `most`. */
  more: boolean
}

export const formatPosition = ({ tx, id }: LogPosition): string => `${tx}-${id}`

export const parsePosition = (text: string | undefined): LogPosition | null => {
  const [, tx, id] = /^(\d{1,19})-(\d{1,18})$/.exec(text ?? '') ?? []
  return tx === undefined || id === undefined ? null : { tx, id }
}

export const comparePositions = (a: LogPosition, b: LogPosition): number => {
  const difference = BigInt(a.tx) - BigInt(b.tx) || BigInt(a.id) - BigInt(b.id)
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

/** Where the log stands now: everything that is not yet committed comes after. */
export const readLogEnd = async (desk: Desk): Promise<LogPosition> => {
  const { rows } = await sql<{ tx: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as tx`.execute(
    desk.db.app,
  )
  return { tx: rows[0]?.tx ?? '0', id: '0' }
}

interface Row {
  tx: string
  id: string
  name: string
  case_id: string | null
  conversation_id: string | null
  account_id: string | null
}

/** What was recorded in a brand since a place in the log, as far as no late commit can come in between. */
export const readEventsSince = (desk: Desk, workspaceId: string, since: LogPosition, most: number): Promise<Followed> =>
  inWorkspace(desk.db, workspaceId, async (trx) => {
    // Looked for first: what ends between the two looks is among the lines, or was seen to be on its way.
    const { rows: late } = await sql<{ later: boolean }>`
      select exists (select from events where workspace_id = ${workspaceId}
        and tx >= pg_snapshot_xmin(pg_current_snapshot())) as later`.execute(trx)
    const { rows } = await sql<Row>`
      select tx::text as tx, id::text as id, name, case_id, conversation_id, account_id from events
      where workspace_id = ${workspaceId} and (tx, id) > (${since.tx}::xid8, ${since.id}::bigint)
        and tx < pg_snapshot_xmin(pg_current_snapshot())
      order by tx, id limit ${most + 1}`.execute(trx)
    return {
      events: rows.slice(0, most).map((row) => ({
        position: { tx: row.tx, id: row.id },
        name: row.name,
        caseId: row.case_id,
        conversationId: row.conversation_id,
        accountId: row.account_id,
      })),
      later: late[0]?.later === true,
      more: rows.length > most,
    }
  })

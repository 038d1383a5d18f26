import { sql } from 'kysely'
import type { Database } from '#server/db/database.ts'
import { enterWorkspace, type Trx } from '#server/db/transaction.ts'
import { genesisOf, type LoggedRow, loggedColumns, sealOf } from './event-chain.ts'

const PAGE = 5_000

/** A head that was carried outside: at this position the chain had this seal. */
export interface Anchor {
  workspaceId: string
  position: number
  hash: string
}

export type Break =
  /** The line was changed after it was sealed. */
  | { why: 'changed'; position: number; eventId: string; name: string | null }
  /** The line was removed. */
  | { why: 'removed'; position: number; eventId: string; name: null }
  /** A seal is missing, or the chain ends earlier than it did. */
  | { why: 'cut'; position: number; eventId: null; name: null }
  /** A line stands among sealed ones and has no seal. */
  | { why: 'slipped-in'; position: null; eventId: string; name: string }
  /** The chain was made anew: it no longer passes through a head that was carried outside. */
  | { why: 'remade'; position: number; eventId: null; name: null }

export interface Verified {
  sealed: number
  /** Lines that wait for their seal, and since when. */
  unsealed: number
  unsealedSince: number | null
  broken: Break | null
}

type SealRow = Partial<LoggedRow> & { position: number; event_id: string; hash: Buffer }

const readSeals = async (trx: Trx, workspaceId: string, after: number): Promise<SealRow[]> => {
  const { rows } = await sql<SealRow>`
    select s.position, s.event_id::text as event_id, s.hash, ${loggedColumns}
    from event_seals s left join events e on e.id = s.event_id
    where s.workspace_id = ${workspaceId} and s.position > ${after} order by s.position limit ${PAGE}`.execute(trx)
  return rows
}

const isWhole = (row: SealRow): row is SealRow & LoggedRow => row.id !== null && row.id !== undefined

const walk = async (
  trx: Trx,
  workspaceId: string,
  anchors: ReadonlyMap<number, string>,
): Promise<{ sealed: number; head: Buffer; broken: Break | null }> => {
  let head = genesisOf(workspaceId)
  let sealed = 0
  for (;;) {
    const rows = await readSeals(trx, workspaceId, sealed)
    for (const row of rows) {
      const { position, event_id: eventId } = row
      const end = (broken: Break) => ({ sealed, head, broken })
      if (position !== sealed + 1) return end({ why: 'cut', position: sealed + 1, eventId: null, name: null })
      if (!isWhole(row)) return end({ why: 'removed', position, eventId, name: null })
      const expected = sealOf(head, row)
      if (!expected.equals(row.hash)) return end({ why: 'changed', position, eventId, name: row.name })
      const carried = anchors.get(position)
      if (carried !== undefined && carried !== expected.toString('hex'))
        return end({ why: 'remade', position, eventId: null, name: null })
      head = expected
      sealed = position
    }
    if (rows.length < PAGE) return { sealed, head, broken: null }
  }
}

const findSlippedIn = async (trx: Trx, workspaceId: string): Promise<Break | null> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select e.id::text as id, e.name from events e join event_chains c on c.workspace_id = e.workspace_id
    where e.workspace_id = ${workspaceId} and (e.tx, e.id) <= (c.tx, c.event_id)
      and not exists (select from event_seals s where s.event_id = e.id)
    order by e.tx, e.id limit 1`.execute(trx)
  const [row] = rows
  return row === undefined ? null : { why: 'slipped-in', position: null, eventId: row.id, name: row.name }
}

/** Reads the whole chain of a brand again, line by line, and names the first that does not hold. The desk goes on meanwhile: it is one look. */
export const verifyChain = (db: Database, workspaceId: string, anchors: readonly Anchor[]): Promise<Verified> =>
  db.app
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await enterWorkspace(trx, workspaceId)
      const known = await trx.selectFrom('event_anchors').select(['position', 'hash']).execute()
      const carried = new Map([
        ...known.map((one) => [one.position, one.hash.toString('hex')] as const),
        ...anchors.filter((one) => one.workspaceId === workspaceId).map((one) => [one.position, one.hash] as const),
      ])
      const { sealed, head, broken } = await walk(trx, workspaceId, carried)
      const { rows } = await sql<{ position: number; head: Buffer; unsealed: number; since: Date | null }>`
      select coalesce(max(c.position), 0) as position, (array_agg(c.head))[1] as head,
        (select count(*) from events e where e.workspace_id = ${workspaceId} and not exists (select from event_seals s where s.event_id = e.id)) as unsealed,
        (select min(e.at) from events e where e.workspace_id = ${workspaceId} and not exists (select from event_seals s where s.event_id = e.id)) as since
      from event_chains c where c.workspace_id = ${workspaceId}`.execute(trx)
      const end = rows[0]
      const furthest = Math.max(Number(end?.position ?? 0), ...carried.keys())
      const cut: Break | null =
        furthest > sealed || (end?.head != null && !end.head.equals(head))
          ? { why: 'cut', position: sealed + 1, eventId: null, name: null }
          : null
      return {
        sealed,
        unsealed: Number(end?.unsealed ?? 0),
        unsealedSince: end?.since?.getTime() ?? null,
        broken: broken ?? cut ?? (await findSlippedIn(trx, workspaceId)),
      }
    })

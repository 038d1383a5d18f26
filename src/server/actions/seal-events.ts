import { sql } from 'kysely'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { genesisOf, type LoggedRow, loggedColumns, sealOf } from '#server/queries/event-chain.ts'

const BATCH = 2_000

interface Chain {
  position: number
  head: Buffer
  tx: string | null
  event_id: string
  /** Whatever came before it has ended; taken once, for what ends between two looks would be passed over for ever. */
  horizon: string
}

/** The end of the chain, held for this transaction; null when another process is at it. */
const holdChain = async (trx: Trx, desk: Desk, workspaceId: string): Promise<Chain | null> => {
  const at = new Date(desk.now()).toISOString()
  await sql`insert into event_chains (workspace_id, head, sealed_at) values (${workspaceId}, ${genesisOf(workspaceId)}, ${at})
    on conflict (workspace_id) do nothing`.execute(trx)
  const { rows } = await sql<Chain>`
    select position, head, tx::text as tx, event_id::text as event_id,
      pg_snapshot_xmin(pg_current_snapshot())::text as horizon from event_chains
    where workspace_id = ${workspaceId} for update skip locked`.execute(trx)
  return rows[0] ?? null
}

/**
 * What is committed behind the chain, in the order in which no late commit can slip in. A restored chain does not know the transactions of
 * this cluster: it looks at every line once, and takes those without a seal.
 */
const readUnsealed = async (trx: Trx, workspaceId: string, { tx, event_id, horizon }: Chain): Promise<LoggedRow[]> => {
  const { rows } = await sql<LoggedRow>`
    select ${loggedColumns} from events e
    where e.workspace_id = ${workspaceId} and (e.tx, e.id) > (${tx ?? '0'}::xid8, ${tx === null ? '0' : event_id}::bigint)
      and e.tx < ${horizon}::xid8
      and not exists (select from event_seals s where s.event_id = e.id)
    order by e.tx, e.id limit ${BATCH}`.execute(trx)
  return rows
}

const writeSeals = async (trx: Trx, desk: Desk, workspaceId: string, chain: Chain, rows: readonly LoggedRow[]) => {
  let head = chain.head
  const hashes = rows.map((row) => {
    head = sealOf(head, row)
    return head
  })
  await sql`insert into event_seals (workspace_id, position, event_id, hash)
    select ${workspaceId}, ${chain.position}::bigint + n, id, hash
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${hashes}::bytea[]) with ordinality as r (id, hash, n)`.execute(
    trx,
  )
  const last = rows.at(-1)
  await sql`update event_chains set position = ${chain.position + rows.length}, head = ${head}, tx = ${last?.tx}::xid8,
      event_id = ${last?.id}::bigint, sealed_at = ${new Date(desk.now()).toISOString()}
    where workspace_id = ${workspaceId}`.execute(trx)
}

/** Seals what a brand has done since the last time; returns how many lines, and whether more may wait. */
export const sealEvents = (desk: Desk, workspaceId: string): Promise<{ sealed: number; more: boolean }> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const chain = await holdChain(trx, desk, workspaceId)
    if (chain === null) return { sealed: 0, more: false }
    const rows = await readUnsealed(trx, workspaceId, chain)
    if (rows.length > 0) await writeSeals(trx, desk, workspaceId, chain, rows)
    else if (chain.tx === null)
      await sql`update event_chains set tx = ${chain.horizon}::xid8, event_id = 0
        where workspace_id = ${workspaceId}`.execute(trx)
    return { sealed: rows.length, more: rows.length === BATCH }
  })

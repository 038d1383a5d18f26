import { appendFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { makeSafeFetch } from '#connectors/safe-fetch.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

/** Where the heads of the chains are carried each day. */
export interface AnchorPlace {
  /** A file outside the database, one line a brand and day. */
  file: string
  /** An address of somebody else's, who keeps them where the desk cannot reach. */
  url: string | undefined
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

interface Head {
  position: number
  head: Buffer
}

/** The end of a chain that has not been carried outside today. */
const findHead = (desk: Desk, workspaceId: string, day: string): Promise<Head | undefined> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const { rows } = await sql<Head>`
      select position, head from event_chains c where workspace_id = ${workspaceId} and position > 0
        and not exists (select from event_anchors a where a.workspace_id = c.workspace_id and a.day = ${day}::date)`.execute(
      trx,
    )
    return rows[0]
  })

const keep = (desk: Desk, workspaceId: string, day: string, { position, head }: Head): Promise<boolean> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const kept = await trx
      .insertInto('event_anchors')
      .values({ workspace_id: workspaceId, day, position, hash: head, anchored_at: new Date(desk.now()) })
      .onConflict((c) => c.doNothing())
      .returning('day')
      .executeTakeFirst()
    return kept !== undefined
  })

const tell = async (desk: Desk, url: string, line: object): Promise<void> => {
  const send = makeSafeFetch({ allow: [...desk.allowHosts] })
  const answer = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(line),
  })
  if (!answer.ok) throw new Error(`answered ${answer.status}`)
}

/** Once a day, the head of a brand's chain is written outside the database: a chain made anew is then known as such. */
export const anchorHead = async (desk: Desk, workspaceId: string, place: AnchorPlace): Promise<boolean> => {
  const day = dayOf(desk.now())
  const head = await findHead(desk, workspaceId, day)
  if (head === undefined) return false
  const line = {
    day,
    workspaceId,
    position: head.position,
    hash: head.head.toString('hex'),
    at: new Date(desk.now()).toISOString(),
  }
  // The file first: written twice it says the same, not written at all it could not be made good.
  await appendFile(place.file, `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true })
  if (!(await keep(desk, workspaceId, day, head))) return false
  if (place.url !== undefined)
    await tell(desk, place.url, line).catch((error: unknown) =>
      desk.log.warn({ err: error }, 'the head of the log could not be told outside; the file has it'),
    )
  return true
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { readOrders } from '#core/outreach/read-orders.ts'
import { recordIncident } from '#server/crisis/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'

interface Given {
  id: string
  name: string
  /** The file's bytes, in base64. */
  content: string
}

/** Keeps the orders that an incident touches, and every line that could not be used with its reason; the same file twice is one import (C2). */
export const importOrders = (desk: Desk, actor: Actor, { id, name, content }: Given) => {
  const bytes = Buffer.from(content, 'base64')
  const read = readOrders(bytes)
  if ('fault' in read) {
    const { fault, ...data } = read
    return Promise.resolve<Refused>({ refused: `file-${fault}`, data })
  }
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await trx.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
    if (incident === undefined) return NOT_FOUND
    if (incident.closed_at !== null) return { refused: 'incident-closed' } satisfies Refused
    const importId = desk.newId()
    const { numInsertedOrUpdatedRows: kept } = await trx
      .insertInto('order_imports')
      .values({
        ...{ id: importId, workspace_id: actor.workspaceId, incident_id: id, name: name.slice(0, 200) },
        ...{ sha256: createHash('sha256').update(bytes).digest(), encoding: read.encoding, separator: read.separator },
        ...{ header: read.header, ignored: [...read.ignored], imported_by: actor.memberId },
        imported_at: new Date(desk.now()),
      })
      .onConflict((c) => c.columns(['incident_id', 'sha256']).doNothing())
      .executeTakeFirstOrThrow()
    if (kept !== 1n) return { refused: 'file-imported-already' } satisfies Refused
    await sql`
      insert into affected_orders (workspace_id, import_id, line, order_number, first_name, name, email, day, solution)
      select ${actor.workspaceId}::uuid, ${importId}::uuid, r.line, r."order", r."firstName", r.name, r.email, r.day, r.solution
      from json_to_recordset(${JSON.stringify(read.orders)}::json)
        as r (line integer, "order" text, "firstName" text, name text, email text, day text, solution text)`.execute(
      trx,
    )
    await sql`
      insert into rejected_lines (workspace_id, import_id, line, raw, faults)
      select ${actor.workspaceId}::uuid, ${importId}::uuid, r.line, r.raw, r.faults
      from json_to_recordset(${JSON.stringify(read.rejected)}::json) as r (line integer, raw text, faults jsonb)`.execute(
      trx,
    )
    const data = { importId, accepted: read.orders.length, rejected: read.rejected.length }
    await recordIncident(trx, desk, incident, { name: 'orders.imported', memberId: actor.memberId, data })
    return { ...data, ignored: read.ignored, encoding: read.encoding }
  })
}

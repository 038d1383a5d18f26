import { sql } from 'kysely'
import { firstNameOf } from '#core/outreach/fill-message.ts'
import type { Trace } from '#core/outreach/join-people.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'

export interface Wanted {
  incidentId: string
  withWriters: boolean
  fact: { kind: string; status: string } | null
}

/** Networks whose people may be known by their mail address: the same that an order gives. */
export const mailNetworks = (desk: Desk): string[] =>
  [...desk.registry.values()].flatMap(({ id, writeFirstTo }) => (writeFirstTo === undefined ? [] : [id]))

const addressOf = (mail: readonly string[]) =>
  sql`case when a.connector = any(${mail}::text[]) and a.external_id like '%@%' then lower(a.external_id) end`

interface TraceRow {
  source: Trace['source']
  order: string | null
  day: string | null
  solution: string | null
  first_name: string | null
  name: string | null
  email: string | null
  author_id: string | null
  customer_id: string | null
  case_id: string | null
}

const traceOf = (row: TraceRow): Trace => ({
  ...{ source: row.source, order: row.order, day: row.day, solution: row.solution, email: row.email },
  firstName: row.first_name ?? firstNameOf(row.name),
  ...{ name: row.name, authorId: row.author_id, customerId: row.customer_id, caseId: row.case_id },
})

/** Lines of the files; a case whose file names the same order belongs to the same person (P3). */
const readOrderTraces = async (trx: Trx, incidentId: string, mail: readonly string[]): Promise<TraceRow[]> => {
  const { rows } = await sql<TraceRow>`
    with orders as (select o.* from affected_orders o join order_imports i on i.id = o.import_id
      where i.incident_id = ${incidentId}::uuid)
    select 'order' as source, o.order_number as "order", o.day, o.solution, o.first_name, o.name, o.email,
      null::uuid as author_id, null::uuid as customer_id, null::uuid as case_id from orders o
    union all
    select 'order', f.detail, null, null, null, a.display_name, ${addressOf(mail)}, a.id, a.customer_id, k.id
    from facts f join cases k on k.id = f.case_id join authors a on a.id = k.author_id
    where f.workspace_id = current_workspace() and f.kind = 'order' and f.status <> 'cancelled'
      and lower(f.detail) in (select lower(order_number) from orders)`.execute(trx)
  return rows
}

/** Whoever wrote of the incident; the numbers on their file join them to the lines of the files. */
const readWriterTraces = async (trx: Trx, incidentId: string, mail: readonly string[]): Promise<TraceRow[]> => {
  const { rows } = await sql<TraceRow>`
    select distinct on (k.id, f.detail) 'wrote' as source, f.detail as "order", null as day, null as solution, null as first_name,
      a.display_name as name, ${addressOf(mail)} as email, a.id as author_id, a.customer_id, k.id as case_id
    from incident_mentions m join cases k on k.conversation_id = m.conversation_id join authors a on a.id = k.author_id
      left join facts f on f.case_id = k.id and f.kind = 'order' and f.status <> 'cancelled'
    where m.incident_id = ${incidentId}::uuid and m.unlinked_at is null order by k.id, f.detail`.execute(trx)
  return rows
}

/** Those whose file has this fact in this state now, noted since the incident began. */
const readFactTraces = async (
  trx: Trx,
  incidentId: string,
  { kind, status }: { kind: string; status: string },
  mail: readonly string[],
) => {
  const { rows } = await sql<TraceRow>`
    select 'fact' as source, o.detail as "order", null as day, null as solution, null as first_name, a.display_name as name,
      ${addressOf(mail)} as email, a.id as author_id, a.customer_id, k.id as case_id
    from facts f join incidents i on i.id = ${incidentId}::uuid join cases k on k.id = f.case_id join authors a on a.id = k.author_id
      left join facts o on o.case_id = k.id and o.kind = 'order' and o.status <> 'cancelled'
    where f.workspace_id = current_workspace() and f.kind = ${kind} and f.status = ${status} and f.recorded_at >= i.since_at
      and not exists (select from facts n where n.case_id = f.case_id and n.kind = f.kind and n.recorded_at > f.recorded_at)`.execute(
    trx,
  )
  return rows
}

/** Every sign that somebody is affected by an incident, whatever the road by which the desk knows it (C2). */
export const readTraces = async (desk: Desk, trx: Trx, { incidentId, fact }: Wanted): Promise<Trace[]> => {
  const mail = mailNetworks(desk)
  const orders = await readOrderTraces(trx, incidentId, mail)
  const writers = await readWriterTraces(trx, incidentId, mail)
  const concerned = fact === null ? [] : await readFactTraces(trx, incidentId, fact, mail)
  return [...orders, ...writers, ...concerned].map(traceOf)
}

import { sql } from 'kysely'
import { isOptedOut } from '#core/outreach/choose-way.ts'
import { countOutreach, type Standing } from '#core/outreach/count.ts'
import { minutesLeft } from '#core/outreach/pace.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { listAffected, readObjections } from './affected.ts'
import { mailAccountOf } from './mail-account.ts'

const SHOWN = 100

interface PersonRow extends Row<'outreach_people'> {
  delivery: Standing['delivery']
  case_number: number | null
}

const readPeople = async (trx: Trx, outreachId: string): Promise<PersonRow[]> => {
  const { rows } = await sql<PersonRow>`
    select p.*, d.state as delivery, k.number as case_number from outreach_people p left join deliveries d on d.id = p.id
      left join cases k on k.id = p.case_id
    where p.outreach_id = ${outreachId}::uuid order by p.place`.execute(trx)
  return rows
}

const standingOf = ({ state, delivery, answered_at }: PersonRow): Standing => ({
  ...{ state, delivery, answered: answered_at !== null },
})

/** What needs somebody comes first, then those still to be told, then the rest. */
const rankOf = ({ state, delivery }: PersonRow): number =>
  state === 'held-back' ? 0 : state === 'no-way' ? 1 : delivery === 'refused' ? 2 : state === 'planned' ? 3 : 4

const shapePerson = (row: PersonRow, accounts: ReadonlyMap<string, string>) => ({
  ...{ id: row.id, name: row.name ?? row.first_name, orders: row.orders },
  ...{ way: row.way, whyNot: row.why_not, state: row.state },
  ...{ delivery: row.delivery, text: row.text, missing: row.missing, findings: row.findings },
  // The address is shown as the file gave it: whoever reads the list before it leaves must be able to tell who is who.
  ...{ address: row.address, account: accounts.get(row.account_id ?? '') ?? null },
  ...{ caseId: row.case_id, caseNumber: row.case_number, answeredAt: row.answered_at?.getTime() ?? null },
})

const namesOf = async (trx: Trx, ids: readonly string[]) =>
  new Map(
    (
      await trx.selectFrom('members').select(['id', 'name']).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
    ).map(({ id, name }) => [id, name]),
  )

const shapeOutreach = async (desk: Desk, trx: Trx, row: Row<'outreaches'>) => {
  const people = await readPeople(trx, row.id)
  const rows = await trx.selectFrom('channel_accounts').select(['id', 'handle', 'connector']).execute()
  const accounts = new Map(
    rows.map(({ id, handle, connector }) => [id, `${handle} (${desk.registry.get(connector)?.network ?? connector})`]),
  )
  const names = await namesOf(trx, [row.writer_id, ...row.approved_by])
  const nameOf = (id: string) => ({ id, name: names.get(id) ?? '' })
  const waiting = people.flatMap((one) => (one.state === 'planned' ? [{ accountId: one.account_id ?? '' }] : []))
  return {
    ...{ id: row.id, state: row.state, language: row.language, subject: row.subject, template: row.template },
    ...{ withWriters: row.with_writers, perMinute: row.per_minute, readersNeeded: row.readers_needed },
    fact: row.fact_kind === null || row.fact_status === null ? null : { kind: row.fact_kind, status: row.fact_status },
    ...{ writer: nameOf(row.writer_id), approvedBy: row.approved_by.map(nameOf), returnReason: row.return_reason },
    ...{ startedAt: row.started_at?.getTime() ?? null, overAt: row.over_at?.getTime() ?? null },
    count: countOutreach(people.map(standingOf)),
    minutesLeft: minutesLeft(waiting, row.per_minute),
    people: people
      .toSorted((a, b) => rankOf(a) - rankOf(b) || a.place - b.place)
      .slice(0, SHOWN)
      .map((one) => shapePerson(one, accounts)),
    more: Math.max(0, people.length - SHOWN),
  }
}

const readImports = async (trx: Trx, incidentId: string) => {
  const { rows } = await sql<{
    id: string
    name: string
    imported_at: Date
    by: string
    ignored: string[]
    accepted: string
    rejected: string
  }>`
    select i.id, i.name, i.imported_at, m.name as by, i.ignored,
      (select count(*) from affected_orders o where o.import_id = i.id) as accepted,
      (select count(*) from rejected_lines r where r.import_id = i.id) as rejected
    from order_imports i join members m on m.id = i.imported_by where i.incident_id = ${incidentId}::uuid order by i.imported_at, i.id`.execute(
    trx,
  )
  return rows.map(({ id, name, imported_at, by, ignored, accepted, rejected }) => ({
    ...{
      id,
      name,
      by,
      ignored,
      importedAt: imported_at.getTime(),
      accepted: Number(accepted),
      rejected: Number(rejected),
    },
  }))
}

/** The list of those whom an incident touches, the message to them, and where each of them stands (C2). */
export const readOutreach = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await trx
      .selectFrom('incidents')
      .select(['id', 'title', 'closed_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (incident === undefined) return NOT_FOUND
    const outreaches = await trx
      .selectFrom('outreaches')
      .selectAll()
      .where('incident_id', '=', id)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    const [latest] = outreaches
    const fact = latest?.fact_kind && latest.fact_status ? { kind: latest.fact_kind, status: latest.fact_status } : null
    const affected = await listAffected(desk, trx, { incidentId: id, withWriters: latest?.with_writers ?? false, fact })
    const objections = await readObjections(trx)
    const from = (source: 'order' | 'wrote' | 'fact') =>
      affected.people.filter(({ sources }) => sources.includes(source)).length
    return {
      incident: { id, title: incident.title, open: incident.closed_at === null },
      imports: await readImports(trx, id),
      affected: {
        ...{ people: affected.people.length, ofOrders: from('order'), wrote: from('wrote'), ofFact: from('fact') },
        ...{ toTell: affected.toTell.length, toldBefore: affected.toldBefore },
        optedOut: affected.people.filter((one) => isOptedOut(one, objections)).length,
      },
      canMail: (await mailAccountOf(desk, trx)) !== undefined,
      outreach: latest === undefined ? null : await shapeOutreach(desk, trx, latest),
      earlier: outreaches.slice(1).map(({ id, state, over_at }) => ({ id, state, overAt: over_at?.getTime() ?? null })),
    }
  })

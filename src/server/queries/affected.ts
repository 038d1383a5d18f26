import { sql } from 'kysely'
import { isOptedOut, type Objection } from '#core/outreach/choose-way.ts'
import { type AffectedPerson, joinPeople } from '#core/outreach/join-people.ts'
import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { readTraces, type Wanted } from './affected-traces.ts'

export interface Affected {
  /** Everybody whom the incident touches, each once. */
  people: readonly AffectedPerson[]
  /** Those of them who are to be told now: the others wrote and are answered there, or were told before. */
  toTell: readonly AffectedPerson[]
  toldBefore: number
}

interface ToldRow {
  emails: string[]
  author_ids: string[]
  customer_ids: string[]
}

const readTold = async (trx: Trx, incidentId: string): Promise<ToldRow[]> => {
  const { rows } = await sql<ToldRow>`
    select p.emails, p.author_ids, p.customer_ids from outreach_people p join outreaches o on o.id = p.outreach_id
    where o.incident_id = ${incidentId}::uuid and p.state = 'given'`.execute(trx)
  return rows
}

const marksOf = ({ emails, authorIds, customerIds }: Pick<AffectedPerson, 'emails' | 'authorIds' | 'customerIds'>) => [
  ...emails,
  ...authorIds,
  ...customerIds,
]

/** Those whom an incident touches, each once, and whom of them to tell now: nobody is told twice of the same incident (C2). */
export const listAffected = async (desk: Desk, trx: Trx, wanted: Wanted): Promise<Affected> => {
  const people = joinPeople(await readTraces(desk, trx, wanted))
  const told = new Set(
    (await readTold(trx, wanted.incidentId)).flatMap(({ emails, author_ids: authorIds, customer_ids: customerIds }) =>
      marksOf({ emails, authorIds, customerIds }),
    ),
  )
  const isTold = (one: AffectedPerson) => marksOf(one).some((mark) => told.has(mark))
  const left = people.filter((one) => !isTold(one))
  return {
    people,
    toTell: left.filter(({ sources }) => wanted.withWriters || !sources.includes('wrote')),
    toldBefore: people.length - left.length,
  }
}

export const readObjections = (trx: Trx): Promise<Objection[]> =>
  trx.selectFrom('objections').select(['kind', 'value']).execute()

/** The objections that name one person, asked again just before the words leave. */
export const hasObjected = async (
  trx: Trx,
  person: { emails: readonly string[]; author_ids: readonly string[]; customer_ids: readonly string[] },
): Promise<boolean> => {
  const values = [...person.emails, ...person.author_ids, ...person.customer_ids]
  const said = await trx
    .selectFrom('objections')
    .select(['kind', 'value'])
    .where(sql<boolean>`value = any(${values}::text[])`)
    .execute()
  return isOptedOut({ emails: person.emails, authorIds: person.author_ids, customerIds: person.customer_ids }, said)
}

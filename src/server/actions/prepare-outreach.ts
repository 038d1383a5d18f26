import { sql } from 'kysely'
import { unknownSlots } from '#core/outreach/fill-message.ts'
import { readersFor } from '#core/outreach/outreach.ts'
import { recordIncident } from '#server/crisis/record.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, NOT_FOUND, type Refused } from '#server/desk.ts'
import { type Planned, planPeople } from '#server/outreach/plan-people.ts'
import { listAffected } from '#server/queries/affected.ts'
import { askPrivateWay } from './ask-private-way.ts'

/** Told in one go; those beyond are the next list, and it is said. */
export const MOST_PEOPLE = 2_000
/** So many people's networks are asked whether a private message reaches them; the others stay unknown, and are told by mail or not at all. */
const MOST_ASKED = 300
const ASKED_AT_ONCE = 4

export interface Prepared {
  /** The incident. */
  id: string
  language: 'fr' | 'en'
  subject: string
  template: string
  withWriters: boolean
  fact: { kind: string; status: string } | null
  perMinute: number
}

/** Cases of the people to tell on networks where it depends on each of them. */
const casesToAsk = (desk: Desk, actor: Actor, input: Prepared): Promise<string[]> =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { toTell } = await listAffected(desk, trx, {
      incidentId: input.id,
      withWriters: input.withWriters,
      fact: input.fact,
    })
    const depends = [...desk.registry.values()].flatMap(({ id, capabilities }) =>
      capabilities.private.privateWay === 'depends-on-person' ? [id] : [],
    )
    const authors = toTell.flatMap(({ authorIds }) => authorIds)
    const { rows } = await sql<{ id: string }>`
      select distinct on (k.author_id) k.id from cases k join channel_accounts a on a.id = k.account_id
      where k.author_id = any(${authors}::uuid[]) and a.connector = any(${depends}::text[]) and k.audience = 'public'
      order by k.author_id, k.last_in_at desc nulls last limit ${MOST_ASKED}`.execute(trx)
    return rows.map(({ id }) => id)
  })

const askNetworks = async (desk: Desk, actor: Actor, cases: readonly string[]): Promise<void> => {
  for (let at = 0; at < cases.length; at += ASKED_AT_ONCE)
    await Promise.all(cases.slice(at, at + ASKED_AT_ONCE).map((id) => askPrivateWay(desk, actor, { id })))
}

const openOne = (trx: Trx, incidentId: string): Promise<Row<'outreaches'> | undefined> =>
  trx
    .selectFrom('outreaches')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('state', 'in', ['draft', 'asked', 'running', 'paused'])
    .forUpdate()
    .executeTakeFirst()

const writePeople = async (
  trx: Trx,
  desk: Desk,
  outreach: Row<'outreaches'>,
  people: readonly Planned[],
): Promise<void> => {
  await trx.deleteFrom('outreach_people').where('outreach_id', '=', outreach.id).execute()
  const rows = people.map((one, place) => ({
    ...one,
    ...{ id: desk.newId(), workspace_id: outreach.workspace_id, outreach_id: outreach.id, place: place + 1 },
  }))
  for (let at = 0; at < rows.length; at += 200)
    await trx
      .insertInto('outreach_people')
      .values(rows.slice(at, at + 200))
      .execute()
}

/**
 * Writes the message and makes the list: each person with their way, their words and what the guard says of them. Prepared again, it is made
 * anew on what is known now; nothing leaves before somebody else has read it (C2, V1).
 */
export const prepareOutreach = async (desk: Desk, actor: Actor, input: Prepared) => {
  const unknown = unknownSlots(input.template)
  if (unknown.length > 0) return { refused: 'unknown-slots', data: { detail: unknown.join(', ') } } satisfies Refused
  await askNetworks(desk, actor, await casesToAsk(desk, actor, input))
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await trx.selectFrom('incidents').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (incident === undefined) return NOT_FOUND
    if (incident.closed_at !== null) return { refused: 'incident-closed' } satisfies Refused
    const known = await openOne(trx, incident.id)
    if (known !== undefined && known.state !== 'draft') return { refused: 'already-asked' } satisfies Refused
    const { toTell } = await listAffected(desk, trx, {
      incidentId: input.id,
      withWriters: input.withWriters,
      fact: input.fact,
    })
    const plan = await planPeople(desk, trx, toTell.slice(0, MOST_PEOPLE), { ...input, incidentId: input.id })
    const now = new Date(desk.now())
    const sendable = plan.people.filter(({ state }) => state === 'planned').length
    const words = {
      ...{ language: input.language, subject: input.subject, template: input.template, per_minute: input.perMinute },
      ...{
        with_writers: input.withWriters,
        fact_kind: input.fact?.kind ?? null,
        fact_status: input.fact?.status ?? null,
      },
      ...{ readers_needed: readersFor(sendable, plan.manyAbove, plan.reasons), return_reason: null },
    }
    const outreach =
      known === undefined
        ? await trx
            .insertInto('outreaches')
            .values({
              ...{
                id: desk.newId(),
                workspace_id: actor.workspaceId,
                incident_id: incident.id,
                ...words,
                state: 'draft',
              },
              ...{ writer_id: actor.memberId, approved_by: [], created_at: now, looked_at: now },
            })
            .returningAll()
            .executeTakeFirstOrThrow()
        : await rewrite(trx, actor, known, words)
    if (isRefused(outreach)) return outreach
    await writePeople(trx, desk, outreach, plan.people)
    const data = { outreachId: outreach.id, people: plan.people.length, sendable }
    await recordIncident(trx, desk, incident, { name: 'outreach.prepared', memberId: actor.memberId, data })
    return { id: outreach.id, people: plan.people.length, sendable, left: Math.max(0, toTell.length - MOST_PEOPLE) }
  })
}

/** Whose draft it is stays so: who approves must be somebody else than who wrote it. */
const rewrite = async (
  trx: Trx,
  actor: Actor,
  known: Row<'outreaches'>,
  words: object,
): Promise<Row<'outreaches'> | Refused> => {
  if (known.writer_id !== actor.memberId) return { refused: 'not-your-draft' }
  return trx.updateTable('outreaches').set(words).where('id', '=', known.id).returningAll().executeTakeFirstOrThrow()
}

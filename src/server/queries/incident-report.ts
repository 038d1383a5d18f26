import { sql } from 'kysely'
import type { ReportFacts } from '#core/crisis/after-report.ts'
import { tellPublicStory } from '#core/crisis/public-story.ts'
import type { ReportAround } from '#core/crisis/report-document.ts'
import { NOTE_STEPS, noteDueAt } from '#core/crisis/situation-note.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { answersOf } from './incident-answers.ts'
import { curveOf } from './incident-curve.ts'
import { figuresOf } from './incident-figures.ts'

const threadOf = (trx: Trx, incidentId: string) =>
  trx
    .selectFrom('incident_log as l')
    .leftJoin('members as m', 'm.id', 'l.member_id')
    .select(['l.at', 'l.name', 'l.data', 'l.words', 'm.name as by'])
    .where('l.incident_id', '=', incidentId)
    .orderBy('l.at')
    .orderBy('l.id')
    .execute()

interface Counted {
  first_at: Date | null
  people: number
  broken: number
  held_in: number
  contested: number
  upheld: number
  contests_open: number
  unheard: number
}

/** What the journal counts of the time of the affair; contests and the guard's refusals are those of the whole brand. */
const countedIn = async (trx: Trx, incident: Row<'incidents'>, until: Date): Promise<Counted | undefined> => {
  const { rows } = await sql<Counted>`
    with linked as (select i.conversation_id, i.message_id, i.sent_at from incident_mentions i
      where i.incident_id = ${incident.id}::uuid and i.unlinked_at is null),
    contested as (select outcome from contests where contested_at between ${incident.declared_at}::timestamptz and ${until}::timestamptz)
    select (select min(sent_at) from linked) as first_at,
      (select count(distinct m.author_id)::int from linked l join messages m on m.id = l.message_id) as people,
      (select count(distinct e.case_id)::int from events e join cases c on c.id = e.case_id
        where e.workspace_id = ${incident.workspace_id}::uuid and e.name = 'case.breached'
          and e.at between ${incident.since_at}::timestamptz and ${until}::timestamptz
          and c.conversation_id in (select conversation_id from linked)) as broken,
      (select count(*)::int from events e where e.workspace_id = ${incident.workspace_id}::uuid and e.name = 'guard.refused'
        and e.at between ${incident.declared_at}::timestamptz and ${until}::timestamptz) as held_in,
      (select count(*)::int from contested) as contested,
      (select count(*)::int from contested where outcome = 'upheld') as upheld,
      (select count(*)::int from contested where outcome is null) as contests_open,
      (select count(*)::int from events e where e.workspace_id = ${incident.workspace_id}::uuid
        and e.name in ('channel.fell-silent', 'channel.needs-attention')
        and e.at between ${incident.since_at}::timestamptz and ${until}::timestamptz) as unheard`.execute(trx)
  return rows[0]
}

const maySayStory = async (trx: Trx, incidentId: string): Promise<ReportFacts['maySay']> => {
  const { rows } = await sql<{ confirmed: number; taken_back: number; open: number }>`
    with lines as (
      select line_id, bool_or(state = 'confirmed') as ever,
        (array_agg(state order by id desc))[1] as now from may_say where incident_id = ${incidentId}::uuid group by line_id)
    select count(*) filter (where ever)::int as confirmed,
      count(*) filter (where ever and now in ('forbidden', 'withdrawn', 'unconfirmed'))::int as taken_back,
      count(*) filter (where now = 'unconfirmed')::int as open from lines`.execute(trx)
  const [found] = rows
  return { confirmed: found?.confirmed ?? 0, takenBack: found?.taken_back ?? 0, open: found?.open ?? 0 }
}

const pilotsOf = (trx: Trx, incidentId: string) =>
  trx
    .selectFrom('incident_roles')
    .select(['member_id', 'given_at', 'taken_at'])
    .where('incident_id', '=', incidentId)
    .where('role', '=', 'pilot')
    .orderBy('given_at')
    .orderBy('id')
    .execute()

type Pilots = Awaited<ReturnType<typeof pilotsOf>>

/** One pilot after another. Whoever was named and then says that they have it is a line more, and the same hand-over. */
const handoversIn = (pilots: Pilots): ReportFacts['handovers'] => {
  const turns: { memberId: string; at: number; takenAt: number | null }[] = []
  for (const { member_id: memberId, given_at, taken_at } of pilots) {
    const takenAt = taken_at?.getTime() ?? null
    const last = turns.at(-1)
    if (last?.memberId === memberId) last.takenAt ??= takenAt
    else turns.push({ memberId, at: given_at.getTime(), takenAt })
  }
  return turns.slice(1).map(({ at, takenAt }) => ({ at, takenAfterMs: takenAt === null ? null : takenAt - at }))
}

const notesOf = async (trx: Trx, incident: Row<'incidents'>): Promise<ReportFacts['notes']> => {
  const sent = await trx
    .selectFrom('situation_notes')
    .select(['step', 'sent_at'])
    .where('incident_id', '=', incident.id)
    .execute()
  const declaredAt = incident.declared_at.getTime()
  const closedAt = incident.closed_at?.getTime() ?? Number.POSITIVE_INFINITY
  return NOTE_STEPS.filter((step) => noteDueAt(step, declaredAt) <= closedAt).map((step) => ({
    ...{ step, dueAt: noteDueAt(step, declaredAt) },
    sentAt: sent.find((one) => one.step === step)?.sent_at?.getTime() ?? null,
  }))
}

const factsOf = async (
  trx: Trx,
  desk: Desk,
  incident: Row<'incidents'>,
  thread: Awaited<ReturnType<typeof threadOf>>,
) => {
  const now = desk.now()
  const until = incident.closed_at ?? new Date(now)
  const counted = await countedIn(trx, incident, until)
  const { mentions, cases, answered, owed } = await figuresOf(trx, incident.id, now)
  const alert =
    incident.alert_id === null
      ? undefined
      : await trx.selectFrom('alerts').selectAll().where('id', '=', incident.alert_id).executeTakeFirst()
  const declarer = await trx
    .selectFrom('members')
    .select('name')
    .where('id', '=', incident.declared_by)
    .executeTakeFirst()
  const pilots = await pilotsOf(trx, incident.id)
  const answers = await answersOf(trx, incident, now)
  const declaredAt = incident.declared_at.getTime()
  const happened = thread.map(({ at, name, data }) => ({ at: at.getTime(), name, data }))
  const facts: ReportFacts = {
    ...{ title: incident.title, level: incident.level, now, declaredAt, declaredBy: declarer?.name ?? '?' },
    firstAt: counted?.first_at?.getTime() ?? null,
    alert:
      alert === undefined ? null : { raisedAt: alert.raised_at.getTime(), takenAt: alert.taken_at?.getTime() ?? null },
    pilotTakenAt: pilots.find(({ taken_at }) => taken_at !== null)?.taken_at?.getTime() ?? null,
    closedAt: incident.closed_at?.getTime() ?? null,
    unmet: (incident.closing?.criteria ?? []).flatMap(({ name, met }) => (met ? [] : [name])),
    public: tellPublicStory(declaredAt, happened),
    counts: {
      ...{ mentions, people: counted?.people ?? 0, cases, answered, owed, broken: counted?.broken ?? 0 },
      medianMs: answers.medianMs,
    },
    maySay: await maySayStory(trx, incident.id),
    contests: { made: counted?.contested ?? 0, upheld: counted?.upheld ?? 0, open: counted?.contests_open ?? 0 },
    heldIn: counted?.held_in ?? 0,
    handovers: handoversIn(pilots),
    notes: await notesOf(trx, incident),
    unheard: counted?.unheard ?? 0,
  }
  return { facts, answers }
}

/** What a crisis left behind, with all that a report shows: its facts, its decisions, its curves (C4, M1). */
export const readIncidentReport = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await trx.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
    if (incident === undefined) return NOT_FOUND
    const workspace = await trx
      .selectFrom('workspaces')
      .select(['name', 'language', 'time_zone'])
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const thread = await threadOf(trx, id)
    const { facts, answers } = await factsOf(trx, desk, incident, thread)
    const around: ReportAround = {
      ...{ brand: workspace.name, timeZone: workspace.time_zone },
      decisions: thread.flatMap(({ name, at, by, words }) =>
        name === 'incident.decided' && words !== null ? [{ at: at.getTime(), by, words }] : [],
      ),
      mentions: (await curveOf(trx, incident, desk.now())).points,
      answers: answers.points,
    }
    return { facts, around, language: workspace.language === 'en' ? ('en' as const) : ('fr' as const) }
  })

import { sql } from 'kysely'
import type { Act } from '#core/drill/act.ts'
import type { Entry } from '#core/drill/mailbox.ts'
import type { Scenario } from '#core/drill/scenario.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { spokenActs } from './spoken-acts.ts'

type Told = Pick<Row<'events'>, 'name' | 'member_id' | 'case_id' | 'data'> & { id: string; tx: string; at: Date }

/** Where the desk's log was told to the story up to: by transaction, as any follower of it reads. */
export interface Followed {
  tx?: string
  id?: string
}

const MOST = 500
/** What of the desk's own log the story hears of. */
export const HEARD = [
  'case.assigned',
  'question.asked',
  'guard.refused',
  'approval.asked',
  'approval.approved',
  'approval.returned',
  'outreach.asked',
  'outreach.approved',
  'outreach.returned',
  'speech.stopped',
  'incident.declared',
  'incident.pilot-took',
] as const

const readLog = async (trx: Trx, workspaceId: string, since: Followed): Promise<Told[]> => {
  const { rows } = await sql<Told>`
    select id::text as id, tx::text as tx, at, name, member_id, case_id, data from events
    where workspace_id = ${workspaceId}::uuid and (tx, id) > (${since.tx ?? '0'}::xid8, ${since.id ?? '0'}::bigint)
      and tx < pg_snapshot_xmin(pg_current_snapshot()) and name = any(${[...HEARD]}::text[])
    order by tx, id limit ${MOST}`.execute(trx)
  return rows
}

const personOf = async (trx: Trx, caseId: string | null): Promise<string | null> => {
  if (caseId === null) return null
  const row = await trx
    .selectFrom('cases as c')
    .innerJoin('authors as a', 'a.id', 'c.author_id')
    .select('a.external_id')
    .where('c.id', '=', caseId)
    .executeTakeFirst()
  return row?.external_id ?? null
}

const questionOf = (trx: Trx, id: unknown) =>
  trx.selectFrom('case_questions').select(['department', 'question']).where('id', '=', String(id)).executeTakeFirst()

/** Departments are asked by the name that the room gave them, in its language. */
const departmentNamed = ({ departments }: Scenario, named: string): string | undefined =>
  departments.find(({ name }) => [name.fr, name.en].some((one) => one.toLowerCase() === named.toLowerCase()))?.id

/** One line of the log as the story hears it; nothing where it says nothing to the public or to the debrief. */
const actsOf = async (trx: Trx, event: Told, story: Scenario): Promise<Act[]> => {
  const shared = { id: `event-${event.id}`, at: event.at.getTime(), by: event.member_id }
  const person = await personOf(trx, event.case_id)
  // What is read before it leaves: one answer or statement, or the message to many.
  const draft = String(event.data.approvalId ?? event.data.outreachId)
  switch (event.name) {
    case 'case.assigned':
      // By one's own hand or by another's, somebody has it from now on.
      return [{ ...shared, by: String(event.data.ownerId ?? event.member_id), kind: 'take', person }]
    case 'question.asked': {
      const asked = await questionOf(trx, event.data.questionId)
      const department = departmentNamed(story, asked?.department ?? '')
      if (asked === undefined || department === undefined) return []
      const id = `question-${event.data.questionId}`
      return [{ ...shared, id, kind: 'ask', department, person, text: asked.question }]
    }
    case 'guard.refused': {
      const codes = Array.isArray(event.data.rules) ? event.data.rules.map(String) : []
      // Words that were held in are kept nowhere.
      return codes.length === 0 ? [] : [{ ...shared, kind: 'stopped', codes, text: '', person }]
    }
    case 'approval.asked':
    case 'outreach.asked':
      return [{ ...shared, kind: 'submit', draft, person }]
    case 'approval.approved':
    case 'outreach.approved':
      return [{ ...shared, kind: 'decide', draft, agreed: true }]
    case 'approval.returned':
    case 'outreach.returned':
      return [{ ...shared, kind: 'decide', draft, agreed: false }]
    // Whoever opens the cell leads it: from then on somebody has the whole in hand, and it may be said (C1, G4). What has an hour waits.
    case 'incident.declared':
      return [
        { ...shared, kind: 'cell' },
        { ...shared, id: `${shared.id}-lead`, kind: 'take', person: null },
        { ...shared, id: `${shared.id}-held`, kind: 'pause' },
      ]
    case 'incident.pilot-took':
      return [{ ...shared, kind: 'take', person: null }]
    case 'speech.stopped':
      return [{ ...shared, kind: 'pause' }]
    default:
      return []
  }
}

/**
 * What the desk did since the last step, in the desk's time: the answers that left, and the verbs of its log that a public or a debrief
 * would know of. Returns too how far the log was read.
 */
export const deskActs = async (
  trx: Trx,
  workspaceId: string,
  since: Followed,
  entries: readonly Entry[],
  story: Scenario,
): Promise<{ acts: Act[]; followed: Followed }> => {
  const acts = await spokenActs(trx, entries, story)
  let followed = since
  for (const event of await readLog(trx, workspaceId, since)) {
    followed = { tx: event.tx, id: event.id }
    acts.push(...(await actsOf(trx, event, story)))
  }
  return { acts: acts.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)), followed }
}

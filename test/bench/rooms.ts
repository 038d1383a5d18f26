import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { tendIncidents } from '#server/actions/tend-incidents.ts'
import { watchBrand } from '#server/alerts/watch-brand.ts'
import { isRefused } from '#server/desk.ts'
import { readAmbassadors } from '#server/queries/ambassadors.ts'
import { readDigest } from '#server/queries/digest.ts'
import { listInbox } from '#server/queries/inbox.ts'
import { readIncident } from '#server/queries/incident.ts'
import { readIncidentProposal } from '#server/queries/incident-proposal.ts'
import { readIncidentReport } from '#server/queries/incident-report.ts'
import { readJournal } from '#server/queries/journal.ts'
import { listNotifications } from '#server/queries/notifications.ts'
import { readRadar } from '#server/queries/radar.ts'
import { hearBrand } from '#server/radar/hear-brand.ts'
import { type Filled, type FilledDesk, filledDesk } from './filled-desk.ts'
import type { Measure } from './measure.ts'
import { type Question, wordOf } from './questions.ts'
import { compare } from './sizes.ts'

const SMALL = 10_000
const LARGE = 1_000_000
const HOUR_MS = 3_600_000

/** What triage says of each message, as it would be after a year: written by the database itself. */
const readAll = async ({ durable }: FilledDesk): Promise<void> => {
  const client = await durable.database.owner.connect()
  try {
    await client.query(`set app.maintenance = 'on'`)
    await client.query(`insert into message_readings (message_id, workspace_id, language, intent, sentiment, topic, urgent, needs_answer,
        personal_dispute, read_at)
      select id, workspace_id, 'fr', (array['complaint', 'question', 'thanks', 'suggestion'])[1 + abs(hashtext(id::text)) % 4],
        (array['negative', 'neutral', 'positive'])[1 + abs(hashtext(id::text)) % 3],
        (array['delivery', 'refund', 'product', 'other'])[1 + abs(hashtext(id::text) / 7) % 4], false, true, false, received_at
      from messages where direction = 'in'`)
    await client.query('analyze message_readings')
  } finally {
    client.release()
  }
}

/** An incident of the last hours, with every mention of a common word on it. */
const holdIncident = async ({ desk, actor }: Filled): Promise<string> => {
  const matching = { ...NOTHING_MATCHES, words: [wordOf(0), wordOf(1), wordOf(2)] }
  const since = desk.now() - 12 * HOUR_MS
  const declared = await declareIncident(desk, actor, { title: 'La panne', level: 2, matching, sinceAt: since })
  if (isRefused(declared)) throw new Error(declared.refused)
  while ((await tendIncidents(desk)) > 0);
  return declared.id
}

const found = (answer: unknown): number => (isRefused(answer) ? 0 : 1)

const questions = (incidents: Map<unknown, string>): Question[] => {
  const incidentOf = (filled: Filled) => ({ id: incidents.get(filled.desk) ?? '' })
  const one = (name: string, ask: (filled: Filled, turn: number) => Promise<unknown>): Question => ({
    ...{ name, rows: 1 },
    ask: async (filled, turn) => found(await ask(filled, turn)),
  })
  const journal = (
    name: string,
    filter: (filled: Filled, turn: number) => Parameters<typeof readJournal>[2],
  ): Question => ({
    ...{ name: `journal: ${name}`, rows: 1 },
    ask: async (filled, turn) => (await readJournal(filled.desk, filled.actor, filter(filled, turn))).lines.length,
  })
  return [
    one('watch: one look at a brand', ({ desk, workspaceId }) => watchBrand(desk, workspaceId)),
    one('radar: one round, nothing new', ({ desk, workspaceId }) => hearBrand(desk, workspaceId)),
    one('radar: the screen', ({ desk, actor }) => readRadar(desk, actor)),
    one('requests: the screen', ({ desk, actor }) => readDigest(desk, actor, {})),
    one('crisis: what an incident would be about', ({ desk, actor }) => readIncidentProposal(desk, actor, {})),
    one('crisis: the cell', (filled) => readIncident(filled.desk, filled.actor, incidentOf(filled))),
    one('crisis: the report', (filled) => readIncidentReport(filled.desk, filled.actor, incidentOf(filled))),
    one('ambassadors: the screen', ({ desk, actor }) => readAmbassadors(desk, actor)),
    one('thanks: the queue', ({ desk, actor }) => listInbox(desk, actor, { queue: 'thanks' })),
    one('notices: the list', ({ desk, actor }) => listNotifications(desk, actor)),
    journal('the latest', () => ({})),
    journal('of one member', ({ memberIds }, turn) => ({ memberId: memberIds[turn % memberIds.length] })),
    journal('of one deed', () => ({ names: 'case.resolved' })),
    journal('of one day', ({ desk }, turn) => ({ to: desk.now() - (turn % 300) * 24 * HOUR_MS })),
    journal('of one case', (filled, turn) => ({ caseNumber: filled.conversations - 20 - 10 * (turn % 50) })),
  ]
}

/** The rooms beside the inbox at a million messages, against the same at ten thousand: nothing may take twice as long. */
export async function* run(): AsyncGenerator<Measure> {
  await using small = await filledDesk(SMALL)
  await using large = await filledDesk(LARGE)
  const incidents = new Map<unknown, string>()
  for (const filled of [small, large]) {
    await readAll(filled)
    incidents.set(filled.desk, await holdIncident(filled))
    await watchBrand(filled.desk, filled.workspaceId)
    while (await hearBrand(filled.desk, filled.workspaceId));
  }
  for (const question of questions(incidents)) yield* await compare(question, small, large)
}

import type { Scenario } from '#core/drill/scenario.ts'
import { approveReply } from '#server/actions/approve-reply.ts'
import { askDepartment } from '#server/actions/ask-department.ts'
import { assignCase } from '#server/actions/assign-case.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { publishStatement } from '#server/actions/publish-statement.ts'
import { recordFact } from '#server/actions/record-fact.ts'
import { resolveCase } from '#server/actions/resolve-case.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { readThreadMark } from '#server/queries/thread.ts'
import type { TestDesk } from './desk.ts'
import type { Planned, Team } from './drill/play.ts'
import { answer, casesIn, type makeHands } from './drill-story.ts'

interface Seat {
  desk: TestDesk
  hands: ReturnType<typeof makeHands>
  player: Actor
  /** Who reads what a second person must read first (V1). */
  reader: Actor
  scenario: Scenario
  compression: number
}

type Case = Awaited<ReturnType<typeof casesIn>>[number]

/** What the desk refused, by its code: words that the guard held in, above all. */
export type Refusals = Record<string, number>

/** Plays a team’s script by the desk’s own verbs, as its screens would: the guard, the case file and the clocks have their say. */
export const playTeam = async (seat: Seat, team: Team, stepMinutes = 8): Promise<Refusals> => {
  const { desk, player, reader, scenario, hands } = seat
  const refusals: Refusals = {}
  const told: Record<string, number> = {}
  const late = [...team.acts]
  /** Refunds that were asked for, by person, and the cases in which that is written down. */
  const refunds = new Map<string, string>()
  const written = new Set<string>()
  const note = (said: unknown): void => {
    if (isRefused(said)) refusals[said.refused] = (refusals[said.refused] ?? 0) + 1
  }

  const caseOf = (cases: readonly Case[], person: string | null, audience?: string) =>
    cases.find((one) => one.person === person && (audience === undefined || one.audience === audience)) ??
    cases.find((one) => one.person === person)

  const act = async (one: Planned, cases: readonly Case[]): Promise<boolean> => {
    if (one.kind === 'cell') {
      note(await declareIncident(desk, player, { title: 'Bouquets non livrés', level: 2 }))
      return true
    }
    if (one.kind === 'statement') {
      const account = cases.find(({ account_id }) => account_id !== '')?.account_id
      if (account === undefined) return false
      const post = { deliveryId: desk.newId(), accountId: account, text: one.text }
      note(await publishStatement(desk, player, { id: desk.newId(), incidentId: null, posts: [post] }))
      return true
    }
    if (one.kind !== 'take' && one.kind !== 'ask' && one.kind !== 'reply') return true
    const person = one.kind === 'reply' ? one.to : one.person
    if (person === null) return true
    const found = caseOf(cases, person, one.kind === 'reply' ? one.audience : undefined)
    if (found === undefined) return false
    if (one.kind === 'take') note(await assignCase(desk, player, { id: found.id, memberId: player.memberId }))
    if (one.kind === 'ask') {
      const department = scenario.departments.find(({ id }) => id === one.department)?.name.fr ?? one.department
      const question = { id: found.id, department, question: one.text, dueAt: desk.now() + 3_600_000 }
      note(await askDepartment(desk, player, question))
      if (/rembours/.test(one.text)) refunds.set(person, one.text)
    }
    if (one.kind === 'reply') note(await answer(desk, player, found.id, one.text, { audience: one.audience }))
    return true
  }

  /** Whoever only comments, or has been told all there is to tell, is owed nothing: the case is closed with its reason. */
  const setAside = async ({ id }: Case): Promise<void> =>
    note(await resolveCase(desk, player, { id, reason: 'no-answer-needed' }))

  /** What was asked for is written down before one says so (G4). */
  const writeDown = async ({ id, person }: Case): Promise<void> => {
    const detail = refunds.get(person)
    if (detail === undefined || written.has(id)) return
    written.add(id)
    note(await recordFact(desk, player, { id, kind: 'refund', status: 'requested', detail }))
  }

  const answerThose = async (cases: readonly Case[]): Promise<void> => {
    if (team.answersAfter === null) return
    for (const one of cases.filter(({ due_at }) => due_at !== null)) {
      const key = `${one.person}/${one.audience}`
      const nth = told[key] ?? 0
      const text = team.answers[one.person]?.[one.audience]?.[nth]
      if (text === undefined) {
        await setAside(one)
        continue
      }
      await writeDown(one)
      const said = await answer(desk, player, one.id, text, { audience: one.audience })
      note(said)
      // What may not be said yet is said later.
      if (!isRefused(said)) told[key] = nth + 1
    }
  }

  const readThose = async (): Promise<void> => {
    const waiting = await inWorkspace(desk.db, reader.workspaceId, async (trx) => {
      const rows = await trx.selectFrom('approvals').selectAll().where('state', '=', 'waiting').execute()
      return Promise.all(rows.map(async (row) => ({ row, mark: await readThreadMark(trx, row.conversation_id) })))
    })
    for (const { row, mark } of waiting) {
      const given = { id: row.id, accountId: row.account_id, wording: row.fold.wording, seenMark: mark }
      note(await approveReply(desk, reader, { ...given, despiteNews: true }))
    }
  }

  for (let minute = 0; minute <= scenario.lasts + stepMinutes; minute += stepMinutes) {
    const cases = await casesIn(desk, player)
    const due = late.filter((one) => one.minute <= minute)
    for (const one of due) if (await act(one, cases)) late.splice(late.indexOf(one), 1)
    await answerThose(cases)
    await readThose()
    await hands.pass((stepMinutes * 60) / seat.compression)
  }
  await hands.stop()
  return refusals
}

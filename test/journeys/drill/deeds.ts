import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { RefusedError } from '#contract/client.ts'
import { builtInScenarios } from '#core/drill/scenarios/index.ts'
import { eventually } from '../patience.ts'
import { see, stateInVain, stateToAll, tellFirst, typeAndSend, typeInVain } from './by-hand.ts'
import type { Deed } from './play.ts'
import type { Seat } from './seat.ts'
import { casesIn, type OpenCase } from './story-clock.ts'

type Of<K extends Deed['do']> = Extract<Deed, { do: K }>

const cases = (seat: Seat): Promise<OpenCase[]> => casesIn(seat.desk.database, seat.workspaceId)

const caseOf = async (seat: Seat, person: string, audience: 'public' | 'private' = 'public'): Promise<string> => {
  const found = (await cases(seat)).find((one) => one.person === person && one.audience === audience)
  assert.ok(found, `${person} has no ${audience} case`)
  return found.id
}

const peopleOf = ({ one }: Seat) => builtInScenarios.find(({ id }) => id === one.scenario)?.people ?? []

/** Sends through the desk’s API what the page would: the same guard answers. False where it holds the words in for now. */
const say = async (seat: Seat, caseId: string, audience: 'public' | 'private', text: string): Promise<boolean> => {
  const { accountId, threadMark: seenMark } = await seat.as.trainee.readCase({ id: caseId })
  const given = { id: caseId, deliveryId: randomUUID(), audience, text, accountId, seenMark, despiteNews: true }
  try {
    await seat.as.trainee.sendReply(given)
    return true
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    if (error.message === 'waits-for-approval') return true
    assert.equal(error.message, 'guard-findings', text)
    return false
  }
}

/** Types it in the page, and waits until the desk has it: the page shows it before. */
const typeAnswer = async (seat: Seat, id: string, text: string, asks = false): Promise<void> => {
  await typeAndSend(seat, id, text, asks)
  await eventually(async () => {
    const { deliveries, approvals } = await seat.as.trainee.readCase({ id })
    const given = [...deliveries.map((one) => one.text), ...approvals.map(({ askedText }) => askedText)]
    assert.ok(given.includes(text), text)
  })
}

/** Whoever reads a second time agrees to all that waits, as it stands. */
const approveAll = async ({ as: { reader } }: Seat): Promise<void> => {
  const { approvals } = await reader.listApprovals()
  for (const { id, caseId, accountId, wording } of approvals) {
    const { threadMark: seenMark } = await reader.readCase({ id: caseId })
    await reader.approveReply({ id, accountId, wording, seenMark, despiteNews: true })
  }
}

/** The lines that a team has for somebody, one after the other. */
const linesFor = ({ one: { team } }: Seat, person: string, audience: 'public' | 'private'): readonly string[] => [
  ...(team.answers[person]?.[audience] ?? []),
  ...team.acts.flatMap((act) =>
    act.kind === 'reply' && act.to === person && act.audience === audience ? [act.text] : [],
  ),
]

/** What was asked for is in the case file before one says so (G4). */
const writeDown = async ({ as, refunds }: Seat, { id, person }: OpenCase): Promise<void> => {
  if (!refunds.has(person)) return
  const { facts } = await as.trainee.readCase({ id })
  if (!facts.some(({ kind }) => kind === 'refund'))
    await as.trainee.recordFact({ id, kind: 'refund', status: 'requested' })
}

const answerAll = async (seat: Seat, { typing = [] }: Of<'answer'>): Promise<void> => {
  const people = peopleOf(seat)
  for (const kase of (await cases(seat)).filter(({ owed }) => owed)) {
    const person = people.find(({ id }) => id === kase.person)
    // Passers-by are owed nothing.
    if (person === undefined) continue
    const key = `${kase.person}/${kase.audience}`
    const nth = seat.told.get(key) ?? 0
    const text = linesFor(seat, kase.person, kase.audience)[nth] ?? seat.one.team.anybody(person.name, nth)
    await writeDown(seat, kase)
    const given = typing.includes(kase.person)
      ? await typeAnswer(seat, kase.id, text).then(() => true)
      : await say(seat, kase.id, kase.audience, text)
    if (given) seat.told.set(key, nth + 1)
  }
}

const ask = async (seat: Seat, { department, about, text, notes }: Of<'ask'>): Promise<void> => {
  const { departments } = await seat.as.trainee.listDepartments()
  const found = departments.find(({ name }) => name === department)
  assert.ok(found, `no department is called ${department}`)
  const ours = peopleOf(seat).map(({ id }) => id)
  const some = (await cases(seat)).find(({ person }) => ours.includes(person))
  const id = about === undefined ? (some?.id ?? '') : await caseOf(seat, about)
  await seat.as.trainee.askDepartment({ id, department: { id: found.id }, question: text })
  if (notes !== undefined && about !== undefined) seat.refunds.add(about)
}

const deeds: { readonly [K in Deed['do']]: (seat: Seat, deed: Of<K>) => Promise<unknown> } = {
  type: async (seat, { to, text, asks }) => {
    await typeAnswer(seat, await caseOf(seat, to), text, asks)
    if (asks !== true) await approveAll(seat)
  },
  'type-in-vain': async (seat, { to, text, held }) => typeInVain(seat, await caseOf(seat, to), text, held),
  say: async (seat, { to, audience, text }) =>
    assert.ok(await say(seat, await caseOf(seat, to, audience), audience, text), text),
  state: async (seat, { text }) => {
    await stateToAll(seat, text)
    await approveAll(seat)
  },
  'state-in-vain': (seat, { text }) => stateInVain(seat, text),
  answer: answerAll,
  ask,
  cell: async (seat) => {
    const { affair: title } = seat.one
    seat.incident = (await seat.as.trainee.declareIncident({ title, level: 2 })).id
  },
  pause: async ({ as }) => {
    await as.trainee.stopSpeech()
    await as.manager.releaseSpeech()
  },
  confirm: ({ as, incident }, { says }) => {
    const line = { says, words: [], claims: ['resolution'] as ['resolution'], dates: false, proof: 'la maison' }
    return as.trainee.putMaySay({ id: incident ?? '', state: 'confirmed', ...line })
  },
  'tell-first': async (seat, { text }) => {
    await tellFirst(seat, text)
    const { outreach } = await seat.as.reader.readOutreach({ id: seat.incident ?? '' })
    await seat.as.reader.readOutreachWords({ id: outreach?.id ?? '', verdict: 'approve' })
  },
  see: async (seat, { from, says }) => see(seat, await caseOf(seat, from), says),
}

/** Does it; what comes of it is waited for when the story goes on. */
export const carryOut = async <K extends Deed['do']>(seat: Seat, deed: Of<K>): Promise<void> => {
  const kind: K = deed.do as K
  await deeds[kind](seat, deed)
}

import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000

const deeds = [
  ['delivery.sent', null, 4],
  ['delivery.held', people.aicha, 4],
  ['speech.released', people.sarah, null],
  ['speech.stopped', people.julien, null],
  ['member.role-changed', people.sarah, null],
  ['case.assigned', people.sarah, 2],
  ['message.received', null, 2],
] as const

/** A morning of the journal: the latest deed has no seal yet. */
export const journalOf = (now: number): ReturnType<MockAnswers['readJournal']> => ({
  lines: deeds.map(([name, by, caseNumber], i) => ({
    ...{ id: String(400 - i), at: now - i * 37 * MINUTE, name, by, data: {} },
    ...{ caseNumber, caseId: caseNumber === null ? null : idOf(3, caseNumber - 1) },
    account: caseNumber === null ? null : { network: 'Pigeon', handle: '@fleursduport' },
    seal: i === 0 ? null : { position: 399 - i, hash: `${i}`.padStart(64, 'c') },
  })),
  after: null,
  chain: { sealed: 398, anchoredOn: '2026-03-01' },
})

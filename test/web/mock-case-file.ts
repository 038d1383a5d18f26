import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'
import { mockDepartments } from './mock-team.ts'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
const done = { done: true as const }

type File = ReturnType<MockAnswers['readCaseFile']>

const ledger = (caseId: string, now: number): File['gestures'] => [
  {
    ...{ id: idOf(30, 1), kind: 'voucher', amountCents: 1_000, reason: 'Bouquet livré un jour trop tard' },
    ...{ by: people.aicha, givenAt: now - 41 * DAY, caseId, caseNumber: 412, overrode: null, overrideReason: null },
    reversal: null,
  },
  {
    ...{ id: idOf(30, 2), kind: 'gift', amountCents: 1_500, reason: 'Bouquet offert' },
    ...{ by: people.julien, givenAt: now - 90 * DAY, caseId, caseNumber: 388, overrode: null, overrideReason: null },
    reversal: { by: people.julien, at: now - 89 * DAY, reason: 'C’était pour une autre cliente' },
  },
]

const asked = (now: number): File['questions'] => [
  {
    ...{ id: idOf(31, 1), department: 'Entrepôt', reach: '', askedOf: people.julien, askedBy: people.aicha },
    ...{ question: 'Le bouquet a-t-il quitté l’atelier ce matin ?', askedAt: now - 50 * MINUTE },
    ...{ dueAt: now + 70 * MINUTE, escalatedAt: null, answer: null, answeredBy: null, answeredAt: null },
  },
  {
    ...{ id: idOf(31, 2), department: 'Comptabilité', reach: '02 40 00 00 12', askedOf: null, askedBy: people.aicha },
    ...{ question: 'Le virement est-il parti ?', askedAt: now - 2 * DAY, dueAt: now - DAY, escalatedAt: now - DAY },
    ...{ answer: 'Oui, mardi, référence VIR-2291.', answeredBy: people.sarah, answeredAt: now - 20 * MINUTE * 60 },
  },
]

/** The file of a case on the mock desk: one gesture, two promises, two questions. */
export const caseFileAnswers = {
  readCaseFile: ({ id }) => {
    const now = Date.now()
    return {
      ...{ gestures: ledger(id, now), givenCents: 1_000, capCents: 1_500, perYearCents: 3_000, roomCents: 0 },
      commitments: [
        {
          ...{ id: idOf(32, 1), what: 'Rappeler avec le nouveau créneau de livraison', by: people.aicha },
          ...{ dueAt: now + 95 * MINUTE, madeAt: now - 60 * MINUTE, outcome: null, outcomeNote: null },
        },
        {
          ...{ id: idOf(32, 2), what: 'Réponse du transporteur', by: people.julien, dueAt: now - 30 * MINUTE },
          ...{ madeAt: now - DAY, outcome: null, outcomeNote: null },
        },
      ],
      questions: asked(now),
      departments: mockDepartments,
      asked: ['Comptabilité', 'Entrepôt'],
      given: null,
    }
  },
  giveGesture: () => ({ givenCents: 2_000 }),
  reverseGesture: () => ({ givenCents: 0 }),
  makeCommitment: () => done,
  closeCommitment: () => done,
  askDepartment: () => done,
  answerQuestion: () => done,
  listFactSources: () => ({
    sources: [
      {
        ...{ id: idOf(33, 1), name: 'Boutique en ligne', createdAt: Date.now() - 90 * DAY },
        ...{ lastUsedAt: Date.now() - 4 * MINUTE, revokedAt: null },
      },
    ],
  }),
  createFactSource: () => ({ id: idOf(33, 2), token: 'k'.repeat(43), secret: 'whsec_c2VjcmV0' }),
  revokeFactSource: () => done,
} satisfies Partial<MockAnswers>

import type { Charter } from '#core/charter/charter.ts'
import { agreed } from './mock-agreed.ts'
import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const DAY = 86_400_000

const draft: Charter = {
  ...agreed,
  competitors: ['Roses Express'],
  goodwill: { allowed: true, capCents: 2_000, perYearCents: 4_000 },
  reservedWords: agreed.reservedWords.slice(1),
}
type Version = NonNullable<ReturnType<MockAnswers['readCharter']>['inForce']>
const wire = (charter: Charter): Version['charter'] => structuredClone(charter) as Version['charter']

/** A charter in force, the draft of the next one half approved, and what the rules said of late. */
export const makeCharterAnswers = () => {
  const now = () => Date.now()
  let kept = wire(draft)
  let revision = 2
  const inForce = (): Version => ({
    ...{ number: 1, revision: 4, by: people.sarah, createdAt: now() - 60 * DAY, editedAt: now() - 50 * DAY },
    inForceAt: now() - 40 * DAY,
    approvals: [
      { side: 'agency', by: people.julien, at: now() - 41 * DAY },
      { side: 'brand', by: people.sarah, at: now() - 40 * DAY },
    ],
    charter: wire(agreed),
  })
  const drafted = (): Version => ({
    ...{ number: 2, revision, by: people.sarah, createdAt: now() - DAY, editedAt: now() - DAY, inForceAt: null },
    approvals: [{ side: 'agency', by: people.julien, at: now() - DAY / 4 }],
    charter: kept,
  })
  return {
    readCharter: () => ({
      inForce: inForce(),
      draft: drafted(),
      versions: [drafted(), inForce()].map(({ charter: _, ...line }) => line),
      networks: [
        { connector: 'practice', network: 'Entraînement' },
        { connector: 'pigeon', network: 'Pigeon' },
      ],
      accounts: [{ id: idOf(1, 0), name: '@fleursduport' }],
      heldIn: 15,
      fired: [
        { rule: 'G1', heldIn: 6, warned: 0 },
        { rule: 'G4', heldIn: 11, warned: 0 },
        { rule: 'H1', heldIn: 0, warned: 14 },
        { rule: 'A4', heldIn: 0, warned: 3 },
      ],
      kept: [{ connector: 'pigeon', perWeek: 143, missed: 2 }],
    }),
    readCharterVersion: ({ number }) => (number === 1 ? inForce() : drafted()),
    startCharter: () => ({ number: 1, revision: 1 }),
    editCharter: ({ charter }) => {
      kept = charter
      revision += 1
      return { number: 2, revision }
    },
    approveCharter: () => ({ number: 2, inForce: true }),
  } satisfies Partial<MockAnswers>
}

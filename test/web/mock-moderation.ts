import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const HOUR = 3_600_000
const done = { done: true as const }
const CAUSES = ['hate', 'threat', 'personal-data', 'spam', 'impersonation', 'minors'] as const

type Removal = ReturnType<MockAnswers['listRemovals']>['removals'][number]

const STATEMENT = {
  fr: 'Votre message du 2 mars 2026 sur Pigeon a été masqué sous les publications de Fleurs du Port.\nMotif : il montre des données personnelles d’autrui.',
  en: 'Your message of 2 March 2026 on Pigeon was hidden under the posts of Fleurs du Port.\nGround: it shows the personal data of somebody else.',
}

const removal = (n: number, now: number, more: Partial<Removal>): Removal => ({
  ...{ id: idOf(40, n), caseId: idOf(3, n), caseNumber: 410 + n, cause: 'personal-data', state: 'asked' },
  ...{ text: 'Voici où habite votre livreur : 12 rue des Lices.', authorName: 'Paul Girard', network: 'Pigeon' },
  ...{ reason: 'L’adresse d’un livreur.', permalink: 'https://pigeon.example/p/12', askedBy: people.julien },
  ...{ askedAt: now - n * HOUR, decidedBy: null, refusalReason: null, outcome: null, statement: STATEMENT },
  evidenceHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ...more,
})

/** Lawful removals on the mock desk: one waits, one could not be carried out, one was refused. */
export const moderationAnswers = {
  correctReading: () => ({ done: true }),
  checkMessage: ({ id }) => ({ messageId: id, found: 'up', checkedAt: Date.now() }),
  listChecks: () => ({
    checks: [{ messageId: idOf(5, 0), found: 'up', checkedAt: Date.now() - 12 * 60_000 }],
    removals: [],
  }),
  listRemovals: () => {
    const now = Date.now()
    const refused = { state: 'refused', decidedBy: people.sarah, refusalReason: 'C’est une critique.' } as const
    return {
      removals: [
        removal(1, now, {}),
        removal(2, now, { state: 'not-hidden', cause: 'threat', decidedBy: people.sarah, outcome: 'network-cannot' }),
        removal(3, now, { ...refused, cause: 'spam', text: 'Service lamentable, fuyez.' }),
      ],
      counts: CAUSES.map((cause) => ({ cause, asked: cause === 'minors' ? 0 : 1, hidden: cause === 'hate' ? 1 : 0 })),
    }
  },
  readEvidence: () => ({ evidence: { text: 'Voici où habite votre livreur.' }, sha256: '9f86d081884c7d65' }),
  askRemoval: () => ({ id: idOf(40, 9) }),
  confirmRemoval: () => ({ state: 'hidden', outcome: null }),
  refuseRemoval: () => done,
  withdrawRemoval: () => done,
} satisfies Partial<MockAnswers>

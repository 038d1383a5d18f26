import { starterStatements } from '#core/statement/starter.ts'
import { mockGuardCharter } from './mock-agreed.ts'
import { accounts, idOf, people, unsettled } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const done = { done: true as const }
const [pigeon, clairon, mail] = accounts.map(({ id }) => id)

type Post = ReturnType<MockAnswers['listStatements']>['statements'][number]['posts'][number]

const SAID =
  'Vous êtes plusieurs à nous parler des livraisons de ce matin. Nous avons lu vos messages et nous regardons ce qui s’est passé. Nouvelles ici à 16 h. Aïcha'

const guard = () => ({
  ...{ incoming: '', firstAnswer: false, brandName: 'Fleurs du Port', account: '@fleursduport', recentReplies: [] },
  ...{ charter: mockGuardCharter(), givenCents: 0, contested: [], maySay: [], incidents: [] },
})

const post = (n: number, accountId: string | undefined, now: number, more: Partial<Post>): Post => ({
  ...{ accountId: accountId ?? '', caseId: idOf(3, n), delivery: null, asked: null, flags: [] },
  said: {
    ...{ text: SAID, sentAt: now - 40 * MINUTE, editedAt: null, permalink: 'https://pigeon.example/p/1' },
    ...{ by: people.aicha, times: 1 },
  },
  readBack: { found: 'up', at: now - 3 * MINUTE },
  ...more,
})

/** Public statements on the mock desk: one that stands, one that is gone, one that waits to be read; and the library to begin with. */
export const statementAnswers = {
  listStatements: () => {
    const now = Date.now()
    const [, , stale] = unsettled(now)
    const asked = {
      ...{ id: idOf(20, 40), state: 'waiting' as const, text: SAID, by: people.aicha, reason: null, leavesAt: null },
    }
    return {
      statements: [
        {
          ...{ id: idOf(62, 1), incidentId: idOf(60, 1), madeAt: now - 41 * MINUTE, by: people.aicha },
          posts: [
            post(1, pigeon, now, {
              flags: [
                {
                  ...{ incidentId: idOf(60, 2), title: 'Panne du site', closedAt: null, kind: 'topic' },
                  words: ['livraisons'],
                },
              ],
            }),
            post(2, clairon, now, { readBack: { found: 'gone', at: now - MINUTE }, delivery: stale ?? null }),
          ],
        },
        {
          ...{ id: idOf(62, 2), incidentId: null, madeAt: now - MINUTE, by: people.aicha },
          posts: [post(3, pigeon, now, { said: null, readBack: null, asked })],
        },
      ],
    }
  },
  readStatementDesk: ({ incident }) => ({
    incident:
      incident === undefined
        ? null
        : {
            ...{ id: incident, title: 'Livraisons de la fête des mères', closed: false },
            nextPublicAt: Date.now() + 12 * MINUTE,
          },
    holder: incident === undefined ? null : people.sarah,
    accounts: [pigeon, clairon].map((id, place) => ({
      ...{ id: id ?? '', connector: ['pigeon', 'clairon'][place] ?? '', language: 'fr' as const, editOwn: place === 1 },
      ...{ limit: { graphemes: place === 0 ? 300 : 500 }, guard: guard() },
    })),
    leftOut: [{ id: mail ?? '', why: 'no-public-post' }],
    known: { subject: 'les livraisons de ce matin', contact: '02 40 11 22 33', name: 'Sarah', brand: 'Fleurs du Port' },
    timeZone: 'Europe/Paris',
    isRead: true,
    draft: null,
  }),
  publishStatement: () => done,
  saveStatementDraft: () => done,
  listPrepared: () => ({
    prepared: starterStatements('fr').map((one, place) => ({
      ...{ ...one, wordings: [...one.wordings], id: idOf(61, place + 1), version: 1 },
      ...{ changedAt: Date.now() - 90 * MINUTE, changedBy: people.sarah },
    })),
    guard: guard(),
    networks: [
      { connector: 'pigeon', network: 'Pigeon', limit: { graphemes: 300 } },
      { connector: 'clairon', network: 'Clairon', limit: { graphemes: 500 } },
    ],
  }),
  startPrepared: () => done,
  keepPrepared: () => ({ version: 2 }),
  removePrepared: () => done,
} satisfies Partial<MockAnswers>

import { accounts, idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const done = { done: true as const }
const [pigeon, clairon] = accounts.map(({ id }) => id)
const incident = { id: idOf(60, 1), title: 'Livraisons de la fête des mères' }

type Post = ReturnType<MockAnswers['listScheduled']>['posts'][number]

const post = (n: number, accountId: string | undefined, now: number, more: Partial<Post>): Post => ({
  ...{ id: idOf(70, n), statementId: idOf(62, 10 + n), incidentId: null, accountId: accountId ?? '' },
  ...{ caseId: idOf(3, n), plannedAt: now - DAY, by: people.aicha, state: 'planned', asks: null, pausedBy: [] },
  ...{ allowed: [], flags: [], reading: { state: 'approved', by: [people.julien] } },
  ...{ text: 'Samedi, la boutique ouvre dès 8 h. Aïcha', leavesAt: now + 3 * 60 * MINUTE },
  ...more,
})

/** What is planned on the mock desk: one that leaves, one that waits to be read, two that an incident suspends, and two that ask. */
export const scheduledAnswers = {
  listScheduled: () => {
    const now = Date.now()
    const flag = (kind: 'word' | 'cheerful', ...words: string[]) => ({
      ...{ incidentId: incident.id, title: incident.title, closedAt: null, kind, words },
    })
    const pausedBy = [{ kind: 'incident' as const, ...incident }]
    return {
      posts: [
        post(1, pigeon, now, {
          ...{
            state: 'asks',
            leavesAt: now - 20 * MINUTE,
            text: 'Un bouquet livré avant midi, et dimanche sourit ! Aïcha',
          },
          asks: { why: 'incident-over', at: now - 2 * MINUTE, rules: [] },
          flags: [{ ...flag('word', 'bouquet', 'livré'), closedAt: now - 5 * MINUTE }],
        }),
        post(2, clairon, now, {
          ...{ state: 'asks', leavesAt: now - 9 * MINUTE, text: 'Tout est remboursé, merci de votre patience. Aïcha' },
          asks: { why: 'guard', at: now - 9 * MINUTE, rules: ['G4'] },
        }),
        post(3, pigeon, now, {
          allowed: [{ incidentId: incident.id, title: incident.title, by: people.sarah, at: now - MINUTE }],
        }),
        post(4, clairon, now, {
          ...{ pausedBy, leavesAt: now + 5 * 60 * MINUTE, text: 'Profitez de nos roses à moitié prix 🎉 Aïcha' },
          flags: [flag('cheerful', 'Profitez', '🎉')],
        }),
        post(5, pigeon, now, {
          ...{ leavesAt: now + DAY, text: 'Lundi, nous fermons pour inventaire. Aïcha' },
          reading: { state: 'waiting', by: [] },
        }),
      ],
      timeZone: 'Europe/Paris',
      affairs: [
        {
          ...{ ...incident, declaredAt: now - 60 * MINUTE, closedAt: null, lines: [] },
          matching: { all: false, topics: ['delivery'], words: ['bouquet'], without: [], accountIds: [] },
        },
      ],
      brandNames: ['Fleurs du Port'],
    }
  },
  moveScheduled: () => done,
  takeBackScheduled: () => ({ text: 'Samedi, la boutique ouvre dès 8 h. Aïcha' }),
  letGoScheduled: () => done,
  allowScheduled: () => done,
} satisfies Partial<MockAnswers>

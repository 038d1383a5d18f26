import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'
import { radarAnswers } from './mock-radar.ts'

const DAY = 86_400_000

/** A week in which two departments are asked something, one has answered, and nobody hears of prices. */
export const digestAnswers = {
  readDigest: () => {
    const now = Date.now()
    const { verbatims } = radarAnswers.readStory()
    const of = (n: number) => verbatims.map((one, i) => ({ ...one, messageId: idOf(64, n * 10 + i) }))
    const shared = { ofCount: 41, beforeCount: 18, dueAt: now + 4 * DAY }
    return {
      nextAt: now + 5 * DAY,
      weeks: ['2026-03-02', '2026-02-23'],
      week: { week: '2026-03-02', from: now - 9 * DAY, until: now - 2 * DAY, messages: 1_214 },
      lines: [
        {
          ...{
            ...shared,
            id: idOf(65, 1),
            departmentId: idOf(66, 1),
            department: 'Tournées',
            topic: 'delivery' as const,
          },
          ...{ intent: 'suggestion' as const, label: ['dimanche', 'matin', 'livraison'], count: 23, authors: 21 },
          ...{ owner: people.julien, verbatims: of(1), answer: null },
        },
        {
          ...{
            ...shared,
            id: idOf(65, 2),
            departmentId: idOf(66, 2),
            department: 'Boutique',
            topic: 'quality' as const,
          },
          ...{ intent: 'question' as const, label: [], count: 7, authors: 7, owner: null, verbatims: of(2) },
          answer: { text: 'Une fiche d’entretien est glissée dans chaque bouquet.', by: people.sarah, at: now - DAY },
        },
        {
          ...{
            ...shared,
            id: idOf(65, 3),
            departmentId: null,
            department: null,
            topic: 'price' as const,
            dueAt: now - DAY,
          },
          ...{ intent: 'complaint' as const, label: ['frais', 'port'], count: 4, authors: 4, owner: null },
          ...{ verbatims: of(3), answer: null },
        },
      ],
      departments: [
        { id: idOf(66, 1), name: 'Tournées' },
        { id: idOf(66, 2), name: 'Boutique' },
      ],
      topics: [{ topic: 'delivery' as const, departmentId: idOf(66, 1) }],
    }
  },
  answerWish: () => ({ done: true }),
  giveWish: () => ({ done: true }),
  hearTopic: () => ({ done: true }),
} satisfies Pick<MockAnswers, 'readDigest' | 'answerWish' | 'giveWish' | 'hearTopic'>

import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const habit = (key: string, counted: number, usual: number, learning = false) => ({
  ...{ key, name: key, counted, overMs: 30 * MINUTE, usual, times: usual < 0.5 ? null : counted / usual },
  ...{ height: counted / (usual + 1), learning },
})

/** Two subjects that rise, one of them in ten thousand copies, words beside them, and a homonym that was taken off. */
export const radarAnswers = {
  readRadar: () => {
    const now = Date.now()
    const shared = { lastAt: now - MINUTE, topic: 'delivery' as const }
    return {
      heardAt: now - 8_000,
      learningUntil: null,
      stories: [
        {
          ...{
            ...shared,
            id: idOf(61, 1),
            label: ['camion', 'pivoines', 'fanées'],
            beganAt: now - 2 * HOUR,
            count: 10_412,
          },
          ...{ authors: 8_930, reach: 1_204_300, negativeShare: 0.81, share: 0.62, heard: 6_000, times: 27.4 },
          networks: [
            { network: 'Bluesky', count: 10_400 },
            { network: 'E-mail', count: 12 },
          ],
        },
        {
          ...{ ...shared, id: idOf(61, 2), label: ['fleur20', 'paiement'], beganAt: now - HOUR, count: 4, authors: 4 },
          ...{ reach: 0, negativeShare: 0.25, share: 0.03, heard: 3.4, times: null },
          networks: [{ network: 'E-mail', count: 4 }],
        },
      ],
      phrases: [
        { phrase: 'fête mères', heard: 12, times: 3.2 },
        { phrase: 'livraison dimanche', heard: 5, times: null },
      ],
      topics: [habit('delivery', 54, 2), habit('quality', 3, 2.6), habit('price', 0, 0.1, true)],
      networks: [{ ...habit('bluesky', 40, 1.5), name: 'Bluesky' }],
      mutes: [
        {
          ...{
            id: idOf(62, 1),
            words: ['festival', 'port', 'concert'],
            because: 'Le festival du même nom',
            by: people.sarah,
          },
          ...{ at: now - 30 * HOUR, keptOut: 212, ended: null },
        },
      ],
    }
  },
  readStory: () => ({
    verbatims: [
      'Le camion est tombé en panne, mes pivoines sont fanées',
      'Pivoines fanées, encore merci le camion',
    ].map((text, i) => ({
      ...{ messageId: idOf(63, i), caseId: idOf(3, i), text, author: i === 0 ? 'Camille Roux' : 'Noé Faure' },
      ...{ network: 'Bluesky', at: Date.now() - HOUR, negative: i === 0 },
    })),
  }),
  muteStory: () => ({ done: true }),
  endMute: () => ({ done: true }),
} satisfies Pick<MockAnswers, 'readRadar' | 'readStory' | 'muteStory' | 'endMute'>

import { gaugeGravity } from '#core/crisis/gravity.ts'
import { saidGravity } from '#server/queries/said-gravity.ts'
import { accounts, idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const why = { overMs: 5 * MINUTE, counted: 54, usual: 2, times: 27, weekday: 2, hour: 14, negativeShare: 0.81 }
const nameOf = (n: number) => {
  const { id, handle, network } = accounts[n] ?? { id: idOf(1, n), handle: 'fleursduport', network: 'Bluesky' }
  return { id, handle, network }
}

export const mockGravity = (now: number) =>
  saidGravity(
    gaugeGravity({
      volume: { counted: 54, usual: 2, overMs: 5 * MINUTE },
      wording: { people: 35, heated: 12, by: [{ heat: 'boycott', people: 12, words: ['boycottez'] }] },
      speakers: {
        counts: { press: 1, elected: 0, activist: 0, 'large-audience': 1, ordinary: 33 },
        ...{ greatest: 18_000, untold: 7 },
        guessed: [{ name: 'Julie Bernard', kind: 'press', guess: { from: 'name', words: 'journaliste' } }],
      },
      spread: {
        networks: [
          { network: 'Bluesky', people: 28, since: now - 130 * MINUTE },
          { network: 'E-mail', people: 7, since: now - 40 * MINUTE },
        ],
        ...{ people: 35, newcomers: 12, since: now - 130 * MINUTE, lastedMs: 130 * MINUTE },
      },
    }),
    now,
  )

/** A surge that nobody has taken, another that Aïcha has in hand, and an account on which nothing is heard. */
export const alertAnswers = {
  readAlerts: () => {
    const now = Date.now()
    const shared = { raisedAt: now - 6 * MINUTE, bucketAt: now - 4 * MINUTE, score: 0.7, tellings: 1 }
    return {
      alerts: [
        { ...shared, id: idOf(51, 1), account: null, topic: null, why, gravity: mockGravity(now), taken: null },
        {
          ...{
            ...shared,
            id: idOf(51, 2),
            account: nameOf(0),
            topic: null,
            why: { ...why, counted: 9, times: null, usual: 0.1 },
          },
          gravity: null,
          taken: { by: people.aicha, at: now - 3 * MINUTE },
        },
      ],
      topics: ['delivery' as const, 'refund' as const],
      unheard: [{ account: nameOf(1), how: 'silent', sinceAt: now - 50 * MINUTE }],
      brandSilentSince: null,
    }
  },
  takeAlert: () => ({ done: true }),
  readAlertLists: () => {
    const now = Date.now()
    const way = {
      fromLevel: 3,
      language: 'fr',
      createdAt: now - 90 * 1_440 * MINUTE,
      stoppedAt: null,
      waiting: 0,
    } as const
    return {
      recipients: [{ member: people.sarah, fromLevel: 3 }],
      ways: [
        {
          ...{
            ...way,
            id: idOf(52, 1),
            name: 'Salon de crise',
            shape: 'mattermost',
            host: 'chat.fleursduport.example',
          },
          ...{ lastSentAt: now - 4 * MINUTE, trouble: null },
        },
        {
          ...{ ...way, id: idOf(52, 2), name: 'Direction', shape: 'sms', host: 'sms.example', waiting: 1 },
          ...{ lastSentAt: null, trouble: { reason: 'answered 503', at: now - 2 * MINUTE, givenUp: false } },
        },
      ],
    }
  },
  keepAlertRecipients: () => ({ done: true }),
  addAlertWay: () => ({ id: idOf(52, 3), secret: 'whsec_c2VjcmV0' }),
  tryAlertWay: () => ({ done: true }),
  stopAlertWay: () => ({ done: true }),
} satisfies Partial<MockAnswers>

import { defaultChoices } from '#core/notification/choices.ts'

const HOUR = 3_600_000
const id = (n: number) => `01900000-0000-7000-8000-0000000014${String(n).padStart(2, '0')}`
const done = { done: true } as const

/** Aïcha's choices: her nights and her weekends, one telephone, and a mail server that was down. */
export const noticeAnswers = (now: () => number) => ({
  readNotificationSettings: () => {
    const { means, quiet } = defaultChoices('Europe/Paris')
    const slots = [
      { days: [1, 2, 3, 4, 5], from: '20:00', until: '08:00' },
      { days: [6, 7], from: '00:00', until: '00:00' },
    ]
    return {
      choices: {
        means: { ...means, note: ['email' as const], approval: ['email' as const, 'push' as const] },
        quiet: { ...quiet, slots },
      },
      email: { address: 'aicha@fleurs-du-port.test', ready: true },
      pushKey: 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
      devices: [
        { id: id(1), name: 'Téléphone', key: 'a'.repeat(64), addedAt: now() - 90 * HOUR, toldAt: now() - 3 * HOUR },
      ],
      trouble: [{ means: 'email' as const, reason: 'ESOCKET at CONN', at: now() - HOUR, givenUp: false }],
    }
  },
  keepNotificationChoices: () => done,
  addNotificationDevice: () => ({ id: id(2) }),
  removeNotificationDevice: () => done,
})

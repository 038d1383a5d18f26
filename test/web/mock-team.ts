import { dayAfter, dayOf, mondayOf } from '#core/rota/brand-day.ts'
import { DAY_MS, HOUR_MS } from '#core/time.ts'
import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

type Rota = ReturnType<MockAnswers['readRota']>
type Stretch = Rota['duties'][number]['week'][number][number]
type Present = Stretch['present']

const done = { done: true as const }
const aicha: Present = [{ memberId: people.aicha.id, insteadOf: null }]
const julien: Present = [{ memberId: people.julien.id, insteadOf: null }]
const forJulien: Present = [{ memberId: people.sarah.id, insteadOf: people.julien.id }]

const hours = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60
const stretch = (from: string, to: string, present: Present, hole = false): Stretch => ({
  ...{ from, to, fromAt: Math.round(hours(from) * HOUR_MS), untilAt: Math.round(hours(to) * HOUR_MS), present },
  ...{ shareFrom: hours(from) / 24, shareTo: hours(to) / 24, open: true, hole },
})
const week = (day: (index: number) => Stretch[]) => Array.from({ length: 7 }, (_, index) => day(index))

const mockRecords = (now: number): ReturnType<MockAnswers['listAutonomy']>['records'] => [
  {
    ...{
      member: { id: idOf(10, 5), name: 'Léa Garnier' },
      role: 'agent',
      since: now - 40 * DAY_MS,
      replies: 3,
      days: 6,
      read: 4,
      returned: 0,
    },
    standing: { level: 'alone-on', subjects: ['Prix'], upToCents: 1_500 },
    proposal: null,
  },
  {
    ...{ member: people.tom, role: 'trainee', since: null, replies: 22, days: 12, read: 31, returned: 2 },
    standing: { level: 'all-read', subjects: [], upToCents: null },
    proposal: {
      ...{ direction: 'up', to: { level: 'sensitive-read', subjects: [], upToCents: null } },
      grounds: { kind: 'streak', replies: 22, days: 12, subject: null, amounts: false },
    },
  },
]

export const mockDepartments = [
  {
    ...{ id: idOf(34, 1), name: 'Comptabilité', reach: '02 40 00 00 12', head: people.sarah, people: [] },
    promiseMinutes: 480,
  },
  {
    ...{ id: idOf(34, 2), name: 'Entrepôt', reach: '', head: null, people: [people.julien] },
    promiseMinutes: 120,
  },
]

/** Aïcha answers with a hole over lunch, Sarah stands in for Julien on Thursday and Friday, and nobody has planned who watches. */
const rotaOn = (now: number): Rota => {
  const today = dayOf('Europe/Paris', now)
  const monday = mondayOf(today)
  return {
    ...{ now, timeZone: 'Europe/Paris', open: true, today },
    days: week(() => []).map((_, index) => ({ day: dayAfter(monday, index), closed: index === 6 })),
    duties: [
      { duty: 'watch', planned: false, now: [], week: week(() => []), nextHole: null },
      {
        ...{ duty: 'approve', planned: true, now: forJulien, nextHole: null },
        week: week((i) => (i > 4 ? [] : [stretch('09:00', '18:00', i > 2 ? forJulien : julien)])),
      },
      {
        ...{ duty: 'answer', planned: true, now: [...aicha, ...julien] },
        nextHole: {
          ...{ fromAt: now + 20 * HOUR_MS, untilAt: now + 22 * HOUR_MS },
          ...{ day: dayOf('Europe/Paris', now + DAY_MS), from: '12:30', to: '14:00' },
        },
        week: week((i) =>
          i > 4
            ? []
            : [
                stretch('09:00', '12:30', [...aicha, ...julien]),
                stretch('12:30', '14:00', [], true),
                stretch('14:00', '18:00', aicha),
              ],
        ),
      },
    ],
    members: [
      { ...people.aicha, role: 'agent', able: ['watch', 'answer'] },
      { ...people.julien, role: 'validator', able: ['watch', 'approve', 'answer'] },
      { ...people.sarah, role: 'manager', able: ['watch', 'approve', 'answer'] },
    ],
    shifts: [
      ...[1, 2, 3, 4, 5].map((weekday) => ({
        ...{ id: idOf(30, weekday), memberId: people.aicha.id, duty: 'answer' as const, weekday },
        ...{ from: '09:00', to: '12:30' },
      })),
      ...[1, 2, 3, 4, 5].map((weekday) => ({
        ...{ id: idOf(31, weekday), memberId: people.julien.id, duty: 'approve' as const, weekday },
        ...{ from: '09:00', to: '18:00' },
      })),
    ],
    absences: [
      {
        ...{ id: idOf(32, 1), memberId: people.julien.id, standInId: people.sarah.id, started: true },
        ...{ fromDay: dayAfter(monday, 3), untilDay: dayAfter(monday, 4) },
      },
      {
        ...{ id: idOf(32, 2), memberId: people.aicha.id, standInId: null, started: false },
        ...{ fromDay: dayAfter(monday, 14), untilDay: dayAfter(monday, 18) },
      },
    ],
  }
}

export const teamAnswers = {
  readRota: () => rotaOn(Date.now()),
  readRouting: () => ({
    ...{ gives: true, mostOpen: 30 },
    skills: ['facturation', 'presse'],
    hands: [{ memberId: people.aicha.id, languages: ['fr' as const], accountIds: [], skills: ['facturation'] }],
    rules: [
      {
        ...{ words: ['facture', 'prélèvement'], connector: null, accountId: null, language: null },
        to: { kind: 'skill' as const, skill: 'facturation' },
      },
      {
        ...{ words: ['journaliste'], connector: null, accountId: null, language: 'fr' as const },
        to: { kind: 'member' as const, memberId: people.sarah.id },
      },
    ],
  }),
  listAutonomy: () => ({ records: mockRecords(Date.now()) }),
  decideAutonomy: () => done,
  listDepartments: () => ({ departments: mockDepartments }),
  openDepartment: () => ({ id: idOf(34, 9) }),
  changeDepartment: () => done,
  closeDepartment: () => done,
  changeRouting: () => done,
  setShift: () => done,
  removeShift: () => done,
  recordAbsence: () => done,
  endAbsence: () => done,
} satisfies Partial<MockAnswers>

import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const INCIDENT = idOf(60, 1)
const done = { done: true as const }
const matching = {
  ...{ all: false, topics: ['delivery' as const], words: ['fête des mères'], without: ['mariage'], accountIds: [] },
}
const title = 'Livraisons de la fête des mères'

const incident = () => {
  const now = Date.now()
  const declaredAt = now - 106 * MINUTE
  const line = { claims: [], dates: false, words: [], proof: null, by: people.julien }
  const role = { department: null, givenAt: declaredAt, takenAt: declaredAt, isAway: false }
  const said = (n: number, minutes: number, name: string, words: string | null, by: keyof typeof people | null) => ({
    ...{ id: idOf(61, n), at: now - minutes * MINUTE, name, words, data: {}, by: by === null ? null : people[by] },
  })
  return {
    ...{ id: INCIDENT, now, title, level: 2 as const, matching, sinceAt: declaredAt - 20 * MINUTE, alertId: null },
    ...{ declaredBy: people.sarah, declaredAt, lastPublicAt: now - 48 * MINUTE, nextPublicAt: now + 12 * MINUTE },
    ...{ isLinkingPast: false, isTakenCareOf: true },
    roles: [
      { ...role, id: idOf(62, 1), role: 'pilot' as const, member: people.sarah },
      { ...role, id: idOf(62, 2), role: 'writes' as const, member: people.aicha },
      { ...role, id: idOf(62, 3), role: 'validates' as const, member: people.julien, isAway: true },
    ],
    maySay: [
      {
        ...{
          ...line,
          lineId: idOf(63, 1),
          state: 'confirmed' as const,
          claims: ['delivery' as const],
          at: now - 29 * MINUTE,
        },
        ...{ says: '312 bouquets partis avec un jour de retard.', proof: 'la logistique' },
      },
      {
        ...{ ...line, lineId: idOf(63, 2), state: 'unconfirmed' as const, says: 'Date de relivraison', dates: true },
        at: now - 40 * MINUTE,
      },
      {
        ...{
          ...line,
          lineId: idOf(63, 3),
          state: 'forbidden' as const,
          says: 'Tout est réglé',
          words: ['tout est réglé'],
        },
        at: now - 41 * MINUTE,
      },
    ],
    log: [
      said(1, 29, 'incident.may-say-put', '312 bouquets partis avec un jour de retard.', 'julien'),
      said(2, 31, 'incident.decided', 'Logistique : cause trouvée, 312 commandes touchées', 'sarah'),
      said(3, 48, 'incident.update-made', 'Nous avons vu vos messages', 'aicha'),
      said(4, 100, 'incident.past-linked', null, null),
      said(5, 106, 'incident.declared', title, 'sarah'),
    ],
    figures: { mentions: 412, cases: 312, answered: 214, owed: 61, late: 9 },
    curve: {
      bucketMs: 2 * MINUTE,
      points: Array.from({ length: 90 }, (_, n) => ({
        at: now - (90 - n) * 2 * MINUTE,
        count: n < 40 ? n % 3 : Math.round(180 * Math.exp(-(((n - 62) / 14) ** 2))),
        usual: 2,
      })),
    },
    criteria: [
      { name: 'calm' as const, met: false },
      { name: 'none-late' as const, met: false },
      { name: 'nothing-unconfirmed' as const, met: false },
      { name: 'public-told' as const, met: true },
    ],
    closed: null,
  }
}

/** The day after Mother’s Day: a cell that Sarah pilots, and one that is over. */
export const incidentAnswers = {
  listIncidents: () => {
    const { id, level, declaredAt, nextPublicAt, now } = incident()
    const past = { id: idOf(60, 2), title: 'Panne du site', level: 1 as const }
    return {
      now,
      open: [{ id, title, level, declaredAt, alertId: null, nextPublicAt, pilot: people.sarah, isTaken: true }],
      closed: [{ ...past, declaredAt: now - 9000 * MINUTE, closedAt: now - 8700 * MINUTE }],
    }
  },
  readIncidentProposal: () => ({ title, level: 2, matching, sinceAt: Date.now() - 20 * MINUTE, alertId: null }),
  declareIncident: () => ({ id: INCIDENT, joined: false }),
  readIncident: incident,
  putMaySay: () => ({ lineId: idOf(63, 9) }),
  describeIncident: () => done,
  setIncidentLevel: () => done,
  giveIncidentRole: () => done,
  endIncidentRole: () => done,
  handOverIncident: () => done,
  takeIncident: () => done,
  logDecision: () => done,
  planPublicUpdate: () => done,
  notePublicUpdate: () => done,
  linkCase: () => done,
  unlinkCase: () => done,
  closeIncident: () => done,
} satisfies Partial<MockAnswers>

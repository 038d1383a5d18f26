import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const done = { done: true as const }

type View = ReturnType<MockAnswers['readOutreach']>
type Outreach = NonNullable<View['outreach']>
type Person = Outreach['people'][number]

const TEMPLATE =
  'Bonjour {prénom|Madame, Monsieur},\n\nvotre commande {commande} partira avec un jour de retard. Nous vous proposons : {solution}.\n\nAïcha'
const TEXT =
  'Bonjour Inès,\n\nvotre commande FL-4471 partira avec un jour de retard. Nous vous proposons : une relivraison mardi.\n\nAïcha'

const person = (n: number, name: string, more: Partial<Person>): Person => ({
  ...{
    id: idOf(72, n),
    name,
    orders: [`FL-44${70 + n}`],
    way: 'email',
    whyNot: null,
    state: 'planned',
    delivery: null,
  },
  ...{ text: TEXT, missing: [], findings: [], address: `${name.split(' ')[0]?.toLowerCase()}@clients.example` },
  ...{ account: 'bonjour@fleursduport.example (E-mail)', caseId: null, caseNumber: null, answeredAt: null },
  ...more,
})

const outreach = (state: Outreach['state'], now: number): Outreach => ({
  ...{ id: idOf(73, 1), state, language: 'fr', subject: 'Votre commande', template: TEMPLATE, withWriters: false },
  ...{ fact: null, perMinute: 10, readersNeeded: 2, writer: people.aicha, approvedBy: [], returnReason: null },
  ...{ startedAt: state === 'running' ? now - 9 * MINUTE : null, overAt: null, minutesLeft: 4 },
  count: {
    ...{ people: 126, planned: 38, leaving: 2, sent: 80, refused: 1, heldBack: 1, noWay: 3, optedOut: 1, withdrawn: 0 },
    answered: 12,
  },
  people: [
    person(1, 'Noé Faure', { state: 'held-back', text: null, missing: ['solution'] }),
    person(2, 'Lucas Petit', {
      ...{ state: 'held-back', findings: [{ rule: 'G4', code: 'claim-without-fact', severity: 'block' }] },
    }),
    person(3, 'Paul Girard', { state: 'no-way', way: null, whyNot: 'not-mutual', text: null, address: null }),
    person(4, 'Inès Bouvier', {
      state: 'given',
      delivery: 'sent',
      caseId: idOf(3, 2),
      caseNumber: 412,
      answeredAt: now,
    }),
    person(5, 'Camille Roux', { way: 'private-conversation', account: 'fleursduport (Pigeon)', address: null }),
  ],
  more: 121,
})

const STATES = { 2: 'draft', 3: 'asked' } as const

/** An outreach under way (1), a draft (2), and one that waits to be read (3). */
export const outreachAnswers = {
  readOutreach: ({ id }) => {
    const now = Date.now()
    const state = id.endsWith('2') ? STATES[2] : id.endsWith('3') ? STATES[3] : 'running'
    const one = outreach(state, now)
    return {
      incident: { id, title: 'Livraisons de la fête des mères', open: true },
      imports: [
        {
          ...{ id: idOf(74, 1), name: 'commandes-31-mai.csv', by: 'Sarah Duval', ignored: ['Téléphone'] },
          ...{ importedAt: now - 20 * MINUTE, accepted: 312, rejected: 2 },
        },
      ],
      affected: { people: 312, ofOrders: 301, wrote: 186, ofFact: 0, toTell: 126, toldBefore: 0, optedOut: 1 },
      canMail: state !== 'draft',
      outreach: state === 'asked' ? { ...one, writer: people.julien, approvedBy: [people.sarah] } : one,
      earlier: [],
    }
  },
  importOrders: () => ({ importId: idOf(74, 2), accepted: 12, rejected: 1, ignored: [], encoding: 'utf-8' }),
  readRejectedLines: () => ({
    ...{ name: 'commandes.csv', header: 'Commande;E-mail', separator: ';' },
    rejected: [{ line: 3, raw: '7;camille@', faults: [{ code: 'not-an-email', column: 'email', value: 'camille@' }] }],
  }),
  prepareOutreach: () => ({ id: idOf(73, 1), people: 126, sendable: 122, left: 0 }),
  moveOutreach: () => ({ state: 'asked' }),
  readOutreachWords: () => ({ state: 'running' }),
  noteObjection: () => done,
} satisfies Partial<MockAnswers>

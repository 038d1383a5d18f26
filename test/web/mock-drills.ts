import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const done = { done: true as const }
const title = { fr: 'Le bouquet jamais livré', en: 'The bouquet that never came' }
const both = (fr: string, en: string) => ({ fr, en })
const brand = idOf(11, 1)

const scenario = {
  ...{ id: 'bouquet', title, source: both('D’après un article.', 'After an article.'), lasts: 180, promise: 60 },
  briefing: both(
    'Samedi matin. Une cliente dit que son bouquet n’est jamais arrivé.',
    'Saturday morning. A customer says that her bouquet never came.',
  ),
  codes: ['A1', 'G4', 'D1'],
}

const moment = {
  ...{ minute: 42, is: 'fault' as const, weight: 3, by: people.aicha, person: 'Camille Roux', caseId: idOf(3, 1) },
  quote: 'Elle a été remboursée.',
  why: both('C’était faux au moment où c’était dit.', 'It was false when it was said.'),
  instead: both('Dire ce qui est fait, et quand le reste le sera.', 'Say what is done, and when the rest will be.'),
}
const kept = {
  ...moment,
  ...{ is: 'kept' as const, minute: 12, quote: 'Bonjour Camille, je m’en occupe.', instead: null },
  why: both('Répondu dans le délai.', 'Answered in time.'),
}

const pulses = Array.from({ length: 12 }, (_, i) => ({
  ...{ minute: i * 5, volume: Math.round(3 + 20 * Math.sin(i / 3) ** 2), opinion: -10 - i * 3 },
  ...{ waiting: 4 + i, late: Math.max(0, i - 5) },
}))
const parts = [
  { ...people.aicha, part: 'trainee' as const },
  { ...people.sarah, part: 'observer' as const },
]
const notes = [{ id: idOf(61, 1), by: people.sarah, minute: 30, text: 'Aïcha a demandé avant de répondre. Bien.' }]

/** A drill in the middle of its story, until it is ended; the list of drills begins it anew. */
export const makeDrillAnswers = () => {
  let over = false
  return {
    readDrills: () => {
      over = false
      const now = Date.now()
      const shared = { scenario: 'bouquet', title, compression: 20, startedBy: people.sarah, mine: true, minute: 180 }
      return {
        now,
        scenarios: [scenario, { ...scenario, id: 'outage', title: both('La panne', 'The outage') }],
        drills: [
          {
            ...{
              ...shared,
              workspaceId: idOf(11, 9),
              state: 'running' as const,
              startedAt: now - 3 * MINUTE,
              minute: 60,
            },
            ...{ overAt: null, total: null, outcome: null },
          },
          {
            ...{ ...shared, workspaceId: idOf(11, 8), state: 'over' as const, startedAt: now - 9_000 * MINUTE },
            ...{ overAt: now - 8_990 * MINUTE, total: 38, outcome: 'grew' as const, mine: false },
          },
        ],
      }
    },
    checkScenario: () =>
      ({
        refused: 'scenario-faults',
        data: { faults: [{ line: 3, path: 'people[0].name', says: both('ce texte est vide', 'this text is empty') }] },
      }) as never,
    startDrill: () => ({ workspaceId: idOf(11, 9) }),
    readDrill: () => ({
      ...{
        now: Date.now(),
        brandId: brand,
        title,
        briefing: scenario.briefing,
        compression: 20,
        minute: 60,
        lasts: 180,
      },
      ...{
        state: over ? ('over' as const) : ('running' as const),
        part: 'observer' as const,
        runs: true,
        people: parts,
      },
      promise: { story: 60, desk: 3 },
      departments: [both('Atelier', 'Workshop')],
      words: [
        {
          ...{ seq: 9, minute: 40, kind: 'call' as const, from: both('Paul Vasseur', 'Paul Vasseur'), answerBy: 70 },
          list: null,
          says: both('Un journaliste demande ce que vous répondez.', 'A journalist asks what you answer.'),
        },
        {
          ...{ seq: 4, minute: 20, kind: 'inside' as const, from: both('Atelier', 'Workshop'), answerBy: null },
          list: {
            people: 2,
            text: 'commande;nom;e-mail\nFLE-20417;Camille Roux;camille@example.org\nFLE-20418;Noé Faure;noe@example.org\n',
          },
          says: both('Le camion est en panne.', 'The van has broken down.'),
        },
      ],
      facts: [{ minute: 20, says: both('Douze bouquets ne sont pas partis.', 'Twelve bouquets did not leave.') }],
    }),
    changeDrill: ({ to }) => {
      over = to === 'stop'
      return done
    },
    readDrillConsole: () => ({
      ...{ pulses, mood: -31, notes, moments: [{ ...moment, code: 'G4' }] },
      people: [
        {
          ...{ id: 'camille', name: 'Camille Roux', handle: 'camilleroux', role: 'customer', followers: 320 },
          ...{ opinion: -52, waitsSince: 12, late: true, settled: false, answers: 1 },
        },
        {
          ...{ id: 'paul', name: 'Paul Vasseur', handle: 'pvasseur', role: 'journalist', followers: 48_000 },
          ...{ opinion: 0, waitsSince: null, late: false, settled: true, answers: 0 },
        },
      ],
      deeds: [
        {
          ...{ id: 'a', minute: 42, by: people.aicha, kind: 'reply', person: 'Camille Roux' },
          text: 'Elle a été remboursée.',
        },
        { id: 'b', minute: 10, by: people.aicha, kind: 'take', person: 'Camille Roux', text: '' },
      ],
      upcoming: [
        {
          ...{ id: 'article', minute: 75, kind: 'elsewhere', conditional: true },
          from: both('Hélène Castaing', 'Hélène Castaing'),
          says: both('Un article paraît.', 'An article is published.'),
        },
      ],
    }),
    orderInject: () => done,
    noteDrill: () => done,
    readDebrief: () => ({
      ...{ title, startedAt: Date.now() - 20 * MINUTE, overAt: Date.now() - 10 * MINUTE, compression: 20, lasted: 180 },
      ...{ total: 41, outcome: 'grew' as const, people: parts, notes, pulses, peak: { minute: 45, volume: 23 } },
      says: [
        both('Le bruit a grandi : on a affirmé ce qui n’était pas vrai.', 'The buzz grew: what was said was not true.'),
      ],
      lesson: both('Ne dire que ce qui est vrai.', 'Say only what is true.'),
      codes: [
        {
          ...{ code: 'G4', score: 10, weight: 3, why: moment.why, instead: moment.instead, moments: [moment] },
          ...{ before: 60, best: 80, trend: 'worse' as const },
        },
        {
          ...{ code: 'A1', score: 90, weight: 2, why: kept.why, instead: null, moments: [kept] },
          ...{ before: 70, best: 70, trend: 'better' as const },
        },
        {
          ...{ code: 'C2', score: null, weight: 1, why: both('Sans occasion.', 'No occasion.'), instead: null },
          ...{ moments: [], before: null, best: null, trend: null },
        },
      ],
      stopped: [{ minute: 50, by: people.aicha, codes: ['G1'] }],
      comparison: [both('41 sur 100, contre 38 la fois d’avant.', '41 out of 100, against 38 the time before.')],
      earlier: [
        { workspaceId: idOf(11, 8), startedAt: Date.now() - 9_000 * MINUTE, total: 38, outcome: 'grew' as const },
      ],
    }),
  } satisfies Partial<MockAnswers>
}

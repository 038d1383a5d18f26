import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Charter } from './charter.ts'
import type { ContradictionCode } from './contradiction.ts'
import { findContradictions } from './find-contradictions.ts'
import { starterCharter } from './starter.ts'

const day = [{ from: '09:00', to: '18:00' }]
const starter = starterCharter('fr', {
  name: 'Fleurs du Port',
  week: [day, day, day, day, day, [], []],
  networks: [
    { connector: 'pigeon', expectedPerWeek: 40, firstReplyMinutes: 120, nextReplyMinutes: 240, calendar: 'business' },
  ],
  ownHosts: [],
  otherBrands: [],
})
const pigeon = { ...starter.networks[0], connector: 'pigeon', expectedPerWeek: 40, firstReplyMinutes: 120 } as const
const network = { ...pigeon, nextReplyMinutes: 240, calendar: 'business' } as const

const contradictory: readonly [ContradictionCode, string, Partial<Charter>][] = [
  [
    'promise-while-closed',
    'two hours day and night, closed from Friday evening to Monday',
    { networks: [{ ...network, calendar: 'always' }] },
  ],
  ['business-without-hours', 'promises count in hours that do not exist', { week: [[], [], [], [], [], [], []] }],
  ['two-promises', 'one network, two promises', { networks: [network, { ...network, firstReplyMinutes: 60 }] }],
  [
    'sensitive-said-alone',
    'an agent may say alone what two people read',
    { autonomy: [{ role: 'agent', subject: 'fuite de données', connector: '*', upToCents: null }] },
  ],
  [
    'sensitive-said-alone',
    'a manager may say alone what two people read',
    { autonomy: [{ role: 'manager', subject: 'Fuite de données', connector: '*', upToCents: null }] },
  ],
  [
    'reserved-said-alone',
    'an agent may say what nobody says',
    { autonomy: [{ role: 'agent', subject: 'Politique et religion', connector: '*', upToCents: null }] },
  ],
  [
    'two-autonomies',
    'the same line with two limits',
    {
      autonomy: [
        { role: 'agent', subject: '*', connector: '*', upToCents: 1_000 },
        { role: 'agent', subject: '*', connector: '*', upToCents: 2_000 },
      ],
    },
  ],
  [
    'unknown-subject',
    'a line about a subject that nothing defines',
    { autonomy: [{ role: 'validator', subject: 'Astrologie', connector: '*', upToCents: null }] },
  ],
  [
    'network-without-promise',
    'a line about a network without a promise',
    { autonomy: [{ role: 'agent', subject: '*', connector: 'poste', upToCents: null }] },
  ],
  [
    'amount-alone-but-waits',
    'an amount that is both alone and waiting',
    { autonomy: [{ role: 'agent', subject: '*', connector: '*', upToCents: 50_000 }] },
  ],
  [
    'subject-reserved-and-sensitive',
    'a subject that nobody and several people speak of',
    { sensitiveSubjects: [{ name: 'politique et religion', words: ['élection'], approvers: 1 }] },
  ],
  [
    'subject-twice',
    'one subject, two definitions',
    {
      sensitiveSubjects: [
        { name: 'Deuil', words: ['décès'], approvers: 1 },
        { name: 'deuil', words: ['obsèques'], approvers: 2 },
      ],
    },
  ],
  [
    'subject-without-words',
    'a subject that nothing betrays',
    { sensitiveSubjects: [{ name: 'Deuil', words: [' '], approvers: 1 }] },
  ],
  [
    'word-reserved-and-liked',
    'the same word reserved and recommended',
    {
      reservedWords: [{ words: 'Bonne journée', severity: 'block' }],
      tone: { address: 'vous', likedWords: ['bonne journée à vous'] },
    },
  ],
  [
    'word-reserved-twice',
    'the same word reserved twice',
    {
      reservedWords: [
        { words: 'gratuit', severity: 'block' },
        { words: 'Gratuit', severity: 'warn' },
      ],
    },
  ],
  [
    'replacement-reserved',
    'a replacement that is reserved itself',
    {
      reservedWords: [
        { words: 'gratuit', instead: 'offert par la maison', severity: 'warn' },
        { words: 'offert', severity: 'block' },
      ],
    },
  ],
  [
    'liked-against-address',
    'a familiar word in a formal tone',
    { tone: { address: 'vous', likedWords: ['dis-nous tout, on t’écoute'] } },
  ],
  [
    'gesture-without-cap',
    'gestures allowed up to nothing',
    { goodwill: { allowed: true, capCents: 0, perYearCents: 0 } },
  ],
  [
    'year-below-one-gesture',
    'a year smaller than one gesture',
    { goodwill: { allowed: true, capCents: 3_000, perYearCents: 1_000 } },
  ],
  ['own-brand-as-other', 'the brand named as another one', { otherBrands: ['fleurs du port'] }],
  [
    'competitor-and-own',
    'a sister brand named as a competitor',
    { otherBrands: ['Café du Quai'], competitors: ['café du quai'] },
  ],
  [
    'heard-kept-longer',
    'what led to nothing kept longest',
    { retention: { mentionMonths: 48, conversationMonths: 36, evidenceMonths: 60 } },
  ],
]

for (const [code, what, change] of contradictory)
  test(`said at once: ${what}`, () => {
    const codes = findContradictions({ ...starter, ...change }, 'Fleurs du Port').map((found) => found.code)
    assert.ok(codes.includes(code), `found ${codes.join(', ') || 'nothing'}`)
  })

test('what only looks like a contradiction is let through', () => {
  const around: Partial<Charter>[] = [
    { networks: [{ ...network, calendar: 'always', firstReplyMinutes: 4_320, nextReplyMinutes: 4_320 }] },
    { autonomy: [{ role: 'validator', subject: 'Deuil', connector: 'pigeon', upToCents: null }] },
    { reservedWords: [{ words: 'jour', severity: 'block' }] },
    { goodwill: { allowed: false, capCents: 0, perYearCents: 0 } },
    { tone: { address: 'tu', likedWords: ['dis-nous tout'] } },
    { competitors: ['Roses Express'], otherBrands: ['Café du Quai'] },
  ]
  for (const change of around) assert.deepEqual(findContradictions({ ...starter, ...change }, 'Fleurs du Port'), [])
})

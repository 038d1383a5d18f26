import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY_MS, HOUR_MS } from '#core/time.ts'
import { keyOf, unseenOf } from './flag.ts'
import { outlookOf } from './outlook.ts'
import { mayPlan } from './scheduled-post.ts'
import { type Affair, findUnfortunate } from './unfortunate.ts'
import { onTheWall, wallMoment } from './wall-moment.ts'
import { type ReadAtTheHour, whyKeptIn } from './why-kept-in.ts'

const NOW = Date.UTC(2026, 10, 22, 10)
const LATE: Affair = {
  ...{ id: 'i1', title: 'Bouquets de la fête des mères', declaredAt: NOW - HOUR_MS, closedAt: null },
  matching: { all: false, topics: ['delivery'], words: ['bouquet', 'camion'], without: [], accountIds: [] },
  lines: [
    { state: 'forbidden', says: 'Le nom du transporteur', words: ['Transports Lemoine'], claims: [], dates: false },
    { state: 'unconfirmed', says: 'Que tous sont remboursés', words: [], claims: ['refund'], dates: false },
  ],
}
const NAMES = ['Fleurs du Port', 'fleursduport']
const flags = (text: string, affair: Affair = LATE, now = NOW) =>
  findUnfortunate(text, [affair], { now, brandNames: NAMES }).map(({ kind, words }) => [kind, ...words])

test('what has become unfortunate is flagged with the very words that say it', () => {
  assert.deepEqual(flags('Un bouquet, et toute la journée s’éclaire. Profitez-en 🎉'), [
    ['word', 'bouquet'],
    ['cheerful', 'Profitez', '🎉'],
  ])
  assert.deepEqual(flags('Vive la Fête des Mères chez Fleurs du Port !'), [
    ['title', 'Fête', 'Mères'],
    ['cheerful', 'Fête'],
  ])
  assert.deepEqual(flags('Livraison offerte ce week-end.'), [['topic', 'Livraison']])
  assert.deepEqual(flags('Avec Transports Lemoine, tout arrive.'), [['forbidden', 'Transports Lemoine']])
  assert.deepEqual(flags('Tous les bouquets ont été remboursés.'), [
    ['forbidden', 'ont été remboursés'],
    ['word', 'bouquets'],
  ])
  assert.deepEqual(flags('Nos horaires changent lundi.'), [])
  assert.deepEqual(flags('Your parcel, our pride.'), [['topic', 'parcel']])
  const own = { now: NOW, brandNames: NAMES, about: LATE.id }
  assert.deepEqual(findUnfortunate('Point sur les bouquets.', [LATE], own), [], 'what is about it is meant to touch it')
})

test('it is remembered a year after the end, by its own words and what may not be said; its topic and its mood are not', () => {
  const closed = { ...LATE, closedAt: NOW }
  const after = (text: string, days: number) => flags(text, closed, NOW + days * DAY_MS)
  assert.deepEqual(after('Un bouquet livré avec le sourire 🎉', 300), [['word', 'bouquet']])
  assert.deepEqual(after('Merci à Transports Lemoine.', 300), [['forbidden', 'Transports Lemoine']])
  assert.deepEqual(after('Un bouquet livré avec le sourire 🎉', 367), [])
})

test('a flag that was shown is not asked about again; other words, or another affair, are', () => {
  const one = findUnfortunate('Un bouquet pour elle.', [LATE], { now: NOW, brandNames: NAMES })
  const seen = one.map(keyOf)
  assert.deepEqual(unseenOf(one, seen), [])
  const more = findUnfortunate('Un bouquet pour elle, un camion pour lui.', [LATE], { now: NOW, brandNames: NAMES })
  assert.equal(unseenOf(more, seen).length, 1)
  const other = findUnfortunate('Un bouquet pour elle.', [{ ...LATE, id: 'i2' }], { now: NOW, brandNames: NAMES })
  assert.equal(unseenOf(other, seen).length, 1)
})

test('whatever the words are, they are read without a fault, and what is flagged stands in them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const { words } of findUnfortunate(`${text} bouquet`, [LATE], { now: NOW, brandNames: NAMES }))
        for (const word of words) assert.ok(`${text} bouquet`.includes(word))
    }),
    { numRuns: 100 },
  )
})

const FINE: ReadAtTheHour = {
  ...{ mayWrite: true, secondFactorMissing: false, accountIsThere: true, approval: 'approved', isHeldByGuard: false },
  ...{ readersNeeded: 1, readers: 1, unseen: [] },
}

test('at the hour every one of the conditions holds, or the words stay in', () => {
  assert.equal(whyKeptIn(FINE), null)
  assert.equal(whyKeptIn({ ...FINE, approval: null, readersNeeded: 0, readers: 0 }), null)
  const [flag] = findUnfortunate('bouquet', [LATE], { now: NOW, brandNames: NAMES })
  const faults: readonly [Partial<ReadAtTheHour>, string][] = [
    [{ mayWrite: false }, 'writer'],
    [{ secondFactorMissing: true }, 'second-factor'],
    [{ accountIsThere: false }, 'account'],
    [{ approval: 'waiting' }, 'not-read'],
    [{ approval: 'over' }, 'not-read'],
    [{ isHeldByGuard: true }, 'guard'],
    [{ readersNeeded: 2 }, 'needs-reader'],
    [{ approval: null, readers: 0 }, 'needs-reader'],
    [{ unseen: flag === undefined ? [] : [flag] }, 'unfortunate'],
  ]
  for (const [fault, why] of faults) assert.equal(whyKeptIn({ ...FINE, ...fault }), why)
  fc.assert(
    fc.property(fc.subarray([...faults], { minLength: 1 }), (some) => {
      assert.notEqual(whyKeptIn(Object.assign({ ...FINE }, ...some.map(([fault]) => fault))), null)
    }),
  )
})

test('an hour on the brand’s wall strikes once, twice when the clocks go back, never when they go forward', () => {
  const paris = (day: string, hour: string) => wallMoment('Europe/Paris', day, hour)
  assert.deepEqual(paris('2026-12-01', '18:00'), { at: Date.UTC(2026, 11, 1, 17), strikes: 'once' })
  assert.deepEqual(paris('2026-10-25', '02:30'), { at: Date.UTC(2026, 9, 25, 0, 30), strikes: 'twice' })
  assert.deepEqual(paris('2027-03-28', '02:30'), { at: Date.UTC(2027, 2, 28, 1), strikes: 'never' })
  assert.equal(paris('2026-02-30', '10:00'), null)
  assert.equal(paris('2026-12-01', '24:00'), null)
  const instants = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }).map((ms) => ms - (ms % 60_000))
  const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC')
  fc.assert(
    fc.property(instants, zones, (at, zone) => {
      const { day, hour } = onTheWall(zone, at)
      const back = wallMoment(zone, day, hour)
      assert.ok(back !== null && back.strikes !== 'never' && back.at <= at)
      assert.deepEqual(onTheWall(zone, back.at), { day, hour })
      if (back.strikes === 'once') assert.equal(back.at, at)
    }),
  )
})

test('hours are to come, within a year; the first line says what leaves, what is suspended, what waits and what asks', () => {
  assert.deepEqual(
    [NOW, NOW + 1, NOW + 366 * DAY_MS, NOW + 367 * DAY_MS].map((at) => mayPlan(at, NOW)),
    [...[false, true, true, false]],
  )
  const one = { state: 'planned' as const, leavesAt: NOW, isPaused: false, isUnread: false }
  assert.deepEqual(
    outlookOf([
      { ...one, leavesAt: NOW + 2 },
      { ...one, leavesAt: NOW + 1 },
      { ...one, isPaused: true },
      { ...one, isUnread: true },
      { ...one, state: 'asks' },
    ]),
    { nextAt: NOW + 1, leaving: 2, paused: 1, unread: 1, asking: 1 },
  )
  assert.equal(outlookOf([]).nextAt, null)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { BusinessHours, Slot } from '#core/sla/calendar.ts'
import { DAY_MS, HOUR_MS } from '#core/time.ts'
import { findPresent, standInOf } from './on-duty.ts'
import { chooseReaders } from './readers.ts'
import { closedDaysOf, DUTIES, type Duty, type Rota, type Shift } from './rota.ts'
import { isReplacedBy } from './set-shift.ts'
import { findHoles, findStretches } from './stretches.ts'

const at = (wall: string, disambiguation: 'earlier' | 'later' = 'earlier') =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Paris', { disambiguation }).epochMilliseconds

const shift = (memberId: string, duty: Duty, weekdays: number[], from: string, to: string): Shift[] =>
  weekdays.map((weekday) => ({ memberId, duty, weekday, from, to }))
const WORKDAYS = [1, 2, 3, 4, 5]

const rota = (shifts: Shift[], more: Partial<Rota> = {}): Rota => ({
  timeZone: 'Europe/Paris',
  hands: ['aicha', 'julien', 'sarah'].map((memberId) => ({ memberId, able: DUTIES })),
  shifts,
  absences: [],
  closedDays: [],
  ...more,
})
const away = (memberId: string, from: string, until: string, standInId: string | null = null) => ({
  ...{ memberId, fromAt: at(from), untilAt: at(until), standInId },
})
const open = (slots: Slot[], more: Partial<BusinessHours> = {}): BusinessHours => ({
  ...{ timeZone: 'Europe/Paris', weekly: [slots, slots, slots, slots, slots, [], []], holidays: [], openings: [] },
  ...more,
})
const NINE_TO_SIX = open([{ from: '09:00', to: '18:00' }])
const spell = (instants: readonly { from: number; until: number }[]) =>
  instants.map(({ from, until }) =>
    [from, until].map((t) =>
      Temporal.Instant.fromEpochMilliseconds(t)
        .toZonedDateTimeISO('Europe/Paris')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' }),
    ),
  )

describe('who is on duty', () => {
  const weekdays = rota([
    ...shift('aicha', 'answer', WORKDAYS, '09:00', '13:00'),
    ...shift('julien', 'answer', WORKDAYS, '12:00', '18:00'),
  ])

  test('each at their own hours, both while they overlap, nobody at night', () => {
    const there = (wall: string) => findPresent(weekdays, 'answer', at(wall)).map(({ memberId }) => memberId)
    assert.deepEqual(there('2026-11-23T08:59'), [])
    assert.deepEqual(there('2026-11-23T09:00'), ['aicha'])
    assert.deepEqual(there('2026-11-23T12:30'), ['aicha', 'julien'])
    assert.deepEqual(there('2026-11-23T13:00'), ['julien'])
    assert.deepEqual(there('2026-11-22T10:00'), [])
  })

  test('a stand-in takes the hours of whoever is away, and the desk says for whom', () => {
    const ill = { ...weekdays, absences: [away('aicha', '2026-11-23T00:00', '2026-11-25T00:00', 'sarah')] }
    assert.deepEqual(findPresent(ill, 'answer', at('2026-11-23T10:00')), [{ memberId: 'sarah', insteadOf: 'aicha' }])
    assert.deepEqual(findPresent(ill, 'answer', at('2026-11-25T10:00')), [{ memberId: 'aicha', insteadOf: null }])
    assert.deepEqual(findPresent(ill, 'watch', at('2026-11-23T10:00')), [])
  })

  test('when the stand-in is away too, theirs stands in; a circle of absent people ends with nobody', () => {
    const two = [
      away('aicha', '2026-11-23T00:00', '2026-11-25T00:00', 'julien'),
      away('julien', '2026-11-23T00:00', '2026-11-24T00:00', 'sarah'),
    ]
    assert.equal(standInOf({ ...weekdays, absences: two }, 'aicha', 'answer', at('2026-11-23T10:00')), 'sarah')
    assert.equal(standInOf({ ...weekdays, absences: two }, 'aicha', 'answer', at('2026-11-24T10:00')), 'julien')
    const circle = [two[0], away('julien', '2026-11-23T00:00', '2026-11-24T00:00', 'aicha')].filter(
      (a) => a !== undefined,
    )
    assert.equal(standInOf({ ...weekdays, absences: circle }, 'aicha', 'answer', at('2026-11-23T10:00')), null)
  })

  test('a shift of somebody whose role no longer allows the duty counts for nobody', () => {
    const hands = [{ memberId: 'aicha', able: ['watch' as const] }]
    assert.deepEqual(findPresent({ ...weekdays, hands }, 'answer', at('2026-11-23T10:00')), [])
  })

  test('nobody works on a day on which the desk is closed', () => {
    const closed = closedDaysOf(
      open([], {
        holidays: ['2026-12-25', '2026-11-11'],
        openings: [
          { day: '2026-11-11', slots: [{ from: '10:00', to: '12:00' }] },
          { day: '2026-11-24', slots: [] },
        ],
      }),
    )
    assert.deepEqual(closed, ['2026-11-24', '2026-12-25'])
    assert.deepEqual(findPresent({ ...weekdays, closedDays: closed }, 'answer', at('2026-12-25T10:00')), [])
  })
})

describe('the nights on which the clocks change', () => {
  const nights = rota(shift('aicha', 'watch', [6], '22:00', '06:00'))
  const lasts = (from: string, until: string) =>
    findStretches(nights, 'always', 'watch', at(from), at(until))
      .filter(({ present }) => present.length > 0)
      .reduce((sum, one) => sum + one.until - one.from, 0) / HOUR_MS

  test('a shift over the night of 25 October lasts nine hours, over that of 29 March seven, else eight', () => {
    assert.equal(lasts('2026-10-24T12:00', '2026-10-25T12:00'), 9)
    assert.equal(lasts('2026-03-28T12:00', '2026-03-29T12:00'), 7)
    assert.equal(lasts('2026-11-21T12:00', '2026-11-22T12:00'), 8)
  })

  test('the repeated hour has somebody both times that it strikes', () => {
    for (const strikes of ['earlier', 'later'] as const)
      assert.equal(findPresent(nights, 'watch', at('2026-10-25T02:30', strikes)).length, 1)
  })
})

describe('holes', () => {
  test('hours of business without anybody are holes; hours without business are not', () => {
    const lunch = rota([
      ...shift('aicha', 'answer', WORKDAYS, '09:00', '12:30'),
      ...shift('julien', 'answer', WORKDAYS, '14:00', '20:00'),
    ])
    assert.deepEqual(spell(findHoles(lunch, NINE_TO_SIX, 'answer', at('2026-11-20T00:00'), at('2026-11-24T00:00'))), [
      ['2026-11-20T12:30', '2026-11-20T14:00'],
      ['2026-11-23T12:30', '2026-11-23T14:00'],
    ])
  })

  test('an absence without a stand-in opens a hole; with one it does not; a duty that nobody has planned has none', () => {
    const weekdays = rota(shift('aicha', 'answer', WORKDAYS, '09:00', '18:00'))
    const holes = (absences: Rota['absences'], duty: Duty = 'answer') =>
      spell(findHoles({ ...weekdays, absences }, NINE_TO_SIX, duty, at('2026-11-23T00:00'), at('2026-11-28T00:00')))
    assert.deepEqual(holes([]), [])
    assert.deepEqual(holes([away('aicha', '2026-11-24T00:00', '2026-11-25T00:00')]), [
      ['2026-11-24T09:00', '2026-11-24T18:00'],
    ])
    assert.deepEqual(holes([away('aicha', '2026-11-24T00:00', '2026-11-25T00:00', 'julien')]), [])
    assert.deepEqual(holes([], 'watch'), [])
  })

  test('a brand that is open day and night, with a night nobody takes', () => {
    const days = rota(shift('aicha', 'watch', [1, 2, 3, 4, 5, 6, 7], '08:00', '20:00'))
    const holes = findHoles(days, 'always', 'watch', at('2026-10-24T12:00'), at('2026-10-25T12:00'))
    assert.deepEqual(spell(holes), [['2026-10-24T20:00', '2026-10-25T08:00']])
    // The clocks go back: the night that nobody takes has thirteen hours.
    assert.equal(((holes[0]?.until ?? 0) - (holes[0]?.from ?? 0)) / HOUR_MS, 13)
  })
})

describe('who reads a reply that waits', () => {
  const monday = at('2026-11-23T10:00')

  test('without a rota everybody who is not away', () => {
    assert.deepEqual(chooseReaders(rota([]), [], monday), {
      ...{ available: ['aicha', 'julien', 'sarah'], away: [], standIns: {} },
    })
    const ill = rota([], { absences: [away('julien', '2026-11-23T00:00', '2026-11-24T00:00', 'aicha')] })
    assert.deepEqual(chooseReaders(ill, [], monday), {
      ...{ available: ['aicha', 'sarah'], away: ['julien'], standIns: { julien: 'aicha' } },
    })
  })

  test('with one, those whose turn it is, and whoever answers for the brand', () => {
    const turns = rota(shift('julien', 'approve', WORKDAYS, '09:00', '18:00'))
    assert.deepEqual(chooseReaders(turns, ['sarah'], monday).available, ['julien', 'sarah'])
  })

  test('a plan that leaves fewer than two to ask gives way: a reply never waits for nobody', () => {
    const turns = rota(shift('julien', 'approve', WORKDAYS, '09:00', '18:00'))
    assert.deepEqual(chooseReaders(turns, [], monday + DAY_MS / 2).available, ['aicha', 'julien', 'sarah'])
  })
})

test('a new shift takes the place of those that it overlaps, over midnight and over Sunday night too', () => {
  const one = (weekday: number, from: string, to: string): Shift => ({
    memberId: 'aicha',
    duty: 'watch',
    weekday,
    from,
    to,
  })
  assert.ok(isReplacedBy(one(1, '09:00', '12:00'), one(1, '11:00', '15:00')))
  assert.ok(!isReplacedBy(one(1, '09:00', '12:00'), one(1, '12:00', '15:00')))
  assert.ok(isReplacedBy(one(1, '22:00', '06:00'), one(2, '05:00', '09:00')))
  assert.ok(isReplacedBy(one(7, '22:00', '06:00'), one(1, '05:00', '09:00')))
  assert.ok(!isReplacedBy({ ...one(1, '09:00', '12:00'), duty: 'answer' }, one(1, '09:00', '12:00')))
})

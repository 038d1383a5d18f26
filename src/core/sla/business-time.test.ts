import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { addBusinessMinutes, businessMinutesBetween, isOpen, nextOpening } from './business-time.ts'
import type { BusinessCalendar, BusinessHours, Slot } from './calendar.ts'

const NINE_TO_FIVE: Slot[] = [{ from: '09:00', to: '17:00' }]
const WITH_LUNCH: Slot[] = [
  { from: '09:00', to: '12:30' },
  { from: '14:00', to: '18:00' },
]
const ALL_DAY: Slot[] = [{ from: '00:00', to: '24:00' }]
const NIGHT: Slot[] = [{ from: '20:00', to: '02:00' }]

function hours(slots: Slot[], more: Partial<BusinessHours> = {}, weekend: Slot[] = []): BusinessHours {
  const weekly = [slots, slots, slots, slots, slots, weekend, weekend]
  return { timeZone: 'Europe/Paris', weekly, holidays: [], openings: [], ...more }
}

function at(wall: string, timeZone = 'Europe/Paris', disambiguation: 'earlier' | 'later' = 'earlier'): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds
}

function wall(instant: number | 'never', timeZone = 'Europe/Paris'): string {
  if (instant === 'never') return 'never'
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  return `${there.toPlainDateTime().toString({ smallestUnit: 'minute' })}${there.offset}`
}

const after = (calendar: BusinessCalendar, from: string, minutes: number) =>
  wall(addBusinessMinutes(calendar, at(from), minutes))

describe('business hours', () => {
  test('Friday 16:30 and one hour is Monday 09:30', () => {
    assert.equal(after(hours(NINE_TO_FIVE), '2026-11-20T16:30', 60), '2026-11-23T09:30+01:00')
  })

  test('nobody answers during lunch', () => {
    assert.equal(after(hours(WITH_LUNCH), '2026-11-23T12:00', 60), '2026-11-23T14:30+01:00')
    assert.equal(isOpen(hours(WITH_LUNCH), at('2026-11-23T12:30')), false)
    assert.equal(isOpen(hours(WITH_LUNCH), at('2026-11-23T12:29')), true)
    assert.equal(wall(nextOpening(hours(WITH_LUNCH), at('2026-11-23T12:30'))), '2026-11-23T14:00+01:00')
  })

  test('a promise that ends exactly at closing time is due at closing time, not at the next opening', () => {
    assert.equal(after(hours(NINE_TO_FIVE), '2026-11-20T16:00', 60), '2026-11-20T17:00+01:00')
  })

  test('a message of Saturday night starts its clock on Monday morning', () => {
    assert.equal(after(hours(NINE_TO_FIVE), '2026-11-21T23:40', 120), '2026-11-23T11:00+01:00')
  })

  test('the first of May is closed, and so is the night shift that would start on it', () => {
    const closed = { holidays: ['2026-05-01'] }
    assert.equal(after(hours(NINE_TO_FIVE, closed), '2026-04-30T16:30', 60), '2026-05-04T09:30+02:00')
    const nights = hours(NIGHT, closed, NIGHT)
    assert.equal(after(nights, '2026-04-30T23:30', 60), '2026-05-02T20:30+02:00')
    assert.equal(isOpen(nights, at('2026-05-02T01:00')), false)
    assert.equal(isOpen(nights, at('2026-05-03T01:00')), true)
  })

  test('an exceptional opening wins over a holiday, and replaces the usual hours of its day', () => {
    const sundayBeforeChristmas = { day: '2026-12-20', slots: [{ from: '10:00', to: '13:00' }] }
    const armistice = { day: '2026-11-11', slots: [{ from: '14:00', to: '16:00' }] }
    const calendar = hours(NINE_TO_FIVE, { holidays: ['2026-11-11'], openings: [sundayBeforeChristmas, armistice] })
    assert.equal(after(calendar, '2026-11-10T16:30', 60), '2026-11-11T14:30+01:00')
    assert.equal(after(calendar, '2026-12-18T16:30', 60), '2026-12-20T10:30+01:00')
    const shortDay = hours(NINE_TO_FIVE, { openings: [{ day: '2026-11-24', slots: [{ from: '09:00', to: '10:00' }] }] })
    assert.equal(after(shortDay, '2026-11-24T09:30', 60), '2026-11-25T09:30+01:00')
  })

  test('an exceptional closing is an opening without hours', () => {
    assert.equal(
      after(hours(NINE_TO_FIVE, { openings: [{ day: '2026-11-24', slots: [] }] }), '2026-11-23T16:30', 60),
      '2026-11-25T09:30+01:00',
    )
  })

  test('a shift past midnight belongs to the day on which it starts', () => {
    const fridayNight = hours([], { weekly: [[], [], [], [], NIGHT, [], []] })
    assert.equal(after(fridayNight, '2026-11-20T23:30', 90), '2026-11-21T01:00+01:00')
    assert.equal(after(fridayNight, '2026-11-21T01:30', 60), '2026-11-27T20:30+01:00')
  })

  test('24:00 and the next 00:00 are one moment', () => {
    assert.equal(after(hours(ALL_DAY, {}, ALL_DAY), '2026-11-21T23:30', 60), '2026-11-22T00:30+01:00')
  })

  test('overlapping slots count once', () => {
    const overlapping = hours([
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
      { from: '10:00', to: '10:30' },
    ])
    assert.equal(businessMinutesBetween(overlapping, at('2026-11-23T00:00'), at('2026-11-24T00:00')), 240)
  })

  test('from Friday evening to Monday morning hardly any business time goes by, and backwards it is negative', () => {
    const [friday, monday] = [at('2026-11-20T16:50'), at('2026-11-23T09:05')]
    assert.equal(businessMinutesBetween(hours(NINE_TO_FIVE), friday, monday), 15)
    assert.equal(businessMinutesBetween(hours(NINE_TO_FIVE), monday, friday), -15)
  })
})

describe('daylight saving', () => {
  const nights = hours([{ from: '00:00', to: '06:00' }], {}, [{ from: '00:00', to: '06:00' }])

  test('the night of 25 October 2026 in Paris has one hour more, that of 29 March one less', () => {
    assert.equal(businessMinutesBetween(nights, at('2026-10-25T00:00'), at('2026-10-25T12:00')), 7 * 60)
    assert.equal(businessMinutesBetween(nights, at('2026-03-29T00:00'), at('2026-03-29T12:00')), 5 * 60)
    assert.equal(after(nights, '2026-10-25T01:30', 120), '2026-10-25T02:30+01:00')
    assert.equal(after(nights, '2026-03-29T01:30', 60), '2026-03-29T03:30+02:00')
  })

  test('so had the night of 26 October 2025', () => {
    assert.equal(businessMinutesBetween(nights, at('2025-10-26T00:00'), at('2025-10-26T12:00')), 7 * 60)
  })

  test('office hours stay office hours on both sides', () => {
    assert.equal(after(hours(NINE_TO_FIVE), '2026-03-27T16:30', 60), '2026-03-30T09:30+02:00')
    assert.equal(after(hours(NINE_TO_FIVE), '2026-10-23T16:30', 60), '2026-10-26T09:30+01:00')
  })

  test('a shift that starts in the skipped hour starts when the clocks change', () => {
    const calendar = hours([], { openings: [{ day: '2026-03-29', slots: [{ from: '02:30', to: '05:00' }] }] })
    assert.equal(wall(nextOpening(calendar, at('2026-03-29T00:00'))), '2026-03-29T03:00+02:00')
    const swallowed = hours([], { openings: [{ day: '2026-03-29', slots: [{ from: '02:10', to: '02:50' }] }] })
    assert.equal(nextOpening(swallowed, at('2026-03-29T00:00')), 'never')
  })

  test('a shift that ends in the repeated hour lasts until that hour has struck twice', () => {
    const calendar = hours([], { openings: [{ day: '2026-10-25', slots: [{ from: '01:00', to: '02:30' }] }] })
    assert.equal(businessMinutesBetween(calendar, at('2026-10-25T00:00'), at('2026-10-25T12:00')), 150)
    const untilTwo = hours([], { openings: [{ day: '2026-10-25', slots: [{ from: '01:00', to: '02:00' }] }] })
    assert.equal(businessMinutesBetween(untilTwo, at('2026-10-25T00:00'), at('2026-10-25T12:00')), 60)
  })

  test('a zone that changes by half an hour, at midnight, or skips a day', () => {
    const lordHowe = hours(ALL_DAY, { timeZone: 'Australia/Lord_Howe' }, ALL_DAY)
    const day = (date: string, next: string, zone: string) =>
      [at(`${date}T00:00`, zone), at(`${next}T00:00`, zone)] as const
    const [a, b] = day('2026-04-05', '2026-04-06', 'Australia/Lord_Howe')
    assert.equal(businessMinutesBetween(lordHowe, a, b), 24.5 * 60)
    const santiago = hours(NIGHT, { timeZone: 'America/Santiago' }, NIGHT)
    const [c, d] = day('2026-09-05', '2026-09-07', 'America/Santiago')
    assert.equal(businessMinutesBetween(santiago, c, d), 11 * 60)
    const apia = hours(ALL_DAY, { timeZone: 'Pacific/Apia' }, ALL_DAY)
    const [e, f] = day('2011-12-29', '2011-12-31', 'Pacific/Apia')
    assert.equal(businessMinutesBetween(apia, e, f), 24 * 60)
    const stJohns = hours(ALL_DAY, { timeZone: 'America/St_Johns' }, ALL_DAY)
    const [g, h] = day('2010-11-06', '2010-11-08', 'America/St_Johns')
    assert.equal(businessMinutesBetween(stJohns, g, h), 49 * 60)
  })

  test('half-hour zones', () => {
    const kolkata = hours(NINE_TO_FIVE, { timeZone: 'Asia/Kolkata' })
    const due = addBusinessMinutes(kolkata, at('2026-11-20T16:30', 'Asia/Kolkata'), 60)
    assert.equal(wall(due, 'Asia/Kolkata'), '2026-11-23T09:30+05:30')
  })
})

describe('calendars that hardly open', () => {
  test('an empty calendar says never, at once', () => {
    const empty = hours([])
    assert.equal(addBusinessMinutes(empty, at('2026-11-20T16:30'), 60), 'never')
    assert.equal(nextOpening(empty, at('2026-11-20T16:30')), 'never')
    assert.equal(isOpen(empty, at('2026-11-20T16:30')), false)
    assert.equal(businessMinutesBetween(empty, 0, at('2026-11-20T16:30')), 0)
  })

  test('after its last exceptional opening, a calendar without weekly hours is closed for ever', () => {
    const once = hours([], { openings: [{ day: '2026-11-20', slots: [{ from: '22:00', to: '01:00' }] }] })
    assert.equal(after(once, '2026-11-20T00:00', 180), '2026-11-21T01:00+01:00')
    assert.equal(after(once, '2026-11-20T00:00', 181), 'never')
    assert.equal(after(once, '2027-11-20T00:00', 1), 'never')
  })

  test('a promise of centuries is no promise', () => {
    assert.equal(addBusinessMinutes(hours(NINE_TO_FIVE), at('2026-11-20T16:30'), 1e9), 'never')
  })

  test('far dates are answered without walking there', () => {
    const calendar = hours(NINE_TO_FIVE)
    const farAway = at('9999-12-30T10:00')
    assert.equal(wall(addBusinessMinutes(calendar, farAway, 60)), '9999-12-30T11:00+01:00')
    const fortyYears = businessMinutesBetween(calendar, 0, farAway)
    assert.ok(fortyYears > 39 * 260 * 480 && fortyYears < 41 * 262 * 480)
  })

  test('what is no moment, or no duration, is a bug and not a deadline', () => {
    assert.throws(() => addBusinessMinutes('always', Number.NaN, 1), RangeError)
    assert.throws(() => addBusinessMinutes('always', 0, -1), RangeError)
    assert.throws(() => addBusinessMinutes('always', 0, Number.NaN), RangeError)
    assert.throws(() => nextOpening('always', Number.POSITIVE_INFINITY), RangeError)
  })

  test('around the clock, business time is wall time', () => {
    assert.equal(addBusinessMinutes('always', 1_000, 2), 1_000 + 2 * MINUTE_MS)
    assert.equal(businessMinutesBetween('always', 0, HOUR_MS), 60)
    assert.equal(nextOpening('always', 7), 7)
    assert.equal(isOpen('always', 7), true)
  })
})

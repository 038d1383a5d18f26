import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { DAY_MS, MINUTE_MS } from '#core/time.ts'
import { addBusinessMinutes, businessMinutesBetween, isOpen, nextOpening } from './business-time.ts'
import type { BusinessCalendar, BusinessHours, Slot } from './calendar.ts'

const ZONES = ['Europe/Paris', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe', 'America/Santiago', 'UTC']
const FIRST = Date.UTC(2025, 0, 1)
const LAST = Date.UTC(2028, 0, 1)

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const slots: fc.Arbitrary<Slot[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => ({ from: clock(from), to: clock(to) })),
  { maxLength: 3 },
)
const date = fc
  .integer({ min: FIRST / DAY_MS, max: LAST / DAY_MS })
  .map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10))

const anyHours: fc.Arbitrary<BusinessHours> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  weekly: fc.array(slots, { minLength: 7, maxLength: 7 }),
  holidays: fc.array(date, { maxLength: 20 }),
  openings: fc.array(fc.record({ day: date, slots }), { maxLength: 10 }),
})
const openHours = anyHours.filter(({ weekly }) => weekly.some((day) => day.length > 0))
const calendars: fc.Arbitrary<BusinessCalendar> = fc.oneof(
  { weight: 9, arbitrary: openHours },
  fc.constant('always' as const),
)
const moment = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc.integer({ min: FIRST / MINUTE_MS, max: LAST / MINUTE_MS }).map((minute) => minute * MINUTE_MS),
)
const duration = fc.integer({ min: 0, max: 20_000 })

function due(calendar: BusinessCalendar, from: number, minutes: number): number {
  const at = addBusinessMinutes(calendar, from, minutes)
  assert.notEqual(at, 'never')
  return Number(at)
}

describe('the algebra of business time', () => {
  test('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(calendars, moment, duration, duration, (calendar, from, a, b) => {
        assert.equal(due(calendar, due(calendar, from, a), b), due(calendar, from, a + b))
      }),
    )
  })

  test('what was added is what is counted', () => {
    fc.assert(
      fc.property(calendars, moment, duration, (calendar, from, minutes) => {
        assert.equal(businessMinutesBetween(calendar, from, due(calendar, from, minutes)), minutes)
      }),
    )
  })

  test('a later message, or a longer promise, is never due earlier', () => {
    fc.assert(
      fc.property(calendars, moment, moment, duration, duration, (calendar, x, y, a, b) => {
        assert.ok(due(calendar, Math.min(x, y), a) <= due(calendar, Math.max(x, y), a))
        assert.ok(due(calendar, x, Math.min(a, b)) <= due(calendar, x, Math.max(a, b)))
      }),
    )
  })

  test('counting adds up over any cut, and turns its sign around', () => {
    fc.assert(
      fc.property(calendars, moment, moment, moment, (calendar, a, b, c) => {
        const sum = businessMinutesBetween(calendar, a, b) + businessMinutesBetween(calendar, b, c)
        assert.ok(Math.abs(sum - businessMinutesBetween(calendar, a, c)) < 1e-6)
        assert.equal(businessMinutesBetween(calendar, a, b) + businessMinutesBetween(calendar, b, a), 0)
      }),
    )
  })

  test('a deadline falls in open time, or at the very end of it', () => {
    fc.assert(
      fc.property(calendars, moment, duration, (calendar, from, minutes) => {
        const at = due(calendar, from, minutes)
        assert.ok(isOpen(calendar, at) || isOpen(calendar, at - 1))
      }),
    )
  })

  test('between a moment and the next opening nobody is there', () => {
    fc.assert(
      fc.property(calendars, moment, (calendar, at) => {
        const opening = Number(nextOpening(calendar, at))
        assert.ok(opening >= at && isOpen(calendar, opening))
        assert.equal(businessMinutesBetween(calendar, at, opening), 0)
      }),
    )
  })

  test('cutting a slot in two changes nothing', () => {
    const cut = fc.tuple(openHours, fc.double({ min: 0.01, max: 0.99, noNaN: true }))
    const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    const halve =
      (share: number) =>
      (slot: Slot): Slot[] => {
        const from = minutesOf(slot.from)
        const to = minutesOf(slot.to) + (minutesOf(slot.to) > from ? 0 : 1440)
        const middle = from + Math.round((to - from) * share)
        // The second half must start on the same day to stay the same shift.
        if (middle <= from || middle >= to || middle >= 1440) return [slot]
        return [
          { from: slot.from, to: clock(middle) },
          { from: clock(middle), to: slot.to },
        ]
      }
    fc.assert(
      fc.property(cut, moment, duration, ([whole, share], from, minutes) => {
        const halves = {
          ...whole,
          weekly: whole.weekly.map((day) => day.flatMap(halve(share))),
          openings: whole.openings.map(({ day, slots }) => ({ day, slots: slots.flatMap(halve(share)) })),
        }
        assert.equal(due(halves, from, minutes), due(whole, from, minutes))
      }),
    )
  })

  test('the desk is open when a clock on its wall says so', () => {
    const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    const slotsOf = (calendar: BusinessHours, day: Temporal.PlainDate): readonly Slot[] => {
      const openings = calendar.openings.filter((opening) => opening.day === day.toString())
      if (openings.length > 0) return openings.flatMap(({ slots }) => slots)
      return calendar.holidays.includes(day.toString()) ? [] : (calendar.weekly[day.dayOfWeek - 1] ?? [])
    }
    fc.assert(
      fc.property(anyHours, moment, (calendar, at) => {
        const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone)
        const minute = there.hour * 60 + there.minute
        const today = there.toPlainDate()
        const own = slotsOf(calendar, today).some(
          ({ from, to }) => minutesOf(from) <= minute && (minute < minutesOf(to) || minutesOf(to) < minutesOf(from)),
        )
        const night =
          !calendar.holidays.includes(today.toString()) &&
          slotsOf(calendar, today.subtract({ days: 1 })).some(
            ({ from, to }) => minutesOf(to) < minutesOf(from) && minute < minutesOf(to),
          )
        const near = there.subtract({ hours: 12 }).getTimeZoneTransition('next')
        const clocksChange = near !== null && Math.abs(near.epochMilliseconds - at) < DAY_MS
        if (own || night) assert.equal(isOpen(calendar, at), true)
        // When the clocks change a shift lasts until its hour has struck for the last time.
        else if (!clocksChange) assert.equal(isOpen(calendar, at), false)
      }),
      { numRuns: 300 },
    )
  })
})

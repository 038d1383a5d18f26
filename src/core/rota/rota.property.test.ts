import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isOpen } from '#core/sla/business-time.ts'
import type { BusinessCalendar } from '#core/sla/calendar.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { findPresent, isAway } from './on-duty.ts'
import { chooseReaders } from './readers.ts'
import { DUTIES, type Rota } from './rota.ts'
import { findHoles, findStretches } from './stretches.ts'

const people = ['aicha', 'julien', 'sarah', 'maud'] as const
const zones = ['Europe/Paris', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kolkata', 'UTC']
/** Around the nights on which Paris, Santiago and Lord Howe change their clocks, and far from them. */
const starts = [
  Date.UTC(2026, 9, 24),
  Date.UTC(2026, 2, 28),
  Date.UTC(2026, 3, 4),
  Date.UTC(2026, 8, 5),
  Date.UTC(2026, 5, 1),
]

const time = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  )
const slot = fc.tuple(time, time).filter(([from, to]) => from !== to)
const who = fc.constantFrom(...people)
const base = fc.constantFrom(...starts)

const world = base.chain((start) =>
  fc.record({
    start: fc.constant(start),
    rota: fc.record({
      timeZone: fc.constantFrom(...zones),
      hands: fc.constant(people.map((memberId) => ({ memberId, able: DUTIES }))),
      shifts: fc.array(
        fc
          .tuple(who, fc.integer({ min: 1, max: 7 }), slot)
          .map(([memberId, weekday, [from, to]]) => ({ memberId, duty: 'watch' as const, weekday, from, to })),
        { minLength: 1, maxLength: 10 },
      ),
      absences: fc.array(
        fc
          .tuple(who, fc.integer({ min: -24, max: 72 }), fc.integer({ min: 1, max: 48 }), fc.option(who))
          .map(([memberId, from, hours, standInId]) => ({
            ...{ memberId, fromAt: start + from * HOUR_MS, untilAt: start + (from + hours) * HOUR_MS, standInId },
          })),
        { maxLength: 5 },
      ),
      closedDays: fc.subarray(['2026-10-25', '2026-03-29', '2026-06-02']),
    }) satisfies fc.Arbitrary<Rota>,
    calendar: fc.oneof(
      fc.constant<BusinessCalendar>('always'),
      fc.record({
        timeZone: fc.constantFrom(...zones),
        weekly: fc.array(
          fc.array(
            slot.map(([from, to]) => ({ from, to })),
            { maxLength: 2 },
          ),
          { minLength: 7, maxLength: 7 },
        ),
        ...{ holidays: fc.constant([]), openings: fc.constant([]) },
      }),
    ),
    moment: fc.integer({ min: 0, max: (2 * DAY_MS) / MINUTE_MS - 1 }).map((minute) => start + minute * MINUTE_MS),
  }),
)

test('at any minute the stretches say what the clock on the wall says, and cover the time without a gap', () => {
  fc.assert(
    fc.property(world, ({ rota, calendar, start, moment }) => {
      const stretches = findStretches(rota, calendar, 'watch', start, start + 2 * DAY_MS)
      assert.equal(stretches[0]?.from, start)
      assert.equal(stretches.at(-1)?.until, start + 2 * DAY_MS)
      for (const [index, one] of stretches.entries()) if (index > 0) assert.equal(one.from, stretches[index - 1]?.until)
      const there = stretches.find((one) => one.from <= moment && moment < one.until)
      assert.deepEqual(there?.present, findPresent(rota, 'watch', moment))
      assert.equal(there?.open, isOpen(calendar, moment))
    }),
  )
})

test('a minute is in a hole exactly when the desk is open and nobody is there', () => {
  fc.assert(
    fc.property(world, ({ rota, calendar, start, moment }) => {
      const holes = findHoles(rota, calendar, 'watch', start, start + 2 * DAY_MS)
      const inHole = holes.some(({ from, until }) => from <= moment && moment < until)
      assert.equal(inHole, isOpen(calendar, moment) && findPresent(rota, 'watch', moment).length === 0)
    }),
  )
})

test('nobody is on duty while away, nor twice', () => {
  fc.assert(
    fc.property(world, ({ rota, moment }) => {
      const ids = findPresent(rota, 'watch', moment).map(({ memberId }) => memberId)
      assert.equal(new Set(ids).size, ids.length)
      for (const id of ids) assert.equal(isAway(rota, id, moment), false)
    }),
  )
})

test('one more shift never opens a hole', () => {
  fc.assert(
    fc.property(world, ({ rota, calendar, start }) => {
      const total = (of: Rota) =>
        findHoles(of, calendar, 'watch', start, start + 2 * DAY_MS).reduce(
          (sum, { from, until }) => sum + until - from,
          0,
        )
      assert.ok(
        total(rota) <= total({ ...rota, shifts: rota.shifts.slice(1).length > 0 ? rota.shifts.slice(1) : rota.shifts }),
      )
    }),
  )
})

test('whoever is asked to read is there, and somebody is asked while anybody is there', () => {
  fc.assert(
    fc.property(world, fc.subarray([...people]), ({ rota, moment }, leads) => {
      const turns = { ...rota, shifts: rota.shifts.map((shift) => ({ ...shift, duty: 'approve' as const })) }
      const { available, standIns } = chooseReaders(turns, leads, moment)
      const here = people.filter((id) => !isAway(turns, id, moment))
      assert.ok(available.every((id) => here.some((one) => one === id)))
      assert.ok(available.length >= Math.min(2, here.length))
      for (const id of Object.values(standIns)) assert.ok(here.some((one) => one === id))
    }),
  )
})

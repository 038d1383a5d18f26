import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import type { BusinessHours } from './calendar.ts'
import { findCalendarFaults } from './calendar-faults.ts'
import { measureFuse, speakMinutes } from './fuse.ts'
import { choosePolicy, deadlineFor, type SlaPolicy, writtenAt } from './policy.ts'

const office: BusinessHours = {
  timeZone: 'Europe/Paris',
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: '09:00', to: '17:00' }] : [])),
  holidays: [],
  openings: [],
}
const twoHours: SlaPolicy = { firstReplyMinutes: 120, nextReplyMinutes: 240, calendar: 'business' }
const friday1630 = Date.UTC(2026, 10, 20, 15, 30)

describe('the promise', () => {
  test('each network has its own, and a network without one has the common one', () => {
    const table = { byConnector: { quick: twoHours }, otherwise: { ...twoHours, firstReplyMinutes: 480 } }
    assert.equal(choosePolicy(table, 'quick').firstReplyMinutes, 120)
    assert.equal(choosePolicy(table, 'slow').firstReplyMinutes, 480)
    assert.equal(choosePolicy(table, 'constructor').firstReplyMinutes, 480)
  })

  test('the first answer and the next ones have their own time', () => {
    assert.equal(deadlineFor(twoHours, office, friday1630, 'first').dueAt, Date.UTC(2026, 10, 23, 9, 30))
    assert.equal(deadlineFor(twoHours, office, friday1630, 'next').dueAt, Date.UTC(2026, 10, 23, 11, 30))
    assert.equal(
      deadlineFor({ ...twoHours, calendar: 'always' }, office, friday1630, 'first').dueAt,
      friday1630 + 2 * HOUR_MS,
    )
  })

  test('the fuse turns amber on the same clock', () => {
    const { warnAt, clock } = deadlineFor(twoHours, office, friday1630, 'first')
    assert.equal(warnAt, Date.UTC(2026, 10, 23, 9, 0))
    assert.equal(clock, 'business')
  })

  test('a calendar that never opens does not leave a customer without a deadline', () => {
    const never = { ...office, weekly: [[], [], [], [], [], [], []] }
    assert.deepEqual(deadlineFor(twoHours, never, friday1630, 'first'), {
      dueAt: friday1630 + 120 * MINUTE_MS,
      warnAt: friday1630 + 90 * MINUTE_MS,
      clock: 'wall-because-never-open',
    })
  })

  test('a network whose clock is ahead does not buy us time', () => {
    assert.equal(writtenAt(2_000, 1_000), 1_000)
    assert.equal(writtenAt(500, 1_000), 500)
  })
})

describe('the fuse', () => {
  const since = Date.UTC(2026, 10, 23, 9, 0)
  const dueAt = since + 2 * HOUR_MS
  const fuse = (minutes: number) => measureFuse({ unansweredSince: since, dueAt, now: since + minutes * MINUTE_MS })

  test('burns from calm to soon to late', () => {
    assert.deepEqual(fuse(0), { state: 'calm', shareLeft: 1, minutesLeft: 120, minutesLate: 0 })
    assert.deepEqual(fuse(60), { state: 'calm', shareLeft: 0.5, minutesLeft: 60, minutesLate: 0 })
    assert.deepEqual(fuse(90), { state: 'soon', shareLeft: 0.25, minutesLeft: 30, minutesLate: 0 })
    assert.equal(fuse(119.5).minutesLeft, 1)
    assert.deepEqual(fuse(120), { state: 'late', shareLeft: 0, minutesLeft: 0, minutesLate: 0 })
    assert.deepEqual(fuse(165), { state: 'late', shareLeft: 0, minutesLeft: 0, minutesLate: 45 })
  })

  test('stands still while the desk is closed', () => {
    const due = deadlineFor(twoHours, office, friday1630, 'first').dueAt
    const onSunday = measureFuse({
      unansweredSince: friday1630,
      dueAt: due,
      now: friday1630 + 48 * HOUR_MS,
      calendar: office,
    })
    assert.deepEqual(onSunday, { state: 'calm', shareLeft: 0.75, minutesLeft: 90, minutesLate: 0 })
  })

  test('a message dated after its deadline burns no bar', () => {
    assert.equal(measureFuse({ unansweredSince: dueAt + 1, dueAt, now: since }).shareLeft, 0)
  })

  test('is said in days, hours and minutes', () => {
    assert.deepEqual(speakMinutes(3_061), { days: 2, hours: 3, minutes: 0 })
    assert.deepEqual(speakMinutes(61), { days: 0, hours: 1, minutes: 1 })
    assert.deepEqual(speakMinutes(59), { days: 0, hours: 0, minutes: 59 })
  })
})

describe('a calendar as somebody filled it in', () => {
  test('has no fault when it is sound', () => {
    assert.deepEqual(findCalendarFaults(office), [])
  })

  test('has each of its faults named', () => {
    const faults = findCalendarFaults({
      timeZone: 'Europe/Nantes',
      weekly: [[{ from: '9h', to: '25:00' }], [{ from: '10:00', to: '10:00' }]],
      holidays: ['2026-02-30', '1er mai'],
      openings: [{ day: '2026-13-01', slots: [{ from: '24:00', to: '02:00' }] }],
    })
    assert.deepEqual(
      faults.map(({ code, value }) => `${code} ${value}`),
      [
        'unknown-time-zone Europe/Nantes',
        'not-seven-days 2',
        'not-a-date 2026-02-30',
        'not-a-date 1er mai',
        'not-a-date 2026-13-01',
        'not-a-time 9h',
        'not-a-time 25:00',
        'empty-slot 10:00–10:00',
        'empty-slot 24:00–02:00',
      ],
    )
    assert.deepEqual(
      findCalendarFaults({ ...office, weekly: [[], [], [], [], [], [], []] }).map(({ code }) => code),
      ['never-open'],
    )
  })
})

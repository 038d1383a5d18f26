import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findUntold } from '#core/rota/announce.ts'
import { HOUR_MS } from '#core/time.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { announceHoles } from './announce-holes.ts'
import { recordAbsence } from './record-absence.ts'
import { setShift } from './set-shift.ts'
import { updateCalendar } from './update-calendar.ts'

test('what is told is told once; a hole that grows by itself over the day is told for what is new', () => {
  const hole = { from: 10 * HOUR_MS, until: 12 * HOUR_MS }
  assert.deepEqual(findUntold([hole], [], 0), [hole])
  assert.deepEqual(findUntold([hole], [hole], 0), [])
  assert.deepEqual(findUntold([hole], [], 13 * HOUR_MS), [])
  assert.deepEqual(findUntold([{ from: 25 * HOUR_MS, until: 26 * HOUR_MS }], [], 0), [])
  assert.deepEqual(findUntold([{ ...hole, until: 14 * HOUR_MS }], [hole], 0), [{ ...hole, until: 14 * HOUR_MS }])
  const halves = [hole, { from: 12 * HOUR_MS, until: 14 * HOUR_MS }]
  assert.deepEqual(findUntold([{ ...hole, until: 14 * HOUR_MS }], halves, 11 * HOUR_MS), [])
})

test('managers hear of hours that nobody will take a day before, once, and nobody hears of a brand without a rota', async () => {
  await using db = await testDatabase()
  // Monday 2 March 2026, 10 h in Paris.
  const desk = testDesk(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const sarah: Actor = { workspaceId, memberId: members.sarah, role: 'manager' }
  const nine = [{ from: '09:00', to: '18:00' }]
  await updateCalendar(desk, sarah, {
    ...{ timeZone: 'Europe/Paris', weekly: [nine, nine, nine, nine, nine, [], []], holidays: [], openings: [] },
  })
  assert.equal(await announceHoles(desk), 0)
  const answering = { memberId: members.aicha, duty: 'answer' as const, weekdays: [1, 2, 3, 4, 5] }
  await setShift(desk, sarah, { ...answering, from: '09:00', to: '18:00' })
  assert.equal(await announceHoles(desk), 0)
  await recordAbsence(desk, sarah, {
    ...{ memberId: members.aicha, fromDay: '2026-03-04', untilDay: '2026-03-04', standInId: null },
  })
  assert.equal(await announceHoles(desk), 0)
  desk.pass(24 * HOUR_MS)
  const both = await Promise.all([announceHoles(desk), announceHoles(desk)])
  assert.equal(both[0] + both[1], 1)
  desk.pass(12 * HOUR_MS)
  assert.equal(await announceHoles(desk), 0)
  const told = await inWorkspace(desk.db, workspaceId, (trx) =>
    trx.selectFrom('notifications').select(['kind', 'member_id', 'data']).execute(),
  )
  assert.deepEqual(
    new Map(told.map(({ member_id, kind }) => [member_id, kind])),
    new Map([
      [members.maud, 'rota.hole'],
      [members.sarah, 'rota.hole'],
    ]),
  )
  assert.deepEqual(told[0]?.data, { duty: 'answer', day: '2026-03-04', from: '09:00', to: '18:00' })
})

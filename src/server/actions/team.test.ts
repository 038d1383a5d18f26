import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { readRota } from '#server/queries/rota.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { makeWorkspace, type Person } from '#test/workspace.ts'
import { endAbsence } from './end-absence.ts'
import { recordAbsence } from './record-absence.ts'
import { removeMember } from './remove-member.ts'
import { removeShift } from './remove-shift.ts'
import { setShift } from './set-shift.ts'
import { updateCalendar } from './update-calendar.ts'

const roles = { maud: 'admin', sarah: 'manager', julien: 'validator', aicha: 'agent', tom: 'trainee' } as const
const WORKDAYS = [1, 2, 3, 4, 5]

/** Monday 2 March 2026, 10 h in Paris; the desk is open from nine to six on workdays. */
const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const as = (person: Person): Actor => ({ workspaceId, memberId: members[person], role: roles[person] })
  const nine = [{ from: '09:00', to: '18:00' }]
  await updateCalendar(desk, as('maud'), {
    ...{
      timeZone: 'Europe/Paris',
      weekly: [nine, nine, nine, nine, nine, [], []],
      holidays: ['2026-03-05'],
      openings: [],
    },
  })
  const answering = (person: Person, from: string, to: string, weekdays = WORKDAYS) =>
    setShift(desk, as('sarah'), { memberId: members[person], duty: 'answer', weekdays, from, to })
  const duty = async (name: 'watch' | 'approve' | 'answer' = 'answer') => {
    const found = (await readRota(desk, as('tom'))).duties.find((one) => one.duty === name)
    assert.ok(found !== undefined)
    return found
  }
  const away = (person: Person, fromDay: string, untilDay: string, standIn: Person | null, by: Person = person) =>
    recordAbsence(desk, as(by), {
      ...{ memberId: members[person], fromDay, untilDay, standInId: standIn === null ? null : members[standIn] },
    })
  const events = () =>
    inWorkspace(desk.db, workspaceId, (trx) =>
      trx.selectFrom('events').select(['name', 'data']).orderBy('id').execute(),
    )
  return { desk, workspaceId, members, as, answering, duty, away, events, [Symbol.asyncDispose]: () => db.close() }
}

const codeOf = (answer: unknown): string | null => (isRefused(answer) ? answer.refused : null)

test('hours put on the rota say who answers now, and the open hours that they leave are holes', async () => {
  await using w = await world()
  assert.equal((await w.duty()).planned, false)
  await w.answering('aicha', '09:00', '12:30')
  const { planned, now, week, nextHole } = await w.duty()
  assert.equal(planned, true)
  assert.deepEqual(now, [{ memberId: w.members.aicha, insteadOf: null }])
  assert.deepEqual(
    week.map((day) => day.map(({ from, to, hole }) => [from, to, hole])),
    [
      ...[0, 1, 2].map(() => [
        ['09:00', '12:30', false],
        ['12:30', '18:00', true],
      ]),
      // Closed on Thursday.
      [],
      [
        ['09:00', '12:30', false],
        ['12:30', '18:00', true],
      ],
      [],
      [],
    ],
  )
  assert.deepEqual([nextHole?.day, nextHole?.from, nextHole?.to], ['2026-03-02', '12:30', '18:00'])
  await w.answering('julien', '12:00', '18:00')
  assert.equal((await w.duty()).nextHole, null)
})

test('new hours take the place of those they overlap; hours taken out open the hole again', async () => {
  await using w = await world()
  await w.answering('aicha', '09:00', '12:00')
  await w.answering('aicha', '10:00', '18:00', [1])
  const { shifts } = await readRota(w.desk, w.as('aicha'))
  assert.deepEqual(
    shifts.map(({ weekday, from, to }) => [weekday, from, to]),
    [[1, '10:00', '18:00'], ...[2, 3, 4, 5].map((day) => [day, '09:00', '12:00'])],
  )
  const monday = shifts[0]
  assert.ok(monday !== undefined)
  assert.deepEqual(await removeShift(w.desk, w.as('sarah'), { id: monday.id }), { done: true })
  assert.equal(codeOf(await removeShift(w.desk, w.as('sarah'), { id: monday.id })), 'not-found')
  assert.deepEqual((await w.duty()).now, [])
  assert.deepEqual(
    (await w.events()).slice(1).map(({ name }) => name),
    ['shift.set', 'shift.set', 'shift.removed'],
  )
})

test('no trainee alone at the controls: a role is put down only for what it may do', async () => {
  await using w = await world()
  assert.equal(codeOf(await w.answering('tom', '09:00', '18:00')), 'duty-not-theirs')
  assert.equal(codeOf(await w.answering('aicha', '09:00', '09:00')), 'empty-shift')
  const stranger = { memberId: w.desk.newId(), duty: 'watch' as const, weekdays: [1], from: '09:00', to: '18:00' }
  assert.equal(codeOf(await setShift(w.desk, w.as('sarah'), stranger)), 'not-a-member')
})

test('somebody away is stood in for, the stand-in is told, and whoever is back takes their hours again', async () => {
  await using w = await world()
  await w.answering('aicha', '09:00', '18:00')
  assert.deepEqual(await w.away('aicha', '2026-03-02', '2026-03-03', 'julien'), { done: true })
  assert.deepEqual((await w.duty()).now, [{ memberId: w.members.julien, insteadOf: w.members.aicha }])
  const told = await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx.selectFrom('notifications').select(['kind', 'member_id']).execute(),
  )
  assert.deepEqual(told, [{ kind: 'absence.recorded', member_id: w.members.julien }])
  const [absence] = (await readRota(w.desk, w.as('tom'))).absences
  assert.deepEqual([absence?.fromDay, absence?.untilDay, absence?.started], ['2026-03-02', '2026-03-03', true])
  assert.ok(absence !== undefined)
  assert.equal(codeOf(await endAbsence(w.desk, w.as('tom'), { id: absence.id })), 'absence-not-yours')
  assert.deepEqual(await endAbsence(w.desk, w.as('sarah'), { id: absence.id }), { done: true })
  assert.deepEqual((await w.duty()).now, [{ memberId: w.members.aicha, insteadOf: null }])
  assert.equal(codeOf(await endAbsence(w.desk, w.as('sarah'), { id: absence.id })), 'absence-over')
  assert.deepEqual((await readRota(w.desk, w.as('tom'))).absences, [])
})

test('an absence that makes no sense, or is somebody else’s to say, is refused', async () => {
  await using w = await world()
  assert.equal(codeOf(await w.away('aicha', '2026-03-04', '2026-03-03', null)), 'absence-backwards')
  assert.equal(codeOf(await w.away('aicha', '2026-02-29', '2026-03-03', null)), 'absence-backwards')
  assert.equal(codeOf(await w.away('aicha', '2026-02-20', '2026-03-01', null)), 'absence-over')
  assert.equal(codeOf(await w.away('aicha', '2026-03-02', '2026-03-03', 'aicha')), 'stand-in-self')
  assert.equal(codeOf(await w.away('aicha', '2026-03-02', '2026-03-03', null, 'tom')), 'absence-not-yours')
})

test('whoever leaves the brand leaves the rota, and stands in for nobody any more', async () => {
  await using w = await world()
  await w.answering('aicha', '09:00', '18:00')
  await w.answering('julien', '09:00', '18:00')
  await w.away('aicha', '2026-03-02', '2026-03-03', 'julien')
  await removeMember(w.desk, w.as('maud'), { id: w.members.julien })
  const { shifts, absences } = await readRota(w.desk, w.as('tom'))
  assert.ok(shifts.every(({ memberId }) => memberId === w.members.aicha))
  assert.deepEqual(
    absences.map(({ standInId }) => standInId),
    [null],
  )
  assert.deepEqual((await w.duty()).now, [])
})

test('the week over the night of the change of clocks is shown as its wall clock reads', async () => {
  await using w = await world()
  const nights = { memberId: w.members.aicha, duty: 'watch' as const, weekdays: [6], from: '22:00', to: '06:00' }
  await setShift(w.desk, w.as('sarah'), nights)
  const { duties } = await readRota(w.desk, w.as('tom'), { day: '2026-03-29' })
  const [saturday, sunday] = duties[0]?.week.slice(5) ?? []
  assert.deepEqual(
    saturday?.map(({ from, to }) => [from, to]),
    [['22:00', '24:00']],
  )
  assert.deepEqual(
    sunday?.map(({ from, to, fromAt, untilAt }) => [from, to, (untilAt - fromAt) / 3_600_000]),
    [['00:00', '06:00', 5]],
  )
})

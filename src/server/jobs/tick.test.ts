import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setShift } from '#server/actions/set-shift.ts'
import { changeCase } from '#server/cases/change-case.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { listening, people } from '#test/listening.ts'
import { makeTicker } from './tick.ts'

const MINUTE = 60_000

test('a missed deadline is said once, to whoever answers for the case; a snooze ends at its time', async () => {
  await using w = await listening()
  const ticker = makeTicker(w.desk)
  await w.hand([w.says(people.camille, 'm-1', 'Mon colis ?'), w.says(people.noe, 'm-2', 'Et moi ?')])
  await w.read()
  const actor = { workspaceId: w.workspaceId, memberId: w.members.aicha, role: 'agent' as const }
  const [first, second] = await w.rows('cases')
  assert.ok(first && second)
  await changeCase(w.desk, actor, first.id, { kind: 'assign', ownerId: w.members.aicha })
  await changeCase(w.desk, actor, second.id, { kind: 'snooze', until: w.desk.now() + 60 * MINUTE })
  assert.equal(await ticker.round(), false)

  w.desk.pass(60 * MINUTE)
  assert.equal(await ticker.round(), true)
  assert.equal((await w.rows('cases')).find((c) => c.id === second.id)?.snoozed_until, null)

  w.desk.pass(60 * MINUTE)
  await Promise.all([ticker.round(), makeTicker(w.desk).round()])
  await ticker.round()
  const late = await w.rows('cases')
  assert.ok(late.every((c) => c.breached_at?.getTime() === c.due_at?.getTime() && c.fold.breachedAt !== null))
  assert.deepEqual((await w.events()).slice(6).sort(), ['case.breached', 'case.breached', 'case.woken'])
  assert.deepEqual(
    (await w.rows('notifications')).map((n) => [n.kind, n.member_id, n.case_id]),
    [['case.breached', w.members.aicha, first.id]],
  )
  assert.equal(await ticker.round(), false)
})

test('a missed deadline is said to whoever answers now as well, also when nobody owns the case', async () => {
  await using w = await listening()
  await w.hand([w.says(people.camille, 'm-1', 'Mon colis ?')])
  await w.read()
  const sarah = { workspaceId: w.workspaceId, memberId: w.members.sarah, role: 'manager' as const }
  const answering = { duty: 'answer' as const, weekdays: [1], from: '00:00', to: '24:00' }
  await setShift(w.desk, sarah, { ...answering, memberId: w.members.julien })
  w.desk.pass(120 * MINUTE)
  await makeTicker(w.desk).round()
  const told = (await w.rows('notifications')).filter(({ kind }) => kind === 'case.breached')
  assert.deepEqual(
    told.map((n) => n.member_id),
    [w.members.julien],
  )
})

test('whoever left without a word is forgotten', async () => {
  await using w = await listening()
  await w.hand([w.says(people.camille, 'm-1', 'Mon colis ?')])
  await w.read()
  const [kase] = await w.rows('cases')
  assert.ok(kase)
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx
      .insertInto('presences')
      .values({
        ...{ workspace_id: w.workspaceId, case_id: kase.id, member_id: w.members.aicha, doing: 'reading' },
        seen_at: new Date(w.desk.now()),
      })
      .execute(),
  )
  const ticker = makeTicker(w.desk)
  await ticker.round()
  assert.equal((await w.rows('presences')).length, 1)
  w.desk.pass(6 * MINUTE)
  await ticker.round()
  assert.equal((await w.rows('presences')).length, 0)
})

test('a step that fails keeps none of the next ones waiting, and the round is known to have failed', async () => {
  await using w = await listening()
  await w.hand([w.says(people.camille, 'm-1', 'Mon colis ?')])
  await w.read()
  const [kase] = await w.rows('cases')
  assert.ok(kase)
  await inWorkspace(w.desk.db, w.workspaceId, async (trx) => {
    await trx
      .insertInto('presences')
      .values({
        ...{ workspace_id: w.workspaceId, case_id: kase.id, member_id: w.members.aicha, doing: 'reading' },
        seen_at: new Date(w.desk.now()),
      })
      .execute()
  })
  await w.desk.db.owner.query('alter table case_questions rename to out_of_reach')
  w.desk.pass(180 * MINUTE)
  await assert.rejects(makeTicker(w.desk).round())
  assert.equal((await w.rows('presences')).length, 0)
})

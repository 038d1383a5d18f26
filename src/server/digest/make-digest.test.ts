import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerWish } from '#server/actions/answer-wish.ts'
import { giveWish } from '#server/actions/give-wish.ts'
import { hearTopic } from '#server/actions/hear-topic.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { readDigest } from '#server/queries/digest.ts'
import { type Listening, listening, people } from '#test/listening.ts'
import { makeDigest } from './make-digest.ts'
import { remindDigest } from './remind-digest.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const who = (w: Listening, name: 'aicha' | 'sarah') =>
  ({ workspaceId: w.workspaceId, memberId: w.members[name], role: name === 'sarah' ? 'manager' : 'agent' }) as const
const notices = async (w: Listening, name: keyof Listening['members']) =>
  (await w.rows('notifications')).filter((one) => one.member_id === w.members[name]).map(({ kind }) => kind)

/** Three customers wait for a parcel; the department of deliveries hears of it, and Julien answers for it. */
const askedAllWeek = async (w: Listening): Promise<string> => {
  const departmentId = w.desk.newId()
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx
      .insertInto('departments')
      .values({
        ...{ id: departmentId, workspace_id: w.workspaceId, name: 'Tournées', head_id: w.members.julien },
        ...{ promise_minutes: 240, created_at: new Date(w.desk.now()) },
      })
      .execute(),
  )
  await hearTopic(w.desk, who(w, 'sarah'), { topic: 'delivery', departmentId })
  for (const [i, author] of [people.camille, people.noe, people.lucas].entries())
    await w.hand([w.says(author, `m-${i}`, `Mon colis n’est toujours pas livré, le livreur n’est jamais passé ${i}`)])
  await w.hand([w.says(people.ines, 'i-1', 'Merci beaucoup pour le bouquet, il est magnifique')])
  await w.read()
  const [first] = (await w.rows('cases')).toSorted((a, b) => a.number - b.number)
  await inWorkspace(w.desk.db, w.workspaceId, (trx) =>
    trx
      .updateTable('cases')
      .set({ owner_id: w.members.aicha })
      .where('id', '=', first?.id ?? '')
      .execute(),
  )
  return departmentId
}

test('on Monday morning what customers asked stands by department, with their words and an owner; once, and an answer comes back to the cases (L2, T5)', async () => {
  await using w = await listening()
  const departmentId = await askedAllWeek(w)
  assert.equal(await makeDigest(w.desk, w.workspaceId), true, 'the week before is over, and was empty')
  assert.deepEqual((await readDigest(w.desk, who(w, 'aicha'), {})).lines, [])
  w.desk.pass(6 * DAY)
  assert.equal(await makeDigest(w.desk, w.workspaceId), false)
  w.desk.pass(DAY)
  assert.equal(await makeDigest(w.desk, w.workspaceId), true)
  assert.equal(await makeDigest(w.desk, w.workspaceId), false)
  const digest = await readDigest(w.desk, who(w, 'aicha'), {})
  assert.equal(digest.week?.week, '2026-03-02')
  assert.equal(digest.week?.messages, 4)
  const [line, ...others] = digest.lines
  assert.ok(line)
  assert.deepEqual(others, [])
  assert.deepEqual(
    [line.departmentId, line.department, line.topic, line.intent, line.count, line.authors, line.beforeCount],
    [departmentId, 'Tournées', 'delivery', 'complaint', 3, 3, 0],
  )
  assert.deepEqual([line.owner?.id, line.verbatims.length, line.label.length], [w.members.julien, 3, 3])
  assert.deepEqual(await notices(w, 'julien'), ['digest.made'])

  assert.deepEqual(
    await answerWish(w.desk, who(w, 'sarah'), { id: line.id, answer: 'Deux tournées de plus dès lundi.' }),
    {
      done: true,
    },
  )
  assert.deepEqual(await answerWish(w.desk, who(w, 'sarah'), { id: line.id, answer: 'Encore' }), {
    refused: 'already-answered',
  })
  assert.deepEqual(await notices(w, 'aicha'), ['digest.answered'])
  const events = (await w.rows('events')).filter(({ name }) => name === 'digest.answered')
  assert.equal(events.filter((event) => event.case_id !== null).length, 3)
  const answered = await readDigest(w.desk, who(w, 'aicha'), { week: '2026-03-02' })
  assert.deepEqual(
    [answered.lines[0]?.answer?.text, answered.lines[0]?.answer?.by?.id],
    ['Deux tournées de plus dès lundi.', w.members.sarah],
  )
  w.desk.pass(8 * DAY)
  assert.equal(await remindDigest(w.desk, w.workspaceId), 0)
})

test('an answer that does not come is asked for a day before its date, and the managers hear that it passed, once each', async () => {
  await using w = await listening()
  await askedAllWeek(w)
  w.desk.pass(7 * DAY)
  await makeDigest(w.desk, w.workspaceId)
  const [line] = (await readDigest(w.desk, who(w, 'aicha'), {})).lines
  await giveWish(w.desk, who(w, 'sarah'), { id: line?.id ?? '', memberId: w.members.aicha })
  assert.equal(await remindDigest(w.desk, w.workspaceId), 0)
  w.desk.pass(6 * DAY - 2 * HOUR)
  assert.equal(await remindDigest(w.desk, w.workspaceId), 1)
  assert.equal(await remindDigest(w.desk, w.workspaceId), 0)
  assert.deepEqual(await notices(w, 'aicha'), ['digest.given', 'digest.near'])
  w.desk.pass(DAY)
  assert.equal(await remindDigest(w.desk, w.workspaceId), 1)
  assert.equal(await remindDigest(w.desk, w.workspaceId), 0)
  assert.deepEqual((await notices(w, 'aicha')).slice(2), ['digest.passed'])
  assert.ok((await notices(w, 'sarah')).includes('digest.passed'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listApprovals } from '#server/queries/approvals.ts'
import { allowed, GOOD, refusal, waitingReply } from '#test/waiting-reply.ts'
import { approveReply } from './approve-reply.ts'
import { askApproval } from './ask-approval.ts'
import { readHolding, sendHolding } from './holding-answer.ts'
import { recordAbsence } from './record-absence.ts'
import { removeMember } from './remove-member.ts'
import { setShift } from './set-shift.ts'
import { tickApprovals } from './tick-approvals.ts'

const MINUTE = 60_000

test('a request goes to the managers, then a holding answer is offered, then it is late; and it waits on (V2)', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  assert.equal(await tickApprovals(w.desk), 0)
  w.desk.pass(48 * MINUTE)
  assert.equal(await tickApprovals(w.desk), 1)
  assert.equal(await tickApprovals(w.desk), 0)
  assert.deepEqual(await w.notices('sarah'), ['approval.escalated'])
  w.desk.pass(57 * MINUTE)
  await tickApprovals(w.desk)
  w.desk.pass(16 * MINUTE)
  await Promise.all([tickApprovals(w.desk), tickApprovals(w.desk)])
  assert.deepEqual(await w.events(), [
    'approval.asked',
    'approval.escalated',
    'approval.escalated',
    'approval.holding-offered',
    'approval.late',
  ])
  assert.deepEqual(await w.notices('tom'), ['approval.late'])
  assert.deepEqual(
    allowed(await listApprovals(w.desk, w.as('maud'))).approvals.map((a) => a.id),
    [id],
  )
  allowed(await approveReply(w.desk, w.as('maud'), await w.approval(id)))
})

test('a reader who is removed or whose account is closed: the request goes on to others, and their approval counts no more', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const approval = await w.approval(id)
  allowed(await removeMember(w.desk, w.as('maud'), { id: w.members.julien }))
  assert.equal(await tickApprovals(w.desk), 1)
  assert.deepEqual(await w.notices('sarah'), ['approval.passed-on'])
  assert.equal(refusal(await approveReply(w.desk, w.as('julien'), approval)).refused, 'not-an-approver')
  await w.desk.db.app
    .updateTable('members')
    .set({ disabled_at: new Date(w.desk.now()) })
    .where('id', '=', w.members.sarah)
    .execute()
  assert.equal(await tickApprovals(w.desk), 1)
  assert.deepEqual(await w.notices('maud'), ['approval.passed-on'])
  allowed(await approveReply(w.desk, w.as('maud'), approval))
})

test('a holding answer tells the customer that they were read, under the approver’s name, and the request waits on', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  w.desk.pass(110 * MINUTE)
  await tickApprovals(w.desk)
  const { text } = allowed(await readHolding(w.desk, w.as('sarah'), { id }))
  assert.ok(text !== null)
  assert.match(text, /^Bonjour Noé, .*– Sarah$/)
  const holding = { id, deliveryId: w.desk.newId(), accountId: w.accountId, text, seenMark: await w.mark() }
  const other = { ...holding, text: 'Bonjour Noé, vous êtes remboursé.' }
  assert.equal(refusal(await sendHolding(w.desk, w.as('sarah'), other)).refused, 'words-changed')
  assert.equal(
    refusal(await sendHolding(w.desk, w.as('aicha'), { ...holding, text: text.replace('Sarah', 'Aïcha') })).refused,
    'not-an-approver',
  )
  const held = allowed(await sendHolding(w.desk, w.as('sarah'), holding))
  assert.deepEqual(allowed(await sendHolding(w.desk, w.as('sarah'), holding)).id, held.id)
  assert.deepEqual([held.state, held.by?.name, held.text], ['held', 'Sarah Duval', text])
  const row = await w.request(id)
  assert.deepEqual([row.state, row.due_at.getTime()], ['waiting', w.desk.now() + 120 * MINUTE])
  assert.equal(await tickApprovals(w.desk), 0)
})

test('the list is nearest deadline first, without one’s own words or what one has approved', async () => {
  await using w = await waitingReply()
  const seen = async (who: 'julien' | 'sarah') =>
    allowed(await listApprovals(w.desk, w.as(who))).approvals.map(({ writer }) => writer.name)
  allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const theirs = allowed(await askApproval(w.desk, w.as('julien'), await w.reply(GOOD, { despiteNews: true })))
  await w.inside((trx) =>
    trx
      .updateTable('approvals')
      .set({ due_at: new Date(theirs.dueAt + MINUTE) })
      .where('id', '=', theirs.id)
      .execute(),
  )
  assert.deepEqual([await seen('julien'), await seen('sarah')], [['Tom Rivière'], ['Tom Rivière', 'Julien Tessier']])
})

test('a request goes to whoever stands in for the validator who is away, and back once they are there again (V2, T1)', async () => {
  await using w = await waitingReply()
  const day = { fromDay: '2026-03-02', untilDay: '2026-03-02' }
  allowed(
    await recordAbsence(w.desk, w.as('julien'), { memberId: w.members.julien, ...day, standInId: w.members.sarah }),
  )
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  assert.deepEqual((await w.request(id)).fold.askedOf, [w.members.sarah])
  const sarahAway = { memberId: w.members.sarah, ...day, standInId: w.members.maud }
  allowed(await recordAbsence(w.desk, w.as('sarah'), sarahAway))
  assert.equal(await tickApprovals(w.desk), 1)
  assert.deepEqual((await w.request(id)).fold.askedOf, [w.members.maud])
})

test('while validation is planned, a request goes to those whose turn it is', async () => {
  await using w = await waitingReply()
  const approving = { memberId: w.members.sarah, duty: 'approve' as const, from: '08:00', to: '12:00' }
  allowed(await setShift(w.desk, w.as('sarah'), { ...approving, weekdays: [1] }))
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  assert.deepEqual((await w.request(id)).fold.askedOf, [w.members.sarah])
})

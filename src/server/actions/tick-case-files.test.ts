import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCaseFile } from '#server/queries/case-file.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'
import { answerQuestion } from './answer-question.ts'
import { askDepartment } from './ask-department.ts'
import { closeCommitment } from './close-commitment.ts'
import { makeCommitment } from './make-commitment.ts'
import { removeMember } from './remove-member.ts'
import { tickCaseFiles } from './tick-case-files.ts'

const HOUR = 3_600_000

test('whoever promised is reminded before the date and told once when it has passed, and says whether it was kept (P4)', async () => {
  await using w = await waitingReply()
  const { caseId: id } = w.mention
  const dueAt = w.desk.now() + 10 * HOUR
  assert.equal(
    refusal(await makeCommitment(w.desk, w.as('aicha'), { id, what: 'Rappeler', dueAt: w.desk.now() })).refused,
    'not-ahead',
  )
  allowed(await makeCommitment(w.desk, w.as('aicha'), { id, what: 'Rappeler avec le créneau', dueAt }))
  assert.equal(await tickCaseFiles(w.desk), 0)
  w.desk.pass(8 * HOUR)
  assert.deepEqual(await Promise.all([tickCaseFiles(w.desk), tickCaseFiles(w.desk)]).then((n) => n.toSorted()), [0, 1])
  assert.deepEqual(await w.notices('aicha'), ['commitment.near'])
  w.desk.pass(2 * HOUR)
  await tickCaseFiles(w.desk)
  assert.equal(await tickCaseFiles(w.desk), 0)
  assert.deepEqual(await w.notices('aicha'), ['commitment.near', 'commitment.passed'])
  const [kept] = allowed(await readCaseFile(w.desk, w.as('aicha'), { id })).commitments
  assert.ok(kept !== undefined)
  const close = (outcome: 'kept' | 'broken', note?: string) =>
    closeCommitment(w.desk, w.as('sarah'), { id: kept.id, outcome, note })
  assert.equal(refusal(await close('broken')).refused, 'why-broken')
  allowed(await close('broken', 'Le transporteur ne répond pas'))
  assert.equal(refusal(await close('kept')).refused, 'commitment-closed')
})

test('a promise that was kept early reminds nobody; one whose maker has left reminds the managers (L4)', async () => {
  await using w = await waitingReply()
  const { caseId: id } = w.mention
  const dueAt = w.desk.now() + HOUR
  for (const what of ['Rappeler', 'Envoyer la photo'])
    allowed(await makeCommitment(w.desk, w.as('aicha'), { id, what, dueAt }))
  const [first] = allowed(await readCaseFile(w.desk, w.as('aicha'), { id })).commitments
  allowed(await closeCommitment(w.desk, w.as('aicha'), { id: first?.id ?? '', outcome: 'kept' }))
  allowed(await removeMember(w.desk, w.as('maud'), { id: w.members.aicha }))
  w.desk.pass(HOUR)
  assert.equal(await tickCaseFiles(w.desk), 1)
  assert.deepEqual(await w.notices('sarah'), ['commitment.passed'])
})

test('a question to a department has its clock: reminder to whoever was asked, then back to the asker, until it is answered (T3)', async () => {
  await using w = await waitingReply()
  const { caseId: id } = w.mention
  const question = { id, department: 'Entrepôt', question: 'Le bouquet est-il parti ?', dueAt: w.desk.now() + 5 * HOUR }
  const ask = (askedOf: string) => askDepartment(w.desk, w.as('tom'), { ...question, askedOf })
  assert.equal(refusal(await ask(w.desk.newId())).refused, 'not-a-member')
  allowed(await ask(w.members.julien))
  w.desk.pass(4 * HOUR)
  assert.equal(await tickCaseFiles(w.desk), 1)
  assert.deepEqual(await w.notices('julien'), ['question.asked', 'question.near'])
  w.desk.pass(HOUR)
  assert.equal(await tickCaseFiles(w.desk), 1)
  assert.deepEqual(await w.notices('tom'), ['question.escalated'])
  const [open] = allowed(await readCaseFile(w.desk, w.as('tom'), { id })).questions
  const answer = { id: open?.id ?? '', answer: 'Parti ce matin, bon 4471.' }
  allowed(await answerQuestion(w.desk, w.as('julien'), answer))
  assert.equal(refusal(await answerQuestion(w.desk, w.as('julien'), answer)).refused, 'already-answered')
  // Both were told in the same millisecond of this test.
  assert.deepEqual((await w.notices('tom')).sort(), ['question.answered', 'question.escalated'])
  w.desk.pass(9 * HOUR)
  assert.equal(await tickCaseFiles(w.desk), 0)
})

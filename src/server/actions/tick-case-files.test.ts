import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCaseFile } from '#server/queries/case-file.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'
import { answerQuestion } from './answer-question.ts'
import { askDepartment } from './ask-department.ts'
import { openDepartment } from './change-department.ts'
import { closeCommitment } from './close-commitment.ts'
import { closeDepartment } from './close-department.ts'
import { makeCommitment } from './make-commitment.ts'
import { recordAbsence } from './record-absence.ts'
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

test('a department answers within its own promise in open hours; its head hears of it before that passes, or whoever stands in (T3, T1)', async () => {
  await using w = await waitingReply()
  const { caseId: id } = w.mention
  const kept = { name: 'Entrepôt', reach: 'Poste 12', headId: w.members.julien, people: [], promiseMinutes: 300 }
  const { id: departmentId } = allowed(await openDepartment(w.desk, w.as('sarah'), kept))
  assert.equal(
    refusal(await openDepartment(w.desk, w.as('sarah'), { ...kept, name: 'entrepôt' })).refused,
    'department-exists',
  )
  const ask = (askedOf?: string) =>
    askDepartment(w.desk, w.as('tom'), { id, department: { id: departmentId }, askedOf, question: 'Parti ?' })
  allowed(await ask(w.members.aicha))
  const [asked] = allowed(await readCaseFile(w.desk, w.as('tom'), { id })).questions
  assert.deepEqual([asked?.department, asked?.reach, asked?.askedOf?.name], ['Entrepôt', 'Poste 12', 'Aïcha Morel'])
  assert.equal(asked?.dueAt, w.desk.now() + 5 * HOUR)
  allowed(
    await recordAbsence(w.desk, w.as('julien'), {
      ...{ memberId: w.members.julien, fromDay: '2026-03-02', untilDay: '2026-03-02', standInId: w.members.maud },
    }),
  )
  w.desk.pass(3 * HOUR)
  assert.equal(await tickCaseFiles(w.desk), 1)
  assert.deepEqual(await w.notices('aicha'), ['question.asked', 'question.near'])
  w.desk.pass(HOUR)
  assert.equal(await tickCaseFiles(w.desk), 1)
  assert.equal(await tickCaseFiles(w.desk), 0)
  assert.equal((await w.notices('maud')).includes('question.to-head'), true)
  w.desk.pass(HOUR)
  assert.equal(await tickCaseFiles(w.desk), 1)
  assert.deepEqual(await w.notices('tom'), ['question.escalated'])
  allowed(await answerQuestion(w.desk, w.as('julien'), { id: asked?.id ?? '', answer: 'Parti, bon 4471.' }))
  assert.deepEqual(await w.events('question.%'), [
    'question.asked',
    'question.near',
    'question.to-head',
    'question.escalated',
    'question.answered',
  ])
  // Nobody named: the head has the question, and is not told of it twice.
  allowed(await ask())
  w.desk.pass(4.5 * HOUR)
  assert.equal(await tickCaseFiles(w.desk), 1)
  assert.deepEqual((await w.events('question.%')).slice(5), ['question.asked', 'question.near'])
  allowed(await closeDepartment(w.desk, w.as('sarah'), { id: departmentId }))
  assert.equal(refusal(await ask()).refused, 'not-found')
})

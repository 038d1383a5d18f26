import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowed, BETTER, GOOD, refusal, waitingReply } from '#test/waiting-reply.ts'
import { approveReply } from './approve-reply.ts'
import { askApproval } from './ask-approval.ts'
import { sendReply } from './send-reply.ts'
import { stopSpeech } from './stop-speech.ts'
import { undoDelivery } from './undo-delivery.ts'

const accident = { name: 'Accidents', words: ['accident'], approvers: 2 } as const

test('a trainee’s reply waits, a validator approves it, and it leaves under the trainee’s name (V3)', async () => {
  await using w = await waitingReply()
  const reply = await w.reply(GOOD)
  const asked = allowed(await askApproval(w.desk, w.as('tom'), reply))
  assert.deepEqual(asked.reasons, [{ kind: 'trainee' }])
  assert.deepEqual(
    asked.askedOf.map(({ name }) => name),
    ['Julien Tessier'],
  )
  assert.equal(await w.delivery(asked.id), undefined)
  assert.deepEqual(await w.notices('julien'), ['approval.asked'])
  assert.deepEqual(allowed(await approveReply(w.desk, w.as('julien'), await w.approval(asked.id))), {
    ...{ status: 'approved', given: 1, needed: 1 },
  })
  const left = await w.delivery(asked.id)
  assert.deepEqual(
    [left?.state, left?.member_id, left?.text, left?.approval_id],
    ['held', w.members.tom, GOOD, asked.id],
  )
  assert.deepEqual(await w.notices('tom'), ['approval.approved'])
  assert.deepEqual(await w.events(), ['approval.asked', 'approval.approved'])
})

test('the trusted ask too where the charter says so, by pressing « send »: same words, same id (V1)', async () => {
  await using w = await waitingReply()
  await w.charter({ waiting: { amountAboveCents: 2_000, reachAbove: null, accountIds: [], escalateAt: 0.4 } })
  const reply = await w.reply(GOOD)
  assert.equal(allowed(await sendReply(w.desk, w.as('aicha'), reply)).state, 'held')
  const dear = await w.reply(`Bonjour Noé, voici 25 €. Écrivez-nous en message privé. Aïcha`, { despiteNews: true })
  const [one, two] = [await sendReply(w.desk, w.as('aicha'), dear), await sendReply(w.desk, w.as('aicha'), dear)]
  assert.deepEqual([refusal(one).refused, refusal(two).refused], ['waits-for-approval', 'waits-for-approval'])
  assert.deepEqual(refusal(one).data, refusal(two).data)
  assert.equal((await w.request(dear.deliveryId)).state, 'waiting')
  assert.equal(await w.delivery(dear.deliveryId), undefined)
  assert.deepEqual(await w.events(), ['approval.asked'])
})

test('an approver’s own words take the place of the writer’s, guarded anew, and both are kept', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const bad = await w.approval(id, {
    text: 'Bonjour Noé, vous avez été remboursé hier. Écrivez-nous en message privé. Tom',
  })
  assert.equal(refusal(await approveReply(w.desk, w.as('julien'), bad)).refused, 'guard-findings')
  assert.equal((await w.request(id)).state, 'waiting')
  allowed(await approveReply(w.desk, w.as('julien'), await w.approval(id, { text: BETTER })))
  const [row, left] = [await w.request(id), await w.delivery(id)]
  assert.deepEqual([row.asked_text, row.text, row.fold.edited, left?.text], [GOOD, BETTER, true, BETTER])
  assert.deepEqual(left?.content_hash, row.content_hash)
})

test('the gravest words leave after two different people, and never after their writer', async () => {
  await using w = await waitingReply()
  await w.charter({ sensitiveSubjects: [accident] })
  const text = 'Bonjour Noé, parlons de cet accident. Écrivez-nous en message privé. Julien'
  const reply = await w.reply(text)
  assert.equal(refusal(await sendReply(w.desk, w.as('julien'), reply)).refused, 'waits-for-approval')
  const id = reply.deliveryId
  assert.equal(refusal(await approveReply(w.desk, w.as('julien'), await w.approval(id))).refused, 'own-words')
  assert.equal(refusal(await approveReply(w.desk, w.as('aicha'), await w.approval(id))).refused, 'not-an-approver')
  assert.equal(allowed(await approveReply(w.desk, w.as('sarah'), await w.approval(id))).status, 'waiting')
  assert.equal(await w.delivery(id), undefined)
  assert.equal(refusal(await approveReply(w.desk, w.as('sarah'), await w.approval(id))).refused, 'approved-by-you')
  assert.equal(allowed(await approveReply(w.desk, w.as('maud'), await w.approval(id))).status, 'approved')
  assert.equal((await w.delivery(id))?.member_id, w.members.julien)
})

test('words that an approver makes graver need the second person too', async () => {
  await using w = await waitingReply()
  await w.charter({ sensitiveSubjects: [accident] })
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const text = 'Bonjour Noé, parlons de cet accident. Écrivez-nous en message privé. Tom'
  assert.deepEqual(allowed(await approveReply(w.desk, w.as('julien'), await w.approval(id, { text }))), {
    ...{ status: 'waiting', given: 1, needed: 2 },
  })
})

test('two approvers at once: one wins, the other is told who was faster', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const [mine, theirs] = [await w.approval(id), await w.approval(id, { text: BETTER })]
  const answers = await Promise.all([
    approveReply(w.desk, w.as('julien'), mine),
    approveReply(w.desk, w.as('sarah'), theirs),
  ])
  const told = answers.filter((answer) => 'refused' in answer)
  assert.equal(told.length, 1)
  assert.equal(refusal(told[0]).refused, 'already-decided')
  const row = await w.request(id)
  assert.deepEqual(refusal(told[0]).data, { status: 'approved', by: row.fold.decidedBy })
  assert.equal((await w.delivery(id))?.text, row.text)
  assert.deepEqual(await w.events('delivery.%'), ['delivery.held'])
})

test('a thread that has moved on is said to the approver, who must have seen it and say so', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const early = await w.approval(id)
  await w.says('Laissez tomber, je l’ai reçue.')
  assert.deepEqual(refusal(await approveReply(w.desk, w.as('julien'), { ...early, despiteNews: true })), {
    ...{ refused: 'thread-moved-on', data: { thread: true, sinceAsked: false, replies: [] } },
  })
  const seen = await w.approval(id)
  assert.deepEqual(refusal(await approveReply(w.desk, w.as('julien'), seen)), {
    ...{ refused: 'thread-moved-on', data: { thread: false, sinceAsked: true, replies: [] } },
  })
  allowed(await approveReply(w.desk, w.as('julien'), { ...seen, despiteNews: true }))
})

test('a colleague who answers meanwhile is told that a reply waits, and the approver that one leaves', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const second = refusal(await sendReply(w.desk, w.as('aicha'), await w.reply(GOOD)))
  assert.deepEqual([second.refused, second.data?.thread], ['thread-moved-on', false])
  allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(GOOD, { despiteNews: true })))
  assert.equal(refusal(await approveReply(w.desk, w.as('julien'), await w.approval(id))).refused, 'thread-moved-on')
  allowed(await approveReply(w.desk, w.as('julien'), await w.approval(id, { despiteNews: true })))
})

test('the account shown to the approver is the account used, or nothing leaves (G5)', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const elsewhere = await w.approval(id, { accountId: w.desk.newId() })
  assert.equal(refusal(await approveReply(w.desk, w.as('julien'), elsewhere)).refused, 'wrong-account')
})

test('an approved reply that is taken back is approved no more; its words are its writer’s again', async () => {
  await using w = await waitingReply()
  const reply = await w.reply(GOOD)
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), reply))
  allowed(await approveReply(w.desk, w.as('julien'), await w.approval(id)))
  w.desk.pass(1_000)
  allowed(await undoDelivery(w.desk, w.as('julien'), { id }))
  assert.equal((await w.request(id)).state, 'voided')
  assert.deepEqual([await w.drafts('tom'), await w.drafts('julien')], [[GOOD], []])
  assert.deepEqual(await w.notices('tom'), ['approval.approved', 'approval.voided'])
  // What is sent in its place is read anew, whatever id it comes under.
  assert.equal(refusal(await askApproval(w.desk, w.as('tom'), { ...reply, text: BETTER })).refused, 'delivery-taken')
  const next = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(BETTER)))
  assert.equal(next.state, 'waiting')
})

test('while the brand keeps silent nothing is approved, and the request goes on waiting', async () => {
  await using w = await waitingReply()
  await stopSpeech(w.desk, w.as('aicha'))
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  assert.equal(refusal(await approveReply(w.desk, w.as('julien'), await w.approval(id))).refused, 'speech-stopped')
  assert.equal((await w.request(id)).state, 'waiting')
})

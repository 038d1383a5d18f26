import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#server/desk.ts'
import { readCase } from '#server/queries/case.ts'
import { allowed, GOOD, refusal, waitingReply } from '#test/waiting-reply.ts'
import { approveReply } from './approve-reply.ts'
import { askApproval } from './ask-approval.ts'
import { returnReply } from './return-reply.ts'
import { saveDraft } from './save-draft.ts'
import { withdrawApproval } from './withdraw-approval.ts'

test('a reply that is returned is in its writer’s composer again, with the reason, and no words typed meanwhile are lost', async () => {
  await using w = await waitingReply()
  await saveDraft(w.desk, w.as('tom'), { id: w.mention.caseId, audience: 'public', text: GOOD })
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  assert.deepEqual(await w.drafts('tom'), [])
  await saveDraft(w.desk, w.as('tom'), { id: w.mention.caseId, audience: 'public', text: 'Autre idée.' })
  assert.equal(refusal(await returnReply(w.desk, w.as('julien'), { id, reason: '  ' })).refused, 'reason-needed')
  assert.equal(refusal(await returnReply(w.desk, w.as('aicha'), { id, reason: 'Non.' })).refused, 'not-an-approver')
  allowed(await returnReply(w.desk, w.as('julien'), { id, reason: 'Dites d’abord que nous avons lu.' }))
  assert.deepEqual(await w.drafts('tom'), [`${GOOD}\n\nAutre idée.`])
  assert.deepEqual(await w.notices('tom'), ['approval.returned'])
  const seen = allowed(await readCase(w.desk, w.as('tom'), { id: w.mention.caseId }))
  assert.deepEqual(
    seen.approvals.map((a) => [a.state, a.returnReason, a.decidedBy?.name]),
    [['returned', 'Dites d’abord que nous avons lu.', 'Julien Tessier']],
  )
  const others = allowed(await readCase(w.desk, w.as('aicha'), { id: w.mention.caseId }))
  assert.deepEqual(others.approvals, [])
  assert.equal(refusal(await approveReply(w.desk, w.as('sarah'), await w.approval(id))).refused, 'already-decided')
})

test('only the writer withdraws, while it waits, and has the words back', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const seen = allowed(await readCase(w.desk, w.as('aicha'), { id: w.mention.caseId }))
  assert.deepEqual(
    seen.approvals.map((a) => [a.state, a.writer.name, a.dueAt]),
    [['waiting', 'Tom Rivière', w.desk.now() + 120 * 60_000]],
  )
  assert.equal(refusal(await withdrawApproval(w.desk, w.as('julien'), { id })).refused, 'not-yours')
  assert.deepEqual(allowed(await withdrawApproval(w.desk, w.as('tom'), { id })), { text: GOOD, audience: 'public' })
  assert.deepEqual(await w.drafts('tom'), [GOOD])
  assert.equal(refusal(await withdrawApproval(w.desk, w.as('tom'), { id })).refused, 'already-decided')
})

test('approved while it is withdrawn: one of the two holds, and the words are never both out and back', async () => {
  await using w = await waitingReply()
  for (let round = 0; round < 6; round += 1) {
    const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD, { despiteNews: true })))
    const seen = await w.approval(id, { despiteNews: true })
    const [approved, withdrawn] = await Promise.all([
      approveReply(w.desk, w.as('julien'), seen),
      withdrawApproval(w.desk, w.as('tom'), { id }),
    ])
    assert.notEqual(isRefused(approved), isRefused(withdrawn))
    const left = await w.delivery(id)
    assert.equal(left === undefined, isRefused(approved))
    assert.equal((await w.drafts('tom')).length, isRefused(approved) ? 1 : 0)
    await saveDraft(w.desk, w.as('tom'), { id: w.mention.caseId, audience: 'public', text: '' })
  }
})

test('another brand’s request does not exist here', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const stranger = { ...w.as('maud'), workspaceId: w.desk.newId() }
  assert.equal(refusal(await approveReply(w.desk, stranger, await w.approval(id))).refused, 'not-found')
  assert.equal(refusal(await withdrawApproval(w.desk, stranger, { id })).refused, 'not-found')
})

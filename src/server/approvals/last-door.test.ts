import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { approveReply } from '#server/actions/approve-reply.ts'
import { askApproval } from '#server/actions/ask-approval.ts'
import { sendReply } from '#server/actions/send-reply.ts'
import type { NewRow } from '#server/db/schema.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import { hashOf } from '#server/deliveries/hold-reply.ts'
import { allowed, GOOD, type WaitingReply, waitingReply } from '#test/waiting-reply.ts'
import type { Person } from '#test/workspace.ts'

/** A delivery as any path of the desk might try to make it. */
const insert = (w: WaitingReply, writer: Person, more: Partial<NewRow<'deliveries'>> = {}, worker = false) => {
  const at = new Date(w.desk.now())
  const text = more.text ?? GOOD
  const values: NewRow<'deliveries'> = {
    ...{ id: randomUUID(), workspace_id: w.workspaceId, account_id: w.accountId, case_id: w.mention.caseId },
    ...{ conversation_id: w.mention.conversationId, member_id: w.members[writer], audience: 'public', text },
    ...{ content_hash: hashOf(text), state: 'held', guard: '{}', queued_at: at, ready_at: at, next_at: at },
    ...more,
  }
  const run = (trx: Parameters<Parameters<WaitingReply['inside']>[0]>[0]) =>
    trx.insertInto('deliveries').values(values).execute()
  return worker ? asWorkerIn(w.desk.db, w.workspaceId, run) : w.inside(run)
}

const refused = { code: '23000' }

test('whatever path makes a delivery, a trainee’s words do not become one without their approval (V3)', async () => {
  await using w = await waitingReply()
  for (const worker of [false, true])
    for (const audience of ['public', 'private'] as const)
      await assert.rejects(insert(w, 'tom', { audience }, worker), refused)
  await insert(w, 'aicha')
})

test('words with a finding to approve, or any reason to wait, do not either, whoever wrote them (V1)', async () => {
  await using w = await waitingReply()
  const finding = JSON.stringify({ findings: [{ rule: 'G9', severity: 'approve' }], reasons: [] })
  const reason = JSON.stringify({ findings: [], reasons: [{ kind: 'account' }] })
  for (const guard of [finding, reason]) await assert.rejects(insert(w, 'maud', { guard }), refused)
  await insert(w, 'maud', { guard: JSON.stringify({ findings: [{ rule: 'A4', severity: 'warn' }], reasons: [] }) })
})

test('a request that waits, that was returned, or that approved other words lets nothing out', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  await assert.rejects(insert(w, 'tom', { id, approval_id: id }), refused)
  const approve = { state: 'approved' as const, approvers: [w.members.julien], content_hash: hashOf(GOOD) }
  await w.inside((trx) => trx.updateTable('approvals').set(approve).where('id', '=', id).execute())
  await assert.rejects(insert(w, 'tom', { id, approval_id: id, text: 'Autre chose.' }), refused)
  await assert.rejects(insert(w, 'tom', { id, approval_id: id, audience: 'private' }), refused)
  await assert.rejects(insert(w, 'aicha', { id, approval_id: id }), refused)
  await assert.rejects(insert(w, 'tom', { approval_id: id }), { code: '23514' })
  await insert(w, 'tom', { id, approval_id: id })
})

test('the words of a delivery are not rewritten, and a request that was decided is not either', async () => {
  await using w = await waitingReply()
  const sent = allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(GOOD)))
  const asked = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD, { despiteNews: true })))
  allowed(await approveReply(w.desk, w.as('julien'), await w.approval(asked.id, { despiteNews: true })))
  const change = (set: object, id: string) =>
    w.inside((trx) => trx.updateTable('deliveries').set(set).where('id', '=', id).execute())
  for (const set of [{ text: 'Autre chose.' }, { member_id: w.members.maud }, { account_id: randomUUID() }])
    for (const id of [sent.id, asked.id]) await assert.rejects(change(set, id), refused)
  const rewrite = (set: object) =>
    w.inside((trx) => trx.updateTable('approvals').set(set).where('id', '=', asked.id).execute())
  for (const set of [{ text: 'Autre chose.' }, { state: 'waiting' }, { writer_id: w.members.aicha }])
    await assert.rejects(rewrite(set), refused)
})

test('no request is approved by its writer, nor twice by one person, nor without anybody', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  const approved = (approvers: string[], needed: 1 | 2 = 1) =>
    w.inside((trx) =>
      trx
        .updateTable('approvals')
        .set({ state: 'approved', approvers, needed, content_hash: hashOf(GOOD) })
        .where('id', '=', id)
        .execute(),
    )
  const { tom, julien } = w.members
  for (const [who, needed] of [
    [[], 1],
    [[tom], 1],
    [[julien, tom], 2],
    [[julien, julien], 2],
    [[julien], 2],
  ] as const)
    await assert.rejects(approved([...who], needed), { code: '23514' })
})

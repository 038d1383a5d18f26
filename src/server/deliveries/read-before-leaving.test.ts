import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approveReply } from '#server/actions/approve-reply.ts'
import { askApproval } from '#server/actions/ask-approval.ts'
import { changeRole } from '#server/actions/change-role.ts'
import { recordFact } from '#server/actions/record-fact.ts'
import { removeMember } from '#server/actions/remove-member.ts'
import { sendReply } from '#server/actions/send-reply.ts'
import { settleDelivery } from '#server/actions/settle-delivery.ts'
import { switchRuleOff, switchRuleOn } from '#server/actions/switch-rule.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { allowed, GOOD, refusal, type WaitingReply, waitingReply } from '#test/waiting-reply.ts'
import { hashOf } from './hold-reply.ts'

const REFUNDED = 'Bonjour Noé, vous avez été remboursé ce matin. Écrivez-nous en message privé pour la suite. Aïcha'

/** Ten seconds later: whatever may leave has left. */
const leave = async ({ desk }: WaitingReply) => {
  desk.pass(10_000)
  const worker = makeDeliverer(desk)
  for (let more = true; more; ) {
    more = await worker.round()
    await worker.settle()
  }
}

const state = async (w: WaitingReply, id: string) => (await w.delivery(id))?.state

const words = (...texts: string[]) => ({
  reservedWords: texts.map((one) => ({ words: one, severity: 'block' as const })),
})

test('a charter that comes into force while words are held is the one that lets them out (H1)', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(GOOD)))
  w.desk.pass(2_000)
  await w.charter(words('cette attente'))
  await leave(w)
  assert.deepEqual([await state(w, id), w.network.posts.length], ['stale', 0])
  assert.equal((await w.delivery(id))?.reason, 'held-back')
  assert.deepEqual(await w.notices('aicha'), ['delivery.stale'])
  assert.deepEqual(await w.events('guard.%'), ['guard.refused'])
  const again = { id, decision: 'send-again' } as const
  assert.equal(refusal(await settleDelivery(w.desk, w.as('sarah'), again)).refused, 'guard-findings')
})

test('words that waited behind a network that was down are read by the charter of when they leave', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(GOOD)))
  w.network.next.push(() => ({ kind: 'later', reason: 'busy', detail: '' }))
  await leave(w)
  assert.equal(await state(w, id), 'queued')
  w.desk.pass(120_000)
  await w.charter({ reservedSubjects: [{ name: 'Attente', words: ['attente'], severity: 'approve' }] })
  w.desk.pass(120_000)
  await leave(w)
  assert.deepEqual([await state(w, id), w.network.posts.length], ['stale', 0])
})

test('whoever becomes a trainee has a second reader for what has not left yet (V3)', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(GOOD)))
  allowed(await changeRole(w.desk, w.as('maud'), { id: w.members.aicha, role: 'trainee' }))
  await leave(w)
  assert.deepEqual([await state(w, id), w.network.posts.length], ['stale', 0])
})

test('a proof withdrawn while the network is being called keeps the words from its next try (G4)', async () => {
  await using w = await waitingReply()
  const fact = { id: w.mention.caseId, kind: 'refund' } as const
  allowed(await recordFact(w.desk, w.as('aicha'), { ...fact, status: 'done', proof: 'RMB-4471' }))
  const { id } = allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(REFUNDED)))
  w.network.next.push(async () => {
    allowed(await recordFact(w.desk, w.as('julien'), { ...fact, status: 'cancelled' }))
    return { kind: 'later', reason: 'busy', detail: '' }
  })
  await leave(w)
  w.desk.pass(120_000)
  await leave(w)
  assert.deepEqual([await state(w, id), w.network.posts.length], ['stale', 0])
})

test('a fact and its correction of the same instant are read in the order in which they were told (G4)', async () => {
  await using w = await waitingReply()
  const fact = { id: w.mention.caseId, kind: 'refund', proof: 'RMB-4471' } as const
  for (let time = 0; time < 6; time += 1) {
    allowed(await recordFact(w.desk, w.as('aicha'), { ...fact, status: 'done' }))
    allowed(await recordFact(w.desk, w.as('julien'), { ...fact, status: 'cancelled' }))
    const said = await sendReply(w.desk, w.as('aicha'), await w.reply(REFUNDED))
    assert.equal(refusal(said).refused, 'guard-findings')
  }
})

test('words of someone removed while the network is being called wait for a colleague', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(GOOD)))
  w.network.next.push(async () => {
    allowed(await removeMember(w.desk, w.as('maud'), { id: w.members.aicha }))
    return { kind: 'later', reason: 'busy', detail: '' }
  })
  await leave(w)
  w.desk.pass(120_000)
  await leave(w)
  assert.deepEqual([await state(w, id), w.network.posts.length], ['stale', 0])
})

test('a rule that was off while words were read is heard before they leave, once it is on again (H1)', async () => {
  await using w = await waitingReply()
  await w.charter({ ownHosts: ['fleursduport.example'] })
  w.desk.pass(120_000)
  allowed(await switchRuleOff(w.desk, w.as('sarah'), { rule: 'link', reason: 'Opération du printemps.' }))
  const linked = `${GOOD} https://ailleurs.example/suivi`
  const { id } = allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(linked)))
  allowed(await switchRuleOn(w.desk, w.as('sarah'), { rule: 'link' }))
  await leave(w)
  assert.deepEqual([await state(w, id), w.network.posts.length], ['stale', 0])
})

test('what one person approved does not leave once the charter wants two (V1)', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  allowed(await approveReply(w.desk, w.as('julien'), await w.approval(id)))
  await w.charter({ sensitiveSubjects: [{ name: 'Attente', words: ['attente'], approvers: 2 }] })
  await leave(w)
  assert.deepEqual([await state(w, id), w.network.posts.length], ['stale', 0])
  const again = { id, decision: 'send-again' } as const
  assert.equal(refusal(await settleDelivery(w.desk, w.as('maud'), again)).refused, 'needs-approval')
})

test('a change that finds nothing lets the words out, read anew', async () => {
  await using w = await waitingReply()
  const { id } = allowed(await sendReply(w.desk, w.as('aicha'), await w.reply(GOOD)))
  const before = await w.delivery(id)
  await w.charter(words('tulipe'))
  await leave(w)
  const after = await w.delivery(id)
  assert.deepEqual([after?.state, w.network.posts.length], ['sent', 1])
  assert.notDeepEqual(after?.guard, before?.guard)
})

test('words that nobody has read do not leave unread, whatever path made them', async () => {
  await using w = await waitingReply()
  const at = new Date(w.desk.now())
  const insert = (text: string) => {
    const id = w.desk.newId()
    const place = { account_id: w.accountId, case_id: w.mention.caseId, conversation_id: w.mention.conversationId }
    return w.inside(async (trx) => {
      await trx
        .insertInto('deliveries')
        .values({
          ...{ id, workspace_id: w.workspaceId, ...place, member_id: w.members.aicha, audience: 'public', text },
          ...{ content_hash: hashOf(text), state: 'queued', guard: '{}', queued_at: at, ready_at: at, next_at: at },
        })
        .execute()
      return id
    })
  }
  const [refunded, good] = [await insert(REFUNDED), await insert(GOOD)]
  await leave(w)
  assert.equal(await state(w, refunded), 'stale')
  allowed(await settleDelivery(w.desk, w.as('sarah'), { id: refunded, decision: 'give-up' }))
  await leave(w)
  assert.deepEqual([await state(w, good), w.network.posts.map(({ text }) => text)], ['sent', [GOOD]])
  assert.match(JSON.stringify((await w.delivery(good))?.guard), /"checkedAt":\d+/)
})

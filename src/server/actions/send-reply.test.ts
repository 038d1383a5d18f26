import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused, type Refused } from '#server/desk.ts'
import { readCase } from '#server/queries/case.ts'
import { listInbox } from '#server/queries/inbox.ts'
import { testDatabase } from '#test/database.ts'
import { testDesk } from '#test/desk.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { recordFact } from './record-fact.ts'
import { saveDraft } from './save-draft.ts'
import { type Reply, sendReply } from './send-reply.ts'
import { undoDelivery } from './undo-delivery.ts'

const GOOD =
  'Bonjour Noé, je suis désolée de cette attente. Écrivez-nous en message privé, je regarde votre commande. Aïcha'

const world = async () => {
  const db = await testDatabase()
  const desk = testDesk(db.database, [fakeNetwork().connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const mention = await makeMention(desk, workspaceId, accountId)
  desk.pass(60_000)
  const aicha: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
  const julien: Actor = { workspaceId, memberId: members.julien, role: 'validator' }
  const reply = (text: string, more: Partial<Reply> = {}): Reply => ({
    id: mention.caseId,
    deliveryId: desk.newId(),
    audience: 'public',
    text,
    accountId,
    seenMark: '1.1.0',
    ...more,
  })
  const events = () =>
    inWorkspace(desk.db, workspaceId, async (trx) =>
      (await trx.selectFrom('events').select('name').orderBy('id').execute()).map((e) => e.name),
    )
  return { desk, aicha, julien, mention, accountId, reply, events, [Symbol.asyncDispose]: () => db.close() }
}

const refusal = (answer: unknown): Refused => {
  assert.ok(isRefused(answer), JSON.stringify(answer))
  return answer
}

test('a good reply is held for the undo, with what the guard said, and its draft is gone', async () => {
  await using w = await world()
  await saveDraft(w.desk, w.aicha, { id: w.mention.caseId, audience: 'public', text: GOOD })
  const held = await sendReply(w.desk, w.aicha, w.reply(GOOD))
  assert.ok(!isRefused(held))
  assert.deepEqual([held.state, held.readyAt - w.desk.now()], ['held', 6_000])
  const seen = await readCase(w.desk, w.aicha, { id: w.mention.caseId })
  assert.ok(!isRefused(seen))
  assert.deepEqual([seen.drafts, seen.deliveries.map((d) => d.state)], [[], ['held']])
  assert.deepEqual(
    (await listInbox(w.desk, w.aicha, {})).rows.map((r) => r.delivery),
    ['held'],
  )
  assert.deepEqual(await w.events(), ['delivery.held'])
})

test('« remboursée » without a refund in the case file is refused with its span, until the proof is there (G4)', async () => {
  await using w = await world()
  const text = 'Bonjour Noé, vous avez été remboursé hier. Écrivez-nous en message privé si besoin. Aïcha'
  const blocked = refusal(await sendReply(w.desk, w.aicha, w.reply(text)))
  assert.equal(blocked.refused, 'guard-findings')
  const findings = blocked.data?.findings as { rule: string; start: number; end: number }[]
  const claim = findings.find((f) => f.rule === 'G4')
  assert.ok(claim !== undefined)
  assert.match(text.slice(claim.start, claim.end), /rembours/)
  assert.equal(
    refusal(await recordFact(w.desk, w.aicha, { id: w.mention.caseId, kind: 'refund', status: 'done' })).refused,
    'proof-needed',
  )
  await recordFact(w.desk, w.aicha, {
    id: w.mention.caseId,
    kind: 'refund',
    status: 'done',
    proof: 'virement FDP-20417',
  })
  assert.ok(!isRefused(await sendReply(w.desk, w.aicha, w.reply(text))))
})

test('a phone number asked in public is refused (G1), and the same in private is not', async () => {
  await using w = await world()
  const text = 'Bonjour Noé, donnez-nous votre numéro de téléphone et nous vous appelons. Aïcha'
  assert.equal(refusal(await sendReply(w.desk, w.aicha, w.reply(text))).refused, 'guard-findings')
  assert.ok(!isRefused(await sendReply(w.desk, w.aicha, w.reply(text, { audience: 'private' }))))
})

test('the account shown is the account used, or nothing leaves (G5)', async () => {
  await using w = await world()
  const other = await makeAccount(w.desk, w.aicha.workspaceId)
  assert.equal(refusal(await sendReply(w.desk, w.aicha, w.reply(GOOD, { accountId: other }))).refused, 'wrong-account')
})

test('the same press of « send » twice is one delivery', async () => {
  await using w = await world()
  const reply = w.reply(GOOD)
  const [one, two] = await Promise.all([sendReply(w.desk, w.aicha, reply), sendReply(w.desk, w.aicha, reply)])
  assert.ok(!isRefused(one) && !isRefused(two))
  assert.equal(one.id, two.id)
  assert.deepEqual(await w.events(), ['delivery.held'])
})

test('two colleagues who answer the same words: the second is shown what is new, and may send knowingly (A1)', async () => {
  await using w = await world()
  await sendReply(w.desk, w.julien, w.reply(GOOD))
  const second = refusal(await sendReply(w.desk, w.aicha, w.reply(GOOD)))
  assert.equal(second.refused, 'thread-moved-on')
  assert.deepEqual(
    ((second.data?.replies ?? []) as { memberId: string }[]).map((r) => r.memberId),
    [w.julien.memberId],
  )
  assert.ok(!isRefused(await sendReply(w.desk, w.aicha, w.reply(GOOD, { despiteNews: true }))))
})

test('knowing of a colleague’s reply is not knowing of words that came since: they are shown first (A1)', async () => {
  await using w = await world()
  await sendReply(w.desk, w.julien, w.reply(GOOD))
  await inWorkspace(w.desk.db, w.aicha.workspaceId, (trx) =>
    trx
      .updateTable('messages')
      .set({ text: 'Laissez tomber, j’ai reçu le bouquet.', version: 2, edited_at: new Date(w.desk.now()) })
      .where('id', '=', w.mention.messageId)
      .execute(),
  )
  const unseen = refusal(await sendReply(w.desk, w.aicha, w.reply(GOOD, { despiteNews: true })))
  assert.deepEqual([unseen.refused, unseen.data?.thread], ['thread-moved-on', true])
  const seen = await readCase(w.desk, w.aicha, { id: w.mention.caseId })
  assert.ok(!isRefused(seen))
  const knowingly = { despiteNews: true, seenMark: seen.threadMark }
  assert.ok(!isRefused(await sendReply(w.desk, w.aicha, w.reply(GOOD, knowingly))))
})

test('the same delivery never stands for other words', async () => {
  await using w = await world()
  const reply = w.reply(GOOD)
  await sendReply(w.desk, w.aicha, reply)
  const other = await sendReply(w.desk, w.aicha, { ...reply, text: `${GOOD} À bientôt.` })
  assert.equal(refusal(other).refused, 'delivery-taken')
})

test('words that the customer changed or wrote meanwhile are shown before anything leaves', async () => {
  await using w = await world()
  await inWorkspace(w.desk.db, w.aicha.workspaceId, (trx) =>
    trx
      .updateTable('messages')
      .set({ text: 'C’est bon, je l’ai reçue.', version: 2, edited_at: new Date(w.desk.now()) })
      .where('id', '=', w.mention.messageId)
      .execute(),
  )
  const moved = await sendReply(w.desk, w.aicha, w.reply(GOOD))
  assert.equal(refusal(moved).refused, 'thread-moved-on')
})

test('undo gives the words back to the writer’s draft', async () => {
  await using w = await world()
  const held = await sendReply(w.desk, w.aicha, w.reply(GOOD))
  assert.ok(!isRefused(held))
  assert.deepEqual(await undoDelivery(w.desk, w.aicha, { id: held.id }), { text: GOOD, audience: 'public' })
  const seen = await readCase(w.desk, w.aicha, { id: w.mention.caseId })
  assert.ok(!isRefused(seen))
  assert.deepEqual([seen.drafts.map((d) => d.text), seen.deliveries], [[GOOD], []])
})

test('undo puts the words above those that were written meanwhile, and loses neither', async () => {
  await using w = await world()
  const held = await sendReply(w.desk, w.aicha, w.reply(GOOD))
  assert.ok(!isRefused(held))
  await saveDraft(w.desk, w.aicha, { id: w.mention.caseId, audience: 'public', text: 'Et voici le numéro du colis.' })
  await undoDelivery(w.desk, w.aicha, { id: held.id })
  const seen = await readCase(w.desk, w.aicha, { id: w.mention.caseId })
  assert.ok(!isRefused(seen))
  assert.deepEqual(
    seen.drafts.map((d) => [d.text, d.version]),
    [[`${GOOD}\n\nEt voici le numéro du colis.`, 2]],
  )
})

test('a case of another brand does not exist here', async () => {
  await using w = await world()
  const { workspaceId, members } = await makeWorkspace(w.desk.db, 'Boulangerie du Quai')
  const stranger: Actor = { workspaceId, memberId: members.maud, role: 'admin' }
  assert.equal(refusal(await sendReply(w.desk, stranger, w.reply(GOOD))).refused, 'not-found')
  assert.equal(refusal(await readCase(w.desk, stranger, { id: w.mention.caseId })).refused, 'not-found')
})

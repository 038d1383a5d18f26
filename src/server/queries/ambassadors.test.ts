import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeVoucherRules } from '#server/actions/change-voucher-rules.ts'
import { importVoucherUses, redeemVoucher, voidVoucher } from '#server/actions/end-voucher.ts'
import { issueVoucher } from '#server/actions/issue-voucher.ts'
import { makeCommitment } from '#server/actions/make-commitment.ts'
import { recordFact } from '#server/actions/record-fact.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'
import { readAmbassadors } from './ambassadors.ts'

const DAY = 86_400_000

/** Noé has complained, and the charter allows gestures of 15 € at once, 30 € in a year. */
const complained = async () => {
  const w = await waitingReply()
  await w.charter({})
  const { caseId, conversationId, messageId } = w.mention
  await w.inside((trx) =>
    trx
      .insertInto('message_readings')
      .values({
        ...{
          message_id: messageId,
          workspace_id: w.workspaceId,
          language: 'fr',
          intent: 'complaint',
          topic: 'delivery',
        },
        ...{ sentiment: 'negative', urgent: false, needs_answer: true, personal_dispute: true },
        read_at: new Date(w.desk.now()),
      })
      .execute(),
  )
  const says = async (direction: 'in' | 'out', text: string) => {
    w.desk.pass(60_000)
    const at = new Date(w.desk.now())
    await w.inside((trx) =>
      trx
        .insertInto('messages')
        .values({
          ...{ id: w.desk.newId(), workspace_id: w.workspaceId, account_id: w.accountId, external_id: w.desk.newId() },
          ...{
            conversation_id: conversationId,
            direction,
            kind: 'reply',
            audience: 'public',
            text,
            sent_at: at,
            received_at: at,
          },
        })
        .execute(),
    )
  }
  const settle = () => {
    w.desk.pass(60_000)
    return recordFact(w.desk, w.as('aicha'), { id: caseId, kind: 'delivery', status: 'done', proof: 'Bon 4471' })
  }
  const voucher = (more: object = {}) => ({
    ...({ id: caseId, kind: 'referral', amountCents: 1_000, reason: 'Bouquet en retard, livré depuis' } as const),
    ...more,
  })
  const seen = async () => {
    const { people } = allowed(await readAmbassadors(w.desk, w.as('aicha')))
    const [one] = people
    assert.ok(one && people.length === 1)
    return one
  }
  return Object.assign(w, { says, settle, voucher, seen })
}

test('Noé goes from complaint to recommendation, each step by what really happened (C5)', async () => {
  await using w = await complained()
  const first = await w.seen()
  assert.deepEqual(
    [first.reached, first.due.do, first.mayOfferGesture, first.name],
    ['complained', 'answer', false, 'Noé Faure'],
  )
  await w.says('out', 'Bonjour Noé, je regarde votre commande. Aïcha')
  assert.deepEqual([(await w.seen()).reached, (await w.seen()).due.do], ['heard', 'settle'])
  allowed(await w.settle())
  assert.deepEqual([(await w.seen()).reached, (await w.seen()).mayOfferGesture], ['settled', true])
  await w.says('out', 'Merci de nous l’avoir dit, Noé : le livreur est prévenu. Aïcha')
  const thanked = await w.seen()
  assert.deepEqual([thanked.reached, thanked.due], ['thanked', { do: 'follow-up', dueAt: w.desk.now() + 14 * DAY }])
  const dueAt = w.desk.now() + 3 * DAY
  allowed(await makeCommitment(w.desk, w.as('aicha'), { id: w.mention.caseId, what: 'Prendre des nouvelles', dueAt }))
  assert.deepEqual((await w.seen()).due, { do: 'follow-up', dueAt })
  await w.says('in', 'Franchement, je recommande, ils ont tout rattrapé')
  const { reached, proofs } = await w.seen()
  assert.deepEqual(
    [reached, proofs.map(({ step, kind }) => `${step} ${kind}`)],
    ['recommends', ['complained message', 'heard message', 'settled fact', 'thanked message', 'recommends message']],
  )
})

test('a voucher comes after the settlement, within the charter and the caps, and never against a review (G8, D2x)', async () => {
  await using w = await complained()
  const issue = (more: object = {}) => issueVoucher(w.desk, w.as('aicha'), w.voucher(more))
  const events = () => w.events('voucher.%')
  assert.equal(refusal(await issue()).refused, 'gesture-not-settled')
  allowed(await w.settle())
  assert.equal(
    refusal(await issue({ reason: 'En échange d’un avis cinq étoiles sur Google' })).refused,
    'voucher-buys-a-review',
  )
  allowed(
    await changeVoucherRules(w.desk, w.as('sarah'), { perCustomerCents: 1_500, perYearCents: 5_000, validDays: 30 }),
  )
  const { id, code } = allowed(await issue())
  assert.equal(refusal(await issue()).refused, 'voucher-customer-cap')
  // What was refused left no gesture in the ledger either.
  const gestures = await w.inside((trx) => trx.selectFrom('gestures').select('id').execute())
  assert.equal(gestures.length, 1)
  const [shown] = (await w.seen()).vouchers
  assert.deepEqual([shown?.code, shown?.state, shown?.validUntil], [code, 'open', w.desk.now() + 30 * DAY])
  allowed(await voidVoucher(w.desk, w.as('aicha'), { id, reason: 'Donné deux fois' }))
  assert.equal(refusal(await redeemVoucher(w.desk, w.as('aicha'), { code, note: 'FL-9' })).refused, 'voucher-void')
  allowed(await issue({ amountCents: 1_500 }))
  assert.deepEqual(await events(), ['voucher.rules-changed', 'voucher.issued', 'voucher.voided', 'voucher.issued'])
  await assert.rejects(w.inside((trx) => trx.updateTable('vouchers').set({ amount_cents: 1 }).execute()))
})

test('a referral used by somebody close is a recommendation; used once, whatever the road, and refused lines come back (C5, T4)', async () => {
  await using w = await complained()
  allowed(await w.settle())
  await w.says('out', 'Merci à vous, Noé. Aïcha')
  const { code } = allowed(await issueVoucher(w.desk, w.as('aicha'), w.voucher()))
  w.desk.pass(DAY)
  const file = `Code;Commande\n${code.toLowerCase()};FL-77\n${code};FL-78\nACDE-FGHJ-KLMN;FL-79\nnon;FL-80\n`
  const content = Buffer.from(file).toString('base64')
  const { entered, refused } = allowed(await importVoucherUses(w.desk, w.as('aicha'), { content }))
  assert.equal(entered, 1)
  assert.deepEqual(
    refused.map(({ line, why }) => [line, why]),
    [
      [3, 'voucher-redeemed'],
      [4, 'voucher-unknown'],
      [5, 'not-a-code'],
    ],
  )
  const { reached, proofs, vouchers } = await w.seen()
  assert.deepEqual([reached, proofs.at(-1)?.kind, vouchers[0]?.endNote], ['recommends', 'voucher', 'FL-77'])
})

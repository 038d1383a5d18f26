import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCase } from '#server/queries/case.ts'
import { readCaseFile } from '#server/queries/case-file.ts'
import { makeMention } from '#test/mention.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'
import { giveGesture } from './give-gesture.ts'
import { recordFact } from './record-fact.ts'
import { reverseGesture } from './reverse-gesture.ts'

const DAY = 86_400_000

/** Noé's case, with the starting charter in force: 15 € at once, 30 € in a year. */
const withCharter = async () => {
  const w = await waitingReply()
  await w.charter({})
  const gesture = { id: w.mention.caseId, kind: 'voucher', reason: 'Bouquet en retard', amountCents: 1_500 } as const
  const settle = () =>
    recordFact(w.desk, w.as('aicha'), { id: gesture.id, kind: 'delivery', status: 'done', proof: 'Bon 4471' })
  return Object.assign(w, { gesture, settle })
}

test('a gesture waits until the case is settled, stays within the cap, and within a year’s sum for one customer (G8)', async () => {
  await using w = await withCharter()
  const give = (amountCents: number) => giveGesture(w.desk, w.as('aicha'), { ...w.gesture, amountCents })
  assert.equal(refusal(await give(1_000)).refused, 'gesture-not-settled')
  allowed(await w.settle())
  assert.equal(refusal(await give(1_501)).refused, 'gesture-over-the-cap')
  allowed(await give(1_500))
  allowed(await give(1_000))
  const over = refusal(await give(501))
  assert.deepEqual([over.refused, over.data?.givenCents], ['gesture-given-enough', 2_500])
  const file = allowed(await readCaseFile(w.desk, w.as('aicha'), { id: w.gesture.id }))
  assert.deepEqual([file.givenCents, file.roomCents, file.gestures.length], [2_500, 500, 2])
  assert.equal(allowed(await readCase(w.desk, w.as('aicha'), { id: w.gesture.id })).guard.givenCents, 2_500)
  w.desk.pass(366 * DAY)
  assert.deepEqual(allowed(await give(1_500)), { givenCents: 1_500 })
})

test('a manager passes what stands against a gesture, with a reason that stays; an agent does not', async () => {
  await using w = await withCharter()
  const asked = { ...w.gesture, amountCents: 9_000, overrideReason: 'Mariage gâché, vu avec la direction' }
  assert.equal(refusal(await giveGesture(w.desk, w.as('aicha'), asked)).refused, 'gesture-not-settled')
  allowed(await giveGesture(w.desk, w.as('sarah'), asked))
  const file = allowed(await readCaseFile(w.desk, w.as('aicha'), { id: w.gesture.id }))
  assert.deepEqual(
    file.gestures.map((one) => [one.by.name, one.overrode, one.overrideReason]),
    [['Sarah Duval', 'not-settled', 'Mariage gâché, vu avec la direction']],
  )
  await assert.rejects(w.inside((trx) => trx.updateTable('gestures').set({ amount_cents: 1 }).execute()))
})

test('authors known to be one customer share one ledger, even when two colleagues give at the same moment', async () => {
  await using w = await withCharter()
  const other = await makeMention(w.desk, w.workspaceId, w.accountId)
  const customerId = w.desk.newId()
  await w.inside(async (trx) => {
    await trx
      .insertInto('customers')
      .values({
        id: customerId,
        workspace_id: w.workspaceId,
        name: 'Noé Faure',
        created_at: new Date(w.desk.now()),
      })
      .execute()
    await trx.updateTable('authors').set({ customer_id: customerId }).execute()
    await trx
      .updateTable('cases')
      .set({ settled_at: new Date(w.desk.now()) })
      .execute()
  })
  const give = (id: string) => giveGesture(w.desk, w.as('aicha'), { ...w.gesture, id, amountCents: 1_500 })
  const answers = await Promise.all([give(w.gesture.id), give(other.caseId), give(w.gesture.id), give(other.caseId)])
  assert.equal(answers.filter((answer) => 'refused' in answer).length, 2)
})

test('without a charter nobody has settled what may be given: no gesture', async () => {
  await using w = await waitingReply()
  const gesture = { id: w.mention.caseId, kind: 'gift', reason: 'Retard', amountCents: 100 } as const
  assert.equal(refusal(await giveGesture(w.desk, w.as('aicha'), gesture)).refused, 'gesture-none-allowed')
})

test('a gesture noted by mistake is taken back once, by whoever gave it or a manager; both lines stay and the cap counts the net', async () => {
  await using w = await withCharter()
  allowed(await w.settle())
  const give = () => giveGesture(w.desk, w.as('aicha'), w.gesture)
  allowed(await give())
  allowed(await give())
  assert.equal(refusal(await give()).refused, 'gesture-given-enough')
  const read = async () => allowed(await readCaseFile(w.desk, w.as('aicha'), { id: w.gesture.id }))
  const [one, other] = (await read()).gestures.map(({ id }) => id)
  assert.ok(one !== undefined && other !== undefined)
  const reverse = (person: 'julien' | 'sarah' | 'aicha', id: string) =>
    reverseGesture(w.desk, w.as(person), { id, reason: 'Noté deux fois' })
  assert.equal(refusal(await reverse('julien', one)).refused, 'gesture-not-yours')
  const twice = await Promise.all([reverse('aicha', one), reverse('sarah', one)])
  assert.deepEqual(twice.map((said) => ('refused' in said ? said.refused : said.givenCents)).toSorted(), [
    1_500,
    'gesture-reversed',
  ])
  const file = await read()
  assert.deepEqual([file.gestures.length, file.givenCents, file.roomCents], [2, 1_500, 1_500])
  assert.equal(file.gestures.find(({ id }) => id === one)?.reversal?.reason, 'Noté deux fois')
  assert.equal(allowed(await readCase(w.desk, w.as('aicha'), { id: w.gesture.id })).guard.givenCents, 1_500)
  assert.deepEqual(allowed(await give()), { givenCents: 3_000 })
  allowed(await reverse('sarah', other))
  assert.deepEqual(await w.events('gesture.%'), [
    'gesture.given',
    'gesture.given',
    'gesture.reversed',
    'gesture.given',
    'gesture.reversed',
  ])
  await assert.rejects(w.inside((trx) => trx.deleteFrom('gesture_reversals').execute()))
})

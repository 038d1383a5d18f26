import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY_MS } from '#core/time.ts'
import { findJourney, type Happening, STEPS } from './journey.ts'
import { mayOfferGesture, nextDue } from './next-due.ts'

const proof = (at: number) => ({ kind: 'message', id: `m${at}`, caseId: 'c', at }) as const
const complaint = (at: number): Happening => ({ what: 'complaint', proof: proof(at) })
const answer = (at: number, thanks = false): Happening => ({ what: 'answer', proof: proof(at), thanks })
const settlement = (at: number): Happening => ({ what: 'settlement', proof: proof(at) })
const recommendation = (at: number): Happening => ({ what: 'recommendation', proof: proof(at) })

const stepsOf = (...happenings: Happening[]) =>
  findJourney(happenings)?.proofs.map(({ step, proof: { at } }) => [step, at])

test('Camille complains, is heard, has her bouquet, is thanked, and sends her sister: five dates (C5)', () => {
  assert.deepEqual(stepsOf(complaint(1), answer(2), settlement(3), answer(4, true), recommendation(5)), [
    ['complained', 1],
    ['heard', 2],
    ['settled', 3],
    ['thanked', 4],
    ['recommends', 5],
  ])
})

test('no step is made without what proves it, and none is passed over', () => {
  assert.equal(findJourney([answer(1, true), settlement(2), recommendation(3)]), null)
  assert.deepEqual(stepsOf(complaint(1), answer(2, true), recommendation(3)), [
    ['complained', 1],
    ['heard', 2],
  ])
  assert.deepEqual(stepsOf(complaint(1), answer(2), settlement(3), answer(4))?.at(-1), ['settled', 3])
  assert.deepEqual(stepsOf(complaint(1), settlement(3))?.at(-1), ['settled', 3])
})

test('thanks are owed to whoever recommends us before we thanked them', () => {
  const early = [complaint(1), answer(2), settlement(3), recommendation(4)]
  assert.deepEqual(stepsOf(...early)?.at(-1), ['settled', 3])
  assert.deepEqual(stepsOf(...early, answer(5, true)), [
    ...(stepsOf(...early) ?? []),
    ['thanked', 5],
    ['recommends', 4],
  ])
})

test('a new complaint after the settlement begins again; one before it is the same affair', () => {
  assert.deepEqual(stepsOf(complaint(1), answer(2), complaint(3), settlement(4)), [
    ['complained', 1],
    ['heard', 2],
    ['settled', 4],
  ])
  assert.deepEqual(stepsOf(complaint(1), settlement(2), answer(3, true), complaint(9)), [['complained', 9]])
})

test('the way is the same whatever the order in which the events are read, and its steps are in order', () => {
  const kinds = [complaint, (at: number) => answer(at), (at: number) => answer(at, true), settlement, recommendation]
  const history = fc
    .array(fc.nat(kinds.length - 1), { maxLength: 12 })
    .map((picks) => picks.flatMap((pick, at) => kinds[pick]?.(at) ?? []))
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat(1_000)), (happenings, chance) => {
      const shuffled = happenings
        .map((one) => [chance.next().value ?? 0, one] as const)
        .toSorted((a, b) => a[0] - b[0])
        .map(([, one]) => one)
      const journey = findJourney(shuffled)
      assert.deepEqual(journey, findJourney(happenings))
      const steps = journey?.proofs.map(({ step }) => step) ?? []
      assert.deepEqual(steps, STEPS.slice(0, steps.length))
    }),
  )
})

test('what is due next has its day; a gesture is offered after the settlement only (G8)', () => {
  const known = { owedAt: 7, followUpAt: null, followedUp: false }
  const at = (...happenings: Happening[]) => {
    const journey = findJourney(happenings)
    assert.ok(journey)
    return { due: nextDue({ journey, ...known }), gesture: mayOfferGesture(journey), journey }
  }
  assert.deepEqual(at(complaint(1)).due, { do: 'answer', dueAt: 7 })
  const heard = at(complaint(1), answer(2))
  assert.deepEqual([heard.due, heard.gesture], [{ do: 'settle', dueAt: 7 }, false])
  const settled = at(complaint(1), answer(2), settlement(3))
  assert.deepEqual([settled.due, settled.gesture], [{ do: 'thank', dueAt: 3 + 2 * DAY_MS }, true])
  const { journey, due } = at(complaint(1), settlement(3), answer(4, true))
  assert.deepEqual(due, { do: 'follow-up', dueAt: 4 + 14 * DAY_MS })
  assert.deepEqual(nextDue({ journey, ...known, followUpAt: 9 }), { do: 'follow-up', dueAt: 9 })
  assert.deepEqual(nextDue({ journey, ...known, followedUp: true }), { do: 'nothing', dueAt: null })
})

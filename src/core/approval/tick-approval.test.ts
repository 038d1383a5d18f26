import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clockOf } from './approval-clock.ts'
import { approvalStory, type Name, names, teamWithout } from './approval-story.ts'

test('the clock of a request: the stand-in after 40 % of the time left, a manager after 40 % of the rest, then a holding answer (V2)', () => {
  const w = approvalStory({ team: teamWithout([], [], { julien: 'maud' }) })
  assert.equal(w.ticks(47), '')
  assert.equal(w.ticks(48), 'escalated')
  assert.deepEqual(w.state.askedOf, ['julien', 'maud'])
  assert.equal(w.ticks(76), '')
  assert.equal(w.ticks(77), 'escalated')
  assert.deepEqual(w.state.askedOf, ['julien', 'maud', 'sarah'])
  assert.equal(w.ticks(104), '')
  assert.equal(w.ticks(105), 'holding-offered')
  assert.equal(w.ticks(119), '')
  assert.equal(w.ticks(120), 'late')
  assert.equal(w.ticks(10_000), '')
  // It never expires: whoever comes may still decide.
  assert.equal(w.approves(10_001, 'julien'), 'approved')
})

test('a holding answer that went out starts the clock anew', () => {
  const w = approvalStory()
  w.ticks(110)
  assert.equal(w.tell(111, 'sarah', { kind: 'hold-off', dueAt: w.state.dueAt + 120 * 60_000 }), 'held-off')
  assert.deepEqual([w.state.status, w.state.step, w.state.holdingOffered], ['waiting', 0, false])
  assert.equal(w.ticks(121), '')
  assert.equal(w.ticks(240), 'escalated holding-offered late')
})

test('a message read as urgent meanwhile hastens the request with it; an eased one does not put it off (V2)', () => {
  const w = approvalStory()
  assert.equal(w.ticks(10, 120), '')
  assert.equal(w.ticks(20, 60), 'hastened')
  assert.equal(w.ticks(23, 60), '')
  assert.equal(w.ticks(24, 60), 'escalated')
  assert.equal(w.ticks(25, 200), '')
  assert.equal(w.ticks(60, 60), 'escalated holding-offered late')
})

test('a holding answer has met the deadline that it was given for, and no later one', () => {
  const w = approvalStory()
  w.tell(100, 'sarah', { kind: 'hold-off', dueAt: w.state.dueAt + 120 * 60_000 })
  assert.equal(w.ticks(101, 120), '')
  assert.equal(w.ticks(102, 180), 'hastened')
})

test('a reader removed, disabled or away in the middle: the request goes on to others, and says so', () => {
  const w = approvalStory()
  w.now(teamWithout(['julien']))
  assert.equal(w.ticks(1), 'passed-on')
  assert.deepEqual(w.state.askedOf, ['sarah'])
  w.now(teamWithout(['julien'], ['sarah']))
  assert.equal(w.ticks(2), 'passed-on')
  assert.deepEqual(w.state.askedOf, ['maud'])
  w.now(teamWithout(['julien', 'maud'], ['sarah']))
  assert.equal(w.ticks(3), 'passed-on')
  assert.deepEqual(w.state.askedOf, [])
  assert.equal(w.ticks(4), '')
  w.now(teamWithout(['julien', 'maud']))
  assert.equal(w.ticks(5), 'passed-on')
  assert.deepEqual(w.state.askedOf, ['sarah'])
})

test('where no customer waits nothing is offered and nothing is late, and colleagues are reminded all the same', () => {
  const w = approvalStory({ owed: false })
  assert.equal(w.ticks(600), 'escalated')
  assert.equal(w.ticks(601), '')
})

test('a request that comes too late is put to the managers at once', () => {
  const w = approvalStory({ dueIn: -30 })
  assert.equal(w.ticks(0), 'escalated holding-offered late')
  assert.deepEqual(w.state.askedOf, ['julien', 'sarah'])
})

test('every hour of the clock falls between the asking and the deadline, in its order', () => {
  const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(Number.NaN, -1, 7))
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: -1e9, max: 1e9 }), share, (askedAt, left, escalateAt) => {
      const dueAt = askedAt + left
      const clock = clockOf({ askedAt, dueAt, escalateAt })
      const end = Math.max(askedAt, dueAt)
      assert.ok(askedAt <= clock.standInAt && clock.standInAt <= clock.managerAt && clock.managerAt <= end)
      assert.ok(askedAt <= clock.holdingAt && clock.holdingAt <= end)
    }),
  )
})

test('whatever happens in whatever order, a tick said twice says nothing new, and nobody approves alone what needs two', () => {
  const who = fc.constantFrom(...names)
  const some = fc.subarray(names)
  const act = fc.record({
    ...{
      after: fc.nat(60),
      by: who,
      kind: fc.constantFrom('approve', 'edit', 'return', 'withdraw', 'hold-off', 'tick', 'team'),
    },
    ...{ gone: some, absent: some },
  })
  fc.assert(
    fc.property(fc.constantFrom(1, 2), fc.array(act, { maxLength: 12 }), (needed, acts) => {
      const w = approvalStory({ needed: needed as 1 | 2 })
      let at = 0
      let gone: Name[] = []
      for (const { after, by, kind, gone: leaving, absent } of acts) {
        at += after
        const before = w.state
        if (kind === 'approve' || kind === 'edit') w.approves(at, by, kind === 'edit')
        else if (kind === 'hold-off') w.tell(at, by, { kind, dueAt: w.state.dueAt + 3_600_000 })
        else if (kind === 'team') {
          gone = leaving.filter((name) => name !== 'tom')
          w.now(teamWithout(gone, absent))
        } else if (kind === 'tick') w.ticks(at)
        else w.tell(at, by, { kind })
        w.ticks(at)
        assert.equal(w.ticks(at), '')
        if (before.status !== 'waiting') assert.equal(w.state.status, before.status)
        assert.ok(!w.state.given.includes('tom'))
        assert.equal(new Set(w.state.given).size, w.state.given.length)
        if (w.state.status === 'approved') assert.ok(w.state.given.length >= w.state.needed)
        if (w.state.status === 'waiting') assert.ok(w.state.given.length < w.state.needed)
        if (w.state.status === 'waiting') assert.ok(w.state.given.every((id) => !gone.includes(id as Name)))
      }
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chooseAsked, mayApprove, type Team, type Teammate } from './approvers.ts'

const people: Teammate[] = [
  { memberId: 'maud', role: 'admin' },
  { memberId: 'sarah', role: 'manager' },
  { memberId: 'julien', role: 'validator' },
  { memberId: 'aicha', role: 'agent' },
  { memberId: 'tom', role: 'trainee' },
]
const everyone = people.map(({ memberId }) => memberId)
const team = (more: Partial<Team> = {}): Team => ({
  members: people,
  available: everyone,
  away: [],
  standIns: {},
  ...more,
})

test('validators, managers and administrators approve; never the writer, an agent or a trainee (V1)', () => {
  assert.deepEqual(
    people.filter((one) => mayApprove(one, 'tom')).map(({ memberId }) => memberId),
    ['maud', 'sarah', 'julien'],
  )
  assert.equal(mayApprove({ memberId: 'julien', role: 'validator' }, 'julien'), false)
})

test('a request goes to the validators, then to who stands in for them, then to the managers (V2)', () => {
  const standIns = { julien: 'maud' }
  assert.deepEqual(chooseAsked(0, team({ standIns }), 'tom', 1), ['julien'])
  assert.deepEqual(chooseAsked(1, team({ standIns }), 'tom', 1), ['julien', 'maud'])
  assert.deepEqual(chooseAsked(2, team({ standIns }), 'tom', 1), ['julien', 'maud', 'sarah'])
  assert.deepEqual(chooseAsked(1, team(), 'tom', 1), ['julien', 'sarah'])
})

test('somebody absent is never asked: their stand-in is, or a manager', () => {
  const available = everyone.filter((id) => id !== 'julien')
  assert.deepEqual(chooseAsked(0, team({ available, standIns: { julien: 'maud' } }), 'tom', 1), ['maud'])
  assert.deepEqual(chooseAsked(0, team({ available }), 'tom', 1), ['sarah'])
})

test('the gravest words are put to two people from the first', () => {
  assert.deepEqual(chooseAsked(0, team(), 'tom', 2), ['julien', 'sarah'])
  assert.deepEqual(chooseAsked(0, team(), 'julien', 2), ['sarah', 'maud'])
})

test('whoever is asked may approve and is there; and somebody is asked as long as anybody can', () => {
  const role = fc.constantFrom('admin', 'manager', 'validator', 'agent', 'trainee')
  const members = fc.uniqueArray(fc.record({ memberId: fc.constantFrom(...'abcdefgh'), role }), {
    selector: (m) => m.memberId,
  })
  const ids = fc.subarray([...'abcdefgh'])
  const pairs = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.constantFrom(...'abcdefgh'))
  fc.assert(
    fc.property(
      members,
      ids,
      pairs,
      fc.constantFrom(0, 1, 2),
      fc.constantFrom(1, 2),
      (who, available, standIns, step, needed) => {
        const given: Team = { members: who as Teammate[], available, away: [], standIns }
        const asked = chooseAsked(step as 0 | 1 | 2, given, 'a', needed as 1 | 2)
        const able = given.members
          .filter((m) => mayApprove(m, 'a') && available.includes(m.memberId))
          .map((m) => m.memberId)
        assert.ok(asked.every((id) => able.includes(id)))
        assert.equal(new Set(asked).size, asked.length)
        assert.ok(asked.length >= Math.min(needed, able.length))
      },
    ),
  )
})

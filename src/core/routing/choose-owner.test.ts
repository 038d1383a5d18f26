import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { chooseOwner, type Hand, type NewCase } from './choose-owner.ts'

const hand = (memberId: string, more: Partial<Hand> = {}): Hand => ({
  ...{ memberId, present: true, open: 0, languages: [], accountIds: [] },
  ...more,
})
const fresh = (more: Partial<NewCase> = {}): NewCase => ({
  ...{ language: 'fr', accountId: 'bluesky', lastAnswer: null, standInId: null },
  ...more,
})
const JUNE = Date.UTC(2026, 5, 12)

describe('whom a new case goes to', () => {
  test('whoever answered this person last, even with more open cases than the others (T2)', () => {
    const team = [hand('aicha', { open: 12, languages: ['en'] }), hand('julien')]
    assert.deepEqual(chooseOwner(fresh({ lastAnswer: { memberId: 'aicha', at: JUNE } }), team, 30), {
      ownerId: 'aicha',
      because: { kind: 'knows-them', lastAt: JUNE },
    })
  })

  test('while that one is away their stand-in; else whoever has the fewest', () => {
    const team = [hand('aicha', { present: false }), hand('julien', { open: 3 }), hand('sarah', { open: 9 })]
    const known = fresh({ lastAnswer: { memberId: 'aicha', at: JUNE } })
    assert.deepEqual(chooseOwner({ ...known, standInId: 'sarah' }, team, 30), {
      ownerId: 'sarah',
      because: { kind: 'stands-in', forId: 'aicha', lastAt: JUNE },
    })
    assert.deepEqual(chooseOwner(known, team, 30), {
      ownerId: 'julien',
      because: { kind: 'least-open', open: 3, among: 2 },
    })
  })

  test('by language and by account; a language that nobody could tell goes to those who take all', () => {
    const team = [
      hand('aicha', { languages: ['fr'] }),
      hand('julien', { languages: ['en'], open: 5 }),
      hand('sarah', { accountIds: ['mail'], open: 8 }),
    ]
    const goes = (more: Partial<NewCase>) => {
      const choice = chooseOwner(fresh(more), team, 30)
      return 'ownerId' in choice ? choice.ownerId : choice.nobody
    }
    assert.equal(goes({}), 'aicha')
    assert.equal(goes({ language: 'en' }), 'julien')
    assert.equal(goes({ language: 'de', accountId: 'mail' }), 'sarah')
    assert.equal(goes({ language: null, accountId: 'mail' }), 'sarah')
    assert.equal(goes({ language: 'de' }), 'nobody-takes-it')
  })

  test('nobody who is not there, and nobody who has enough', () => {
    assert.deepEqual(chooseOwner(fresh(), [hand('aicha', { present: false })], 30), { nobody: 'nobody-there' })
    assert.deepEqual(chooseOwner(fresh(), [hand('aicha', { open: 30 })], 30), { nobody: 'everybody-full' })
    const full = { lastAnswer: { memberId: 'aicha', at: JUNE } }
    const choice = chooseOwner(fresh(full), [hand('aicha', { open: 30 }), hand('julien')], 30)
    assert.equal('ownerId' in choice && choice.ownerId, 'julien')
  })
})

test('an owner is always there and below the limit; and somebody is found whenever somebody free takes it', () => {
  const hands = fc.uniqueArray(
    fc.record({
      memberId: fc.constantFrom('a', 'b', 'c', 'd'),
      present: fc.boolean(),
      open: fc.nat(5),
      languages: fc.subarray(['fr', 'en']),
      accountIds: fc.subarray(['mail', 'bluesky']),
    }),
    { selector: ({ memberId }) => memberId },
  )
  const cases = fc.record({
    language: fc.option(fc.constantFrom('fr', 'en', 'de')),
    accountId: fc.constantFrom('mail', 'bluesky'),
    lastAnswer: fc.option(fc.record({ memberId: fc.constantFrom('a', 'b', 'x'), at: fc.constant(JUNE) })),
    standInId: fc.option(fc.constantFrom('c', 'd')),
  })
  fc.assert(
    fc.property(cases, hands, (one, team) => {
      const choice = chooseOwner(one, team, 4)
      const free = team.filter(({ present, open }) => present && open < 4)
      if ('ownerId' in choice) assert.ok(free.some(({ memberId }) => memberId === choice.ownerId))
      else
        assert.ok(
          !free.some(
            ({ languages, accountIds }) =>
              (languages.length === 0 || (one.language !== null && languages.includes(one.language))) &&
              (accountIds.length === 0 || accountIds.includes(one.accountId)),
          ),
        )
    }),
  )
})

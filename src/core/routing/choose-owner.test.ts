import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { chooseOwner, type Hand, type NewCase } from './choose-owner.ts'
import { findRule, type RoutingRule, type Target } from './rule.ts'

const hand = (memberId: string, more: Partial<Hand> = {}): Hand => ({
  ...{
    memberId,
    present: true,
    open: 0,
    languages: [],
    accountIds: [],
    skills: [],
    departmentIds: [],
    standInId: null,
  },
  ...more,
})
const fresh = (more: Partial<NewCase> = {}): NewCase => ({
  ...{ text: '', connector: 'fake', language: 'fr', accountId: 'bluesky', lastAnswer: null },
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
    const covered = team.map((one) => (one.memberId === 'aicha' ? { ...one, standInId: 'sarah' } : one))
    assert.deepEqual(chooseOwner(known, covered, 30), {
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

const billing: RoutingRule = {
  ...{ words: ['facture', 'prélèvement'], connector: null, accountId: null, language: null },
  to: { kind: 'skill', skill: 'facturation' },
}
const rule = (more: Partial<RoutingRule>): RoutingRule => ({ ...billing, words: [], ...more })
const toSarah = { kind: 'member', memberId: 'sarah' } as const

describe('rules of the brand', () => {
  const invoice = fresh({ text: 'Where are my factures ?', language: 'en' })

  test('a word of the trade sends a case to whoever knows it and speaks the language, and the reason says all of it', () => {
    const team = [
      hand('noor', { languages: ['fr'], skills: ['facturation'] }),
      hand('lea', { languages: ['en'], skills: ['facturation'], open: 4 }),
      hand('max', { languages: ['en'], skills: ['facturation'], open: 6 }),
      hand('aicha', { languages: ['en'] }),
    ]
    assert.deepEqual(chooseOwner(invoice, team, 30, [billing]), {
      ownerId: 'lea',
      because: {
        ...{ kind: 'least-open', open: 4, among: 2, speaks: 'en' },
        rule: { to: billing.to, word: 'facture', met: true },
      },
    })
  })

  test('where nobody of them is free the customer does not wait, and the case says that the rule was missed (A1)', () => {
    const team = [hand('lea', { skills: ['facturation'], present: false }), hand('aicha')]
    assert.deepEqual(chooseOwner(invoice, team, 30, [billing]), {
      ownerId: 'aicha',
      because: { kind: 'least-open', open: 0, among: 1, rule: { to: billing.to, word: 'facture', met: false } },
    })
  })

  test('the same contact goes on where the rule allows it, and no further (T2)', () => {
    const known = { ...invoice, lastAnswer: { memberId: 'max', at: JUNE } }
    const goes = (skills: readonly string[]) => {
      const team = [hand('max', { skills, open: 9 }), hand('lea', { skills: ['facturation'] })]
      const choice = chooseOwner(known, team, 30, [billing])
      return 'ownerId' in choice && [choice.ownerId, choice.because.kind]
    }
    assert.deepEqual(goes(['facturation']), ['max', 'knows-them'])
    assert.deepEqual(goes([]), ['lea', 'least-open'])
  })

  test('a person who is named has it whatever languages they take, and their stand-in while they are away', () => {
    const rules = [rule({ connector: 'fake', to: toSarah })]
    const sarah = hand('sarah', { languages: ['fr'], open: 20, standInId: 'julien' })
    const goes = (team: readonly Hand[]) => {
      const choice = chooseOwner(fresh({ language: 'en' }), team, 30, rules)
      return 'ownerId' in choice && [choice.ownerId, choice.because]
    }
    const said = { to: toSarah, word: null, met: true }
    assert.deepEqual(goes([sarah, hand('aicha')]), ['sarah', { kind: 'named', forId: null, rule: said }])
    assert.deepEqual(goes([{ ...sarah, present: false }, hand('aicha'), hand('julien', { open: 8 })]), [
      'julien',
      { kind: 'named', forId: 'sarah', rule: said },
    ])
  })

  test('all conditions of a rule hold, the first rule wins, and one without any sends nothing anywhere', () => {
    const press = rule({ words: ['journaliste'], language: 'fr', accountId: 'mail', to: toSarah })
    const told = fresh({ text: 'Je suis JOURNALISTE, une facture.', accountId: 'mail' })
    assert.equal(findRule([rule({}), press, billing], told)?.rule, press)
    assert.equal(findRule([press, billing], { ...told, language: 'en' })?.rule, billing)
    assert.equal(findRule([press], { ...told, accountId: 'bluesky' }), null)
    assert.equal(findRule([billing], fresh({ text: 'un facturier' })), null)
  })
})

test('an owner is always there and below the limit; somebody is found whenever somebody free takes it; what is said of a rule is so', () => {
  const hands = fc.uniqueArray(
    fc.record({
      memberId: fc.constantFrom('a', 'b', 'c', 'd'),
      present: fc.boolean(),
      open: fc.nat(5),
      languages: fc.subarray(['fr', 'en']),
      accountIds: fc.subarray(['mail', 'bluesky']),
      skills: fc.subarray(['press', 'billing']),
      departmentIds: fc.subarray(['dispatch']),
      standInId: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
    }),
    { selector: ({ memberId }) => memberId },
  )
  const cases = fc.record({
    text: fc.constantFrom('', 'an invoice', 'I write for a paper'),
    connector: fc.constantFrom('fake', 'mail'),
    language: fc.option(fc.constantFrom('fr', 'en', 'de')),
    accountId: fc.constantFrom('mail', 'bluesky'),
    lastAnswer: fc.option(fc.record({ memberId: fc.constantFrom('a', 'b', 'x'), at: fc.constant(JUNE) })),
  })
  const target: fc.Arbitrary<Target> = fc.oneof(
    fc.constantFrom('press', 'billing').map((skill) => ({ kind: 'skill' as const, skill })),
    fc.constant({ kind: 'department' as const, departmentId: 'dispatch', name: 'Dispatch' }),
    fc.constantFrom('a', 'b', 'x').map((memberId) => ({ kind: 'member' as const, memberId })),
  )
  const rules = fc.array(
    fc.record({
      words: fc.subarray(['invoice', 'paper']),
      connector: fc.option(fc.constantFrom('fake', 'mail')),
      accountId: fc.option(fc.constantFrom('mail', 'bluesky')),
      language: fc.option(fc.constantFrom('fr', 'en')),
      to: target,
    }),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(cases, hands, rules, (one, team, sent) => {
      const choice = chooseOwner(one, team, 4, sent)
      const free = team.filter(({ present, open }) => present && open < 4)
      const able = free.filter(
        ({ languages, accountIds }) =>
          (languages.length === 0 || (one.language !== null && languages.includes(one.language))) &&
          (accountIds.length === 0 || accountIds.includes(one.accountId)),
      )
      if (!('ownerId' in choice)) {
        assert.equal(able.length, 0)
        return
      }
      const owner = free.find(({ memberId }) => memberId === choice.ownerId)
      assert.ok(owner !== undefined)
      const { because } = choice
      const touched = findRule(sent, one)
      assert.deepEqual(because.rule?.to, touched?.rule.to, 'a rule that was touched is always told, met or missed')
      const meets = (hand: Hand, to: Target) =>
        to.kind === 'skill'
          ? hand.skills.includes(to.skill)
          : to.kind === 'department'
            ? hand.departmentIds.includes(to.departmentId)
            : hand.memberId === to.memberId
      // « Met » is said of somebody whom the rule wants; « missed » only where nobody able of them was free.
      if (because.rule?.met === true && because.kind !== 'named') assert.ok(meets(owner, because.rule.to))
      if (because.rule?.met === false) assert.ok(!able.some((hand) => meets(hand, because.rule?.to ?? billing.to)))
      if (because.speaks !== undefined) assert.ok(owner.languages.includes(because.speaks))
    }),
  )
})

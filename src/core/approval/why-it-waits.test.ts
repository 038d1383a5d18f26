import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ALL_READ, SENSITIVE_READ, type Standing } from '#core/autonomy/standing.ts'
import { type ApprovalPolicy, type Autonomy, NO_POLICY } from './approval-policy.ts'
import { approversNeeded, type Weighed, whyItWaits } from './why-it-waits.ts'

const reply = (more: Partial<Weighed> = {}): Weighed => ({
  ...{ text: 'Bonjour Noé, écrivez-nous en message privé. Aïcha', incoming: 'Toujours rien reçu.', findings: [] },
  ...{ role: 'agent', accountId: 'account-1', connector: 'fake', reach: 250 },
  ...more,
})
const policy = (more: Partial<ApprovalPolicy>): ApprovalPolicy => ({ ...NO_POLICY, ...more })
const kinds = (given: ApprovalPolicy, more: Partial<Weighed> = {}) =>
  whyItWaits(given, reply(more)).map(({ kind }) => kind)

const accident = { name: 'Accidents', words: ['accident', 'blessé', 'mise en danger'], approvers: 2 } as const
const press = { name: 'Presse', words: ['journaliste'], approvers: 1 } as const
const line = (more: Partial<Autonomy>): Autonomy => ({
  ...{ role: 'agent', subject: '*', connector: '*', upToCents: 2_000 },
  ...more,
})

test('a brand that settled nothing makes nobody wait, but a trainee always (V1, V3)', () => {
  for (const role of ['admin', 'manager', 'validator', 'agent'] as const)
    assert.deepEqual(kinds(NO_POLICY, { role }), [])
  assert.deepEqual(kinds(NO_POLICY, { role: 'trainee' }), ['trainee'])
})

test('a sensitive subject waits, whether the customer or the writer names it, in any number and with or without accents', () => {
  const given = policy({ subjects: [accident] })
  for (const text of [
    'Un accident ?',
    'Des ACCIDENTS.',
    'Vous avez été blesse',
    'une mise\u00a0en danger',
    'un acc\u200bident',
  ])
    assert.deepEqual(whyItWaits(given, reply({ text })), [{ kind: 'subject', name: 'Accidents', approvers: 2 }], text)
  assert.deepEqual(kinds(given, { incoming: 'Ma fille a été blessée, un accident !' }), ['subject'])
  assert.deepEqual(kinds(given, { text: 'Rien d’accidentel.' }), [])
  assert.equal(approversNeeded(whyItWaits(given, reply({ text: 'accident' }))), 2)
})

test('a finding to approve waits, one that blocks or warns is none of validation’s business', () => {
  const findings = (['approve', 'approve', 'warn', 'block'] as const).map((severity) => ({
    rule: 'G9' as const,
    severity,
  }))
  assert.deepEqual(whyItWaits(NO_POLICY, reply({ findings })), [{ kind: 'finding', rule: 'G9' }])
})

test('an amount above the limit waits, one at the limit does not, and a share of a price is above every limit', () => {
  const given = policy({ amountAboveCents: 2_000 })
  assert.deepEqual(kinds(given, { text: 'Un bon d’achat de 20 €.' }), [])
  assert.deepEqual(whyItWaits(given, reply({ text: 'Un bon de 20 €, ou de vingt et un euros.' })), [
    { kind: 'amount', cents: 2_100, percent: null, aboveCents: 2_000 },
  ])
  assert.deepEqual(kinds(given, { text: 'Une remise de 5 %.' }), ['amount'])
})

test('reach and account make a reply wait where the charter says so, and only there', () => {
  const given = policy({ reachAbove: 10_000, accountIds: ['account-2'] })
  assert.deepEqual(kinds(given, { reach: 10_000 }), [])
  assert.deepEqual(kinds(given, { reach: 10_001 }), ['reach'])
  assert.deepEqual(kinds(given, { reach: null }), [])
  assert.deepEqual(kinds(given, { accountId: 'account-2' }), ['account'])
})

test('a role that the charter names says alone what its lines give it, and no more', () => {
  const given = policy({
    subjects: [accident, press],
    autonomy: [line({ connector: 'fake' }), line({ role: 'manager', subject: 'Presse' })],
  })
  assert.deepEqual(kinds(given), [])
  assert.deepEqual(kinds(given, { connector: 'other' }), ['no-autonomy'])
  assert.deepEqual(kinds(given, { text: 'Voici 25 €.' }), ['amount'])
  // `*` is any other subject: a sensitive one still waits.
  assert.deepEqual(kinds(given, { text: 'La journaliste a raison.' }), ['subject'])
  assert.deepEqual(kinds(given, { text: 'La journaliste a raison.', role: 'manager' }), [])
  assert.deepEqual(kinds(given, { role: 'manager' }), ['no-autonomy'])
  assert.deepEqual(kinds(given, { role: 'validator' }), [])
})

test('what needs two readers is never one person’s own, whatever line names it', () => {
  const given = policy({ subjects: [accident], autonomy: [line({ role: 'manager', subject: 'Accidents' })] })
  assert.deepEqual(kinds(given, { role: 'manager', text: 'Un accident.' }), ['subject'])
})

test('a line without an amount lets none be named', () => {
  const given = policy({ autonomy: [line({ upToCents: null })] })
  assert.deepEqual(kinds(given), [])
  assert.deepEqual(kinds(given, { text: 'Voici 1 €.' }), ['amount'])
})

test('a stricter charter never lets out what a laxer one made wait', () => {
  const limit = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null })
  const text = fc.constantFrom(
    'Voici 20 €.',
    'Un accident.',
    'Merci à vous',
    'Une remise de 10 %',
    'cent euros et un journaliste',
  )
  const role = fc.constantFrom('admin', 'manager', 'validator', 'agent', 'trainee')
  fc.assert(
    fc.property(limit, limit, text, role, fc.nat(20_000), (amount, reach, words, as, followers) => {
      const lax = policy({ amountAboveCents: amount, reachAbove: reach })
      const strict = policy({
        ...{
          amountAboveCents: amount === null ? 5_000 : Math.floor(amount / 2),
          reachAbove: reach === null ? 5_000 : 0,
        },
        ...{ subjects: [accident, press], accountIds: ['account-1'] },
      })
      const written = reply({ text: words, role: as, reach: followers })
      const before = whyItWaits(lax, written).map(({ kind }) => kind)
      const after = whyItWaits(strict, written).map(({ kind }) => kind)
      for (const kind of before) assert.ok(after.includes(kind), `${kind} was lost`)
      assert.ok(after.includes('account'))
    }),
  )
})

test('what somebody has earned lifts its own subjects and amounts and nothing else; « every word is read » adds one reason', () => {
  const subjects = [accident, press, { name: 'Prix', words: ['prix'], approvers: 1 } as const]
  const given = fc.record({
    text: fc.constantFrom(
      'Bonjour',
      'un accident',
      'un journaliste',
      'le prix',
      'le prix de 30 €',
      '40 € et un accident',
    ),
    upToCents: fc.option(fc.constantFrom(500, 3_000, 5_000)),
    earned: fc.subarray(['Prix', 'Presse', 'Accidents']),
    lines: fc.subarray([line({}), line({ subject: 'Presse' }), line({ connector: 'other' })]),
    amountAboveCents: fc.option(fc.constant(2_000)),
    accountIds: fc.subarray(['account-1']),
  })
  fc.assert(
    fc.property(given, ({ text, upToCents, earned, lines, amountAboveCents, accountIds }) => {
      const rules = policy({ subjects, autonomy: lines, amountAboveCents, accountIds })
      const why = (standing?: Standing) => whyItWaits(rules, reply({ text, ...(standing && { standing }) }))
      const usual = why()
      assert.deepEqual(why(SENSITIVE_READ), usual)
      assert.deepEqual(why(ALL_READ), [{ kind: 'all-read' }, ...usual])
      const alone = why({ level: 'alone-on', subjects: earned, upToCents })
      for (const reason of alone) assert.ok(usual.some(({ kind }) => kind === reason.kind))
      const gone = usual.filter((reason) => !alone.some((other) => JSON.stringify(other) === JSON.stringify(reason)))
      for (const reason of gone) {
        assert.ok(['subject', 'amount', 'no-autonomy'].includes(reason.kind), reason.kind)
        if (reason.kind === 'subject') assert.ok(reason.approvers === 1 && earned.includes(reason.name))
        if (reason.kind === 'amount') assert.ok(upToCents !== null)
      }
      if (accountIds.length > 0) assert.ok(alone.some(({ kind }) => kind === 'account'))
    }),
  )
})

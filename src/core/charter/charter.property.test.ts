import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDraft } from '#core/guard/check-draft.ts'
import type { Charter } from './charter.ts'
import { charterWords, clausesOf } from './clauses.ts'
import { compareCharters, sayChange } from './compare.ts'
import { compileCharter } from './compile.ts'
import { findContradictions } from './find-contradictions.ts'
import { MODERATION_CAUSES } from './moderation-cause.ts'
import { starterCharter } from './starter.ts'

const names = { network: (connector: string) => connector, account: (id: string) => id }

// Few words, so that they meet; and some that nobody expects.
const words = fc.oneof(
  fc.constantFrom(
    'gratuit',
    'Gratuit',
    'grâtuit',
    'offert',
    'offert, c’est gratuit',
    'avocat',
    'dis-nous tout',
    'vous',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const time = fc.constantFrom('00:00', '08:30', '09:00', '12:00', '18:00', '22:00', '24:00')
const slots = fc.array(fc.record({ from: time, to: time }), { maxLength: 2 })
const severity = fc.constantFrom('block' as const, 'approve' as const, 'warn' as const)
const cents = fc.constantFrom(0, 1_000, 3_000, 10_000)
const subject = fc.constantFrom('Procès', 'procès', 'Santé', '*')
const connector = fc.constantFrom('pigeon', 'poste', '*')

const charters: fc.Arbitrary<Charter> = fc.record({
  mission: words,
  week: fc.array(slots, { minLength: 7, maxLength: 7 }),
  networks: fc.array(
    fc.record({
      connector: fc.constantFrom('pigeon', 'poste'),
      expectedPerWeek: fc.nat(500),
      firstReplyMinutes: fc.constantFrom(30, 120, 1_440, 20_160),
      nextReplyMinutes: fc.constantFrom(60, 240, 20_160),
      calendar: fc.constantFrom('always' as const, 'business' as const),
    }),
    { maxLength: 3 },
  ),
  autonomy: fc.array(
    fc.record({
      role: fc.constantFrom('manager' as const, 'validator' as const, 'agent' as const),
      subject,
      connector,
      upToCents: fc.option(cents),
    }),
    { maxLength: 4 },
  ),
  reservedWords: fc.array(fc.record({ words, instead: words, severity }, { requiredKeys: ['words', 'severity'] }), {
    maxLength: 3,
  }) as fc.Arbitrary<Charter['reservedWords']>,
  reservedSubjects: fc.array(fc.record({ name: subject, words: fc.array(words, { maxLength: 2 }), severity }), {
    maxLength: 2,
  }),
  sensitiveSubjects: fc.array(
    fc.record({
      name: subject,
      words: fc.array(words, { maxLength: 2 }),
      approvers: fc.constantFrom(1 as const, 2 as const),
    }),
    { maxLength: 2 },
  ),
  signature: fc.constantFrom('none' as const, 'required' as const),
  tone: fc.record({
    address: fc.constantFrom('vous' as const, 'tu' as const, 'free' as const),
    likedWords: fc.array(words, { maxLength: 2 }),
  }),
  goodwill: fc.record({ allowed: fc.boolean(), capCents: cents, perYearCents: cents }),
  competitors: fc.array(words, { maxLength: 2 }),
  otherBrands: fc.array(words, { maxLength: 2 }),
  ownHosts: fc.array(words, { maxLength: 2 }),
  waiting: fc.record({
    amountAboveCents: fc.option(cents),
    reachAbove: fc.option(fc.nat(100_000)),
    manyAbove: fc.option(fc.nat(1_000), { nil: undefined }),
    accountIds: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
    escalateAt: fc.constantFrom(0.2, 0.4, 0.75),
  }),
  moderationCauses: fc.subarray([...MODERATION_CAUSES]),
  retention: fc.record({ mentionMonths: fc.nat(60), conversationMonths: fc.nat(60), evidenceMonths: fc.nat(60) }),
})

test('whatever a charter says, it compiles, is read in both languages, and its contradictions are sentences', () => {
  fc.assert(
    fc.property(charters, (charter) => {
      const compiled = compileCharter(charter)
      assert.deepEqual(
        [...compiled.promises.keys()].sort(),
        [...new Set(charter.networks.map((n) => n.connector))].sort(),
      )
      const clauses = clausesOf(charter, names)
      assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length)
      for (const found of findContradictions(charter, 'Fleurs du Port'))
        for (const { contradiction } of Object.values(charterWords)) assert.ok(contradiction(found, names).length > 20)
    }),
  )
})

test('a charter compared with itself changes nothing, and taking the changes back gives their mirror', () => {
  fc.assert(
    fc.property(charters, charters, (before, after) => {
      assert.deepEqual(compareCharters(before, structuredClone(before), names), [])
      const [there, back] = [compareCharters(before, after, names), compareCharters(after, before, names)]
      const count = (list: typeof there, kind: string) => list.filter((change) => change.kind === kind).length
      assert.equal(count(there, 'added'), count(back, 'removed'))
      assert.equal(count(there, 'changed'), count(back, 'changed'))
      for (const change of there) assert.ok(sayChange(change, 'fr').length > 5)
    }),
  )
})

const orderless = (charter: Charter): string => {
  const { guard, approval, promises, ...rest } = compileCharter(charter)
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort()
  return JSON.stringify([
    rest,
    Object.values(guard).map((value) => (Array.isArray(value) ? sorted(value) : value)),
    Object.values(approval).map((value) => (Array.isArray(value) ? sorted(value) : value)),
    sorted([...promises]),
    charter.week,
  ])
}

test('nothing that the desk would enforce otherwise changes without a sentence that says so', () => {
  fc.assert(
    fc.property(charters, charters, (before, other) => {
      // One part of the charter at a time, so that nothing hides behind another change.
      for (const key of Object.keys(before) as (keyof Charter)[]) {
        const after = { ...before, [key]: other[key] }
        if (orderless(before) !== orderless(after))
          assert.notDeepEqual(compareCharters(before, after, names), [], `${key} changed in silence`)
      }
    }),
    { numRuns: 60 },
  )
})

test('the starter charter of either language contradicts nothing, whatever the hours and promises of the brand', () => {
  fc.assert(
    fc.property(charters, fc.constantFrom('fr' as const, 'en' as const), ({ week, networks }, language) => {
      const once = networks.filter((n, at) => networks.findIndex((m) => m.connector === n.connector) === at)
      const charter = starterCharter(language, {
        name: 'Fleurs du Port',
        week,
        networks: once,
        ownHosts: ['fleursduport.example'],
        otherBrands: ['Café du Quai'],
      })
      assert.deepEqual(findContradictions(charter, 'Fleurs du Port'), [])
    }),
  )
})

test('an answer in the tone that the starter charter asks for passes its own guard', () => {
  const input = {
    audience: 'public' as const,
    incoming: 'Bonjour, êtes-vous ouverts lundi ?',
    isFirstAnswer: true,
    isOwnDispute: false,
    facts: [],
    settled: false,
    privateWays: [],
    customer: { displayName: 'Camille Roux' },
    brand: { name: 'Fleurs du Port', account: '@fleursduport' },
    recentReplies: [],
  }
  const charter = starterCharter('fr', {
    name: 'Fleurs du Port',
    week: [],
    networks: [],
    ownHosts: [],
    otherBrands: [],
  })
  const { guard } = compileCharter(charter)
  const text = 'Bonjour Camille, oui, nous ouvrons lundi à 9 h. Bonne journée, Aïcha'
  assert.deepEqual(checkDraft({ ...input, text, charter: guard }), [])
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { NO_POLICY } from '#core/approval/approval-policy.ts'
import { whyItWaits } from '#core/approval/why-it-waits.ts'
import { checkDraft } from './check-draft.ts'
import type { RuleCode } from './finding.ts'
import { type GuardCharter, NO_CHARTER } from './guard-charter.ts'
import type { GuardInput } from './guard-input.ts'
import { keptFor, RULE_CODES } from './rule-codes.ts'

const charter: GuardCharter = {
  ...NO_CHARTER,
  reservedWords: [{ words: 'tulipe', severity: 'block' }],
  ownHosts: ['fleursduport.example'],
}
const input = (text: string, more: Partial<GuardInput> = {}): GuardInput => ({
  text,
  audience: 'public',
  incoming: '',
  isFirstAnswer: false,
  facts: [],
  settled: true,
  privateWays: [],
  customer: {},
  brand: { name: 'Fleurs du Port', account: '@fleursduport' },
  recentReplies: [],
  charter,
  ...more,
})
const found = (text: string, more: Partial<GuardInput> = {}) =>
  checkDraft(input(text, more)).map(({ rule, severity }) => `${rule} ${severity}`)
const off = (...rulesOff: RuleCode[]) => ({ charter: { ...charter, rulesOff } })

describe('a rule that a manager switched off (H1)', () => {
  test('is not heard of, and the others are', () => {
    const text = 'Une tulipe ici : https://ailleurs.example'
    assert.deepEqual(found(text), ['H1 block', 'link approve'])
    assert.deepEqual(found(text, off('link')), ['H1 block'])
    assert.deepEqual(found(text, off('H1', 'link')), [])
  })

  test('what protects a person, the law, the account or the network is read all the same', () => {
    assert.deepEqual(
      RULE_CODES.filter((rule) => keptFor(rule) !== null),
      ['G1', 'G2', 'G4', 'G5', 'C3', 'D2x', 'label', 'length', 'empty'],
    )
    const all = off(...RULE_CODES)
    assert.deepEqual(found('Quel est votre numéro de téléphone ?', all), ['G1 block'])
    assert.deepEqual(found('', all), ['empty block'])
    assert.deepEqual(found('Vous avez été remboursée.', all), ['G4 block'])
  })

  test('an insult is held in with the reading of tone off', () => {
    assert.ok(found('Espèce d’idiot, vous ne comprenez rien.').includes('G3 block'))
    assert.ok(found('Espèce d’idiot, vous ne comprenez rien.', off('G3')).includes('G3 block'))
  })
})

describe('a finding that a writer contests (V1)', () => {
  const left = 'Bonjour {ville}, le marché ouvre demain.'
  const contest = (
    rule: RuleCode,
    code: 'template-left' | 'asks-personal-data' | 'reserved-word' | 'foreign-link',
    words: string,
  ) => ({
    contested: [{ rule, code, words, reason: 'C’est le nom de notre émission' }],
  })

  test('no longer keeps the words in, but makes them wait for a second person, who reads why', () => {
    assert.deepEqual(found(left), ['A4 block'])
    const findings = checkDraft(input(left, contest('A4', 'template-left', '{ville}')))
    assert.deepEqual(
      findings.map(({ severity, contested }) => [severity, contested?.reason]),
      [['approve', 'C’est le nom de notre émission']],
    )
    const weighed = {
      text: left,
      incoming: '',
      findings,
      role: 'agent',
      accountId: 'a',
      connector: 'c',
      reach: null,
    } as const
    assert.deepEqual(whyItWaits(NO_POLICY, weighed), [
      { kind: 'contested', rule: 'A4', words: '{ville}', reason: 'C’est le nom de notre émission' },
    ])
  })

  test('holds for its very words: others are kept in as ever', () => {
    assert.deepEqual(found('Bonjour {quartier}.', contest('A4', 'template-left', '{ville}')), ['A4 block'])
    assert.deepEqual(found('{ville}, {quartier}.', contest('A4', 'template-left', '{ville}')), [
      'A4 approve',
      'A4 block',
    ])
  })

  test('what protects a person, and what both sides signed as never published, stays in', () => {
    const asks = 'Quel est votre numéro de téléphone ?'
    const [asked] = checkDraft(input(asks))
    assert.ok(asked !== undefined)
    const words = asks.slice(asked.start, asked.end)
    const [again] = checkDraft(input(asks, contest('G1', 'asks-personal-data', words)))
    assert.deepEqual([again?.severity, again?.contested?.reason], ['block', 'C’est le nom de notre émission'])
    assert.deepEqual(found('Une tulipe.', contest('H1', 'reserved-word', 'tulipe')), ['H1 block'])
  })

  test('what waited anyway waits, with its contest', () => {
    const text = 'Voyez https://ailleurs.example'
    assert.deepEqual(found(text, contest('link', 'foreign-link', 'https://ailleurs.example')), ['link approve'])
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { touchedSubjects } from '#core/approval/touched-subjects.ts'
import { holdsWords } from '#core/charter/same-words.ts'
import { checkAgainst } from '../check-draft.ts'
import { NO_CHARTER } from '../guard-charter.ts'
import type { GuardInput } from '../guard-input.ts'
import { reservedWords } from '../rules/reserved-words.ts'
import { fold } from './fold.ts'
import { findListed } from './listed.ts'

const found = (text: string, ...list: string[]) =>
  findListed(fold(text).folded, list).map(({ start, end, place }) => [text.slice(start, end), list[place]])

describe('words that a brand chose are one reading for all', () => {
  test('whole words are found in any number, whichever of them is in the plural', () => {
    assert.deepEqual(found('Des bons d’achat', "bon d'achat"), [['bons d’achat', "bon d'achat"]])
    assert.deepEqual(found('Deux cartes  cadeaux, un bureau', 'carte cadeau', 'bureau'), [
      ['cartes  cadeaux', 'carte cadeau'],
      ['bureau', 'bureau'],
    ])
    assert.deepEqual(found('Trois arcs-en-ciel', 'arc-en-ciel'), [['arcs-en-ciel', 'arc-en-ciel']])
    assert.deepEqual(found('Gift cards and taxes', 'gift card', 'tax'), [
      ['Gift cards', 'gift card'],
      ['taxes', 'tax'],
    ])
  })

  test('not inside other words, and the longest of two that overlap', () => {
    assert.deepEqual(found('Le tulipier, un accidentel', 'tulipe', 'accident'), [])
    assert.deepEqual(found('un bon d’achat', 'bon', "bon d'achat"), [['bon d’achat', "bon d'achat"]])
    assert.deepEqual(found('tout', '', '  '), [])
  })

  const asked: readonly (readonly [string, string, boolean])[] = [
    ['carte cadeau', 'Vos cartes cadeaux arrivent', true],
    ['carte cadeau', 'Une carte-cadeau', false],
    ['menace de procès', 'Des MENACES de proces !', true],
    ['élection', 'Les électionnistes', false],
    ['bon de réduction', 'Vos bons de ré\u200bduction', true],
    ['c++', 'On code en C++ ici', true],
  ]
  for (const [words, text, holds] of asked)
    test(`the guard, validation and the charter agree: « ${words} » in « ${text} »`, () => {
      const input: GuardInput = {
        ...{ text, audience: 'public', incoming: '', isFirstAnswer: false, facts: [], settled: true, privateWays: [] },
        ...{ customer: {}, brand: { name: 'Fleurs du Port', account: 'fleurs' }, recentReplies: [] },
        charter: { ...NO_CHARTER, reservedWords: [{ words, severity: 'warn' }] },
      }
      assert.equal(checkAgainst([reservedWords], input).length > 0, holds)
      assert.equal(touchedSubjects([{ name: words, words: [words], approvers: 1 }], [text]).length > 0, holds)
      assert.equal(holdsWords(text, words), holds)
    })
})

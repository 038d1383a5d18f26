import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typesetAll, typesetFrench } from './typeset.ts'

test('French signs keep their fine spaces, and figures stay with their unit', () => {
  assert.equal(typesetFrench('Pourquoi ?'), 'Pourquoi\u202f?')
  assert.equal(typesetFrench('« Remboursée » : rien'), '«\u202fRemboursée\u202f»\u00a0: rien')
  assert.equal(typesetFrench('il y a 2 h 18'), 'il y a 2\u00a0h\u00a018')
  assert.equal(typesetFrench('99,4 % en 15 min'), '99,4\u00a0% en 15\u00a0min')
  assert.equal(typesetFrench('3 heures'), '3 heures')
})

test('a whole dictionary is set, texts and functions alike, down to the last one', () => {
  const words = { ask: 'Quoi ?', deep: { count: (n: number) => `${n} h ?` }, hint: () => ({ title: 'Vrai ?' }) }
  const set = typesetAll(words, typesetFrench)
  assert.equal(set.ask, 'Quoi\u202f?')
  assert.equal(set.deep.count(2), '2\u00a0h\u202f?')
  assert.equal(set.hint().title, 'Vrai\u202f?')
})

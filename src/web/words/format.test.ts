import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeFormat } from './format.ts'

const fr = makeFormat('fr')
const en = makeFormat('en')
const at = (text: string) => new Date(text).getTime()
const NOON = at('2026-03-12T12:00')

test('the hour is written 14 h 02 in French and 14:02 in English', () => {
  assert.equal(fr.clock(at('2026-03-12T14:02')), '14\u00a0h\u00a002')
  assert.equal(en.clock(at('2026-03-12T14:02')), '14:02')
})

test('a moment says the day when it is not today', () => {
  assert.equal(fr.moment(at('2026-03-12T09:05'), NOON), '9\u00a0h\u00a005')
  assert.equal(fr.moment(at('2026-03-11T09:05'), NOON), 'hier, 9\u00a0h\u00a005')
  assert.equal(fr.moment(at('2026-05-01T09:05'), NOON), '1er mai, 9\u00a0h\u00a005')
  assert.equal(en.moment(at('2025-05-01T09:05'), NOON), '1 May 2025, 09:05')
})

test('a duration is said by its two largest parts', () => {
  assert.equal(fr.spell(18), '18\u00a0min')
  assert.equal(fr.spell(138), '2\u00a0h\u00a018')
  assert.equal(fr.spell(65), '1\u00a0h\u00a005')
  assert.equal(fr.spell(1_500), '1\u00a0j\u00a01\u00a0h')
  assert.equal(en.spell(1_500), '1 d 1 h')
})

test('what has just happened is just now, and what is old has its date', () => {
  assert.equal(fr.ago(NOON - 20_000, NOON), 'à l’instant')
  assert.equal(fr.ago(NOON - 24 * 60_000, NOON), 'il y a 24\u00a0min')
  assert.equal(en.ago(NOON - 24 * 60_000, NOON), '24 min ago')
  assert.equal(fr.ago(NOON - 3 * 86_400_000, NOON), '9 mars, 12\u00a0h\u00a000')
})

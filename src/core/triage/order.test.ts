import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { orderSigns } from './order.ts'

describe('the order of what is said', () => {
  test('good words before a « but » and bad ones after it: both are told, and which came last', () => {
    const signs = orderSigns([
      { name: 'glad', at: 0 },
      { name: 'but', at: 3 },
      { name: 'sorry', at: 4 },
      { name: 'sorry', at: 6 },
    ])
    for (const sign of ['before glad', 'after sorry', 'first glad', 'last sorry', 'again sorry', 'balance -1'])
      assert.ok(signs.includes(sign), sign)
    assert.ok(!signs.includes('often sorry'))
  })

  test('what is said five times is said often, no more', () => {
    const signs = orderSigns(Array.from({ length: 5 }, (_, at) => ({ name: 'glad', at })))
    assert.deepEqual(signs, ['again glad', 'often glad', 'balance 3', 'first glad', 'last glad'])
  })

  test('nothing said leaves an even balance', () => {
    assert.deepEqual(orderSigns([]), ['balance 0'])
  })
})

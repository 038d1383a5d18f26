import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filterKey, filterOf, readInboxSearch } from './filter.ts'

test('an address gives back the filter and the open case', () => {
  const search = readInboxSearch({ queue: 'snoozed', owner: 'me', late: 'true', q: 'fané', case: 'c1' })
  assert.deepEqual(search, { queue: 'snoozed', owner: 'me', late: 'true', q: 'fané', case: 'c1' })
  assert.deepEqual(filterOf(search), { queue: 'snoozed', owner: 'me', late: 'true', q: 'fané' })
})

test('what an address should not say is left out, never an error', () => {
  assert.deepEqual(readInboxSearch({ queue: 'nowhere', owner: {}, late: 'maybe', audience: 3, q: '   ', x: 1 }), {})
  assert.deepEqual(readInboxSearch({ queue: 'owed' }), {})
  assert.equal(readInboxSearch({ q: 'a'.repeat(900) }).q?.length, 200)
  assert.equal(readInboxSearch({ q: 412 }).q, '412')
})

test('the same filter written in another order is the same filter', () => {
  assert.equal(filterKey({ owner: 'me', late: 'true' }), filterKey({ late: 'true', owner: 'me' }))
})

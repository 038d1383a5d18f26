import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeNewId } from './new-id.ts'

test('an id is a version 7 UUID that carries its moment and sorts by it', () => {
  let now = Date.UTC(2026, 10, 21, 23, 0)
  const newId = makeNewId(() => now)
  const first = newId()
  now += 1
  const second = newId()
  assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.ok(first < second)
  assert.equal(Number.parseInt(first.replace('-', '').slice(0, 12), 16), now - 1)
})

test('ten thousand ids of the same millisecond differ, and come in the order in which they were made', () => {
  const newId = makeNewId(() => 1_700_000_000_000)
  const made = Array.from({ length: 10_000 }, newId)
  assert.equal(new Set(made).size, 10_000)
  assert.deepEqual(made.toSorted(), made)
})

test('a clock that is put back does not put new rows before old ones', () => {
  let now = 1_700_000_000_000
  const newId = makeNewId(() => now)
  const before = newId()
  now -= 60_000
  assert.ok(before < newId())
})

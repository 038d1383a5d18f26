import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalEvent, canonicalJson } from './canonical.ts'

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, shuffled(one)]),
  )
}

test('a value is one text, whatever the order in which its keys were stored', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal(canonicalJson(shuffled(value)), canonicalJson(value))
      assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('two different events are two different texts', () => {
  const event = {
    ...{ id: '7', workspaceId: 'w', at: '1', name: 'note.added', memberId: 'a', accountId: null },
    ...{ caseId: null, conversationId: null, data: { a: [1, { b: 'c' }] } },
  }
  const one = canonicalEvent(event)
  for (const change of [{ name: 'note.add' }, { memberId: null }, { accountId: 'a', memberId: null }, { at: '2' }])
    assert.notEqual(canonicalEvent({ ...event, ...change }), one)
  assert.notEqual(canonicalEvent({ ...event, data: { a: [1, { b: 'd' }] } }), one)
})

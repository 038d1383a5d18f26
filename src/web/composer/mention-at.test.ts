import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentionAt } from './mention-at.ts'

test('a name is being written after @, at the start or after a space', () => {
  assert.deepEqual(mentionAt('@Jul', 4), { from: 1, typed: 'Jul' })
  assert.deepEqual(mentionAt('voir @Aïc suite', 9), { from: 6, typed: 'Aïc' })
})

test('an address is not a name, and neither is a word already finished', () => {
  assert.equal(mentionAt('aicha@fleurs', 12), null)
  assert.equal(mentionAt('@Julien merci', 13), null)
})

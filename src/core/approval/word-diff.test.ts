import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diffWords } from './word-diff.ts'

const side = (before: string, after: string, left: 'removed' | 'added'): string =>
  diffWords(before, after)
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map(({ text }) => text)
    .join('')

test('an approver’s change is shown word by word', () => {
  assert.deepEqual(diffWords('Nous vous remboursons demain.', 'Nous vous rappelons demain.'), [
    { kind: 'same', text: 'Nous vous ' },
    { kind: 'removed', text: 'remboursons' },
    { kind: 'added', text: 'rappelons' },
    { kind: 'same', text: ' demain.' },
  ])
  assert.deepEqual(diffWords('Merci', 'Merci'), [{ kind: 'same', text: 'Merci' }])
  assert.deepEqual(diffWords('', 'Merci'), [{ kind: 'added', text: 'Merci' }])
  assert.deepEqual(diffWords('', ''), [])
})

test('both texts can be read back from what is shown, to the last space', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '\n', '.', '’', '👍🏽', '\ud800', '\u0301') })
  fc.assert(
    fc.property(words, words, (before, after) => {
      assert.equal(side(before, after, 'removed'), before)
      assert.equal(side(before, after, 'added'), after)
    }),
  )
})

test('a draft of ten thousand characters that was wholly rewritten is compared all the same', () => {
  const [before, after] = ['un mot '.repeat(1_500), 'autre chose '.repeat(900)]
  assert.equal(side(before, after, 'removed'), before)
  assert.equal(side(before, after, 'added'), after)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stretchesOf } from './stretches.ts'

test('the words of a finding are underlined, and the worst one wins where several meet', () => {
  const stretches = stretchesOf('vous êtes remboursée', [
    { start: 5, end: 20, severity: 'warn' },
    { start: 10, end: 20, severity: 'block' },
  ])
  assert.deepEqual(
    stretches.map(({ text, severity }) => [text, severity]),
    [
      ['vous ', null],
      ['êtes ', 'warn'],
      ['remboursée', 'block'],
    ],
  )
})

test('whatever the findings, the mirror holds the same words as the box', () => {
  const finding = fc.record({
    start: fc.nat(60),
    end: fc.nat(60),
    severity: fc.constantFrom('block' as const, 'approve' as const, 'warn' as const),
  })
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(finding), (text, findings) => {
      assert.equal(
        stretchesOf(text, findings)
          .map((s) => s.text)
          .join(''),
        text,
      )
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Mark, marksOn } from './marks.ts'

const on = (read: string, words: string): Mark => {
  const start = read.indexOf(words)
  return { start, end: start + words.length, severity: 'block' }
}
const underlined = (marks: readonly Mark[], text: string) => marks.map(({ start, end }) => text.slice(start, end))

const READ = 'Bonjour Camille, vous êtes remboursée.'

test('words typed behind what was found change nothing to its underline', () => {
  const marks = [on(READ, 'remboursée')]
  assert.equal(marksOn(marks, READ, `${READ} Bonne journée`), marks)
})

test('an underline follows its words when others are written before them', () => {
  const now = 'Bonjour chère Camille, vous êtes remboursée.'
  assert.deepEqual(underlined(marksOn([on(READ, 'remboursée')], READ, now), now), ['remboursée'])
})

test('words that were touched are underlined again when they have been read, and not before', () => {
  const marks = [on(READ, 'Camille'), on(READ, 'remboursée')]
  const now = 'Bonjour Camille, vous êtes bientôt rembourse.'
  assert.deepEqual(underlined(marksOn(marks, READ, now), now), ['Camille'])
  assert.deepEqual(marksOn([on(READ, READ)], READ, READ.replace('vous êtes', 'vous serez')), [])
})

test('whatever was changed, only words that were read are underlined', () => {
  const some = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', ' ') })
  fc.assert(
    fc.property(some, some, some, some, fc.nat(40), fc.nat(40), (head, before, after, tail, one, other) => {
      const [read, now] = [`${head}${before}${tail}`, `${head}${after}${tail}`]
      const start = Math.min(one, other, read.length)
      const end = Math.min(Math.max(one, other), read.length)
      const marks = marksOn([{ start, end, severity: 'warn' }], read, now)
      for (const text of underlined(marks, now)) assert.equal(text, read.slice(start, end))
      if (end <= head.length) assert.equal(marks.length, 1)
    }),
  )
})

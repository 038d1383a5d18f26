import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fold } from './fold.ts'
import { segment } from './segment.ts'

const sentencesOf = (text: string) => {
  const { folded } = fold(text)
  return segment(folded).map((s) => folded.slice(s.start, s.end).trim())
}
const clausesOf = (text: string) => {
  const { folded } = fold(text)
  return segment(folded).flatMap((s) => s.clauses.map((c) => folded.slice(c.start, c.end).trim()))
}

describe('cutting a draft', () => {
  test('a sentence ends with its mark, whatever space French puts before it', () => {
    assert.deepEqual(sentencesOf('Bonjour ! Où en est-on ? On regarde… Merci.'), [
      'bonjour !',
      'ou en est-on ?',
      'on regarde…',
      'merci.',
    ])
  })

  test('titles, amounts, hours and addresses of pages do not end a sentence', () => {
    assert.deepEqual(sentencesOf('M. Roux, 4.20 € à 8.30, voir fleurs.example/aide. Merci'), [
      'm. roux, 4.20 € a 8.30, voir fleurs.example/aide.',
      'merci',
    ])
  })

  test('a list of conjunctions cuts clauses, a list of nouns too', () => {
    assert.deepEqual(clausesOf('Le colis est parti, mais rien ne prouve qu’il est livré'), [
      'le colis est parti,',
      "mais rien ne prouve qu'il est livre",
    ])
  })

  test('only the clause that asks is a question', () => {
    const { folded } = fold('C’est remboursé, vous le voyez ?')
    const [sentence] = segment(folded)
    assert.deepEqual(
      sentence?.clauses.map((c) => c.question),
      [false, true],
    )
  })

  test('every letter is in exactly one sentence and one clause', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { folded } = fold(text)
        let at = 0
        for (const sentence of segment(folded)) {
          assert.equal(folded.slice(at, sentence.start).trim(), '')
          let inside = sentence.start
          for (const clause of sentence.clauses) {
            assert.equal(folded.slice(inside, clause.start).trim(), '')
            assert.ok(clause.end <= sentence.end)
            inside = clause.end
          }
          at = sentence.end
        }
        assert.equal(folded.slice(at).trim(), '')
      }),
    )
  })
})

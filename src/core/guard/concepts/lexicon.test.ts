import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { meet, readLexicon, wordsOf } from './lexicon.ts'

const lexicon = readLexicon("gift: bon d'achat | offr* un cafe | 🎁\ngift: on the house\nreview: avis | review*")
const concepts = (text: string) =>
  meet(lexicon, wordsOf(text)).map(({ concept, from, to }) => [lexicon.names[concept], from, to])

describe('the lexicon', () => {
  test('finds an expression of several words, elisions apart', () =>
    assert.deepEqual(concepts("voici un bon d'achat"), [['gift', 2, 5]]))
  test('an ending may be any', () => {
    assert.deepEqual(concepts('on vous offrira un cafe'), [['gift', 2, 5]])
    assert.deepEqual(concepts('reviews'), [['review', 0, 1]])
  })
  test('part of an expression is not the expression', () => assert.deepEqual(concepts('un bon cafe'), []))
  test('two lines of one concept are one concept, in both languages', () => {
    assert.deepEqual(lexicon.names, ['gift', 'review'])
    assert.deepEqual(concepts('dessert on the house 🎁'), [
      ['gift', 1, 4],
      ['gift', 4, 5],
    ])
  })
  test('a beginning needs three letters', () => assert.deepEqual(meet(readLexicon('all: a*'), wordsOf('avis')), []))
})

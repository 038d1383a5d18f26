import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { findAll, has, words } from './pattern.ts'
import { prefixesOf } from './prefixes.ts'

describe('turns of phrase', () => {
  const list = words("num(?:ero)? de (?:commande|dossier)|mps?|l'adresse", "(?:is|are) (?:\\w+ )?ready|'ll go")

  test('are whole words', () => {
    assert.ok(has(list, 'ton num de commande'))
    assert.ok(!has(list, 'ton num de commandement'))
    assert.ok(has(list, 'en mp'))
    assert.ok(!has(list, 'un mpx'))
    assert.ok(has(list, "we'll go"))
  })

  test('are found in order, the longest at each place', () => {
    const found = findAll(words('le colis', 'le colis est parti', 'est'), 'le colis est parti, il est loin')
    assert.deepEqual(
      found.map((m) => m.text),
      ['le colis est parti', 'est'],
    )
  })

  test('begin with what the list says they begin with', () => {
    assert.deepEqual(prefixesOf('(?:mon|ton) colis'), ['mon ', 'ton '])
    assert.deepEqual(prefixesOf('mps?'), ['mp', 'mps'])
    assert.deepEqual(prefixesOf('d(?=es)es?'), ['de', 'des'])
    assert.equal(prefixesOf('\\w+ colis'), null)
    assert.deepEqual(prefixesOf('[aeiou]b'), ['ab', 'eb', 'ib', 'ob', 'ub'])
  })

  test('are found wherever a plain expression would find them', () => {
    const sources = [
      "j'ai (?:bien )?(?:recu|note)",
      '(?:on|nous) (?:vous )?rappel\\w+',
      'a{1,2}b',
      '(?:le )?colis',
      "d(?:e|')? ?x+",
      '[ab]c?d',
    ]
    const letters = fc.constantFrom(
      ...sources
        .join('|')
        .replace(/[^a-z' ]/g, ' ')
        .split(' '),
      ' ',
      ',',
      "'",
      'aab',
      'dxx',
      'acd',
    )
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 14 }), (parts) => {
        const text = parts.join(' ')
        const list = words(...sources)
        const plain = new RegExp(`(?<![a-z0-9_])(?:${sources.join('|')})(?![a-z0-9_])`)
        assert.equal(has(list, text), plain.test(text), text)
      }),
    )
  })
})

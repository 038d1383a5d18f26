import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findTurn } from './turns.ts'

describe('a turn that a scenario listens for', () => {
  it('is found whatever the accents, the case and the apostrophes', () => {
    assert.equal(findTurn('LA CLIENTE A ETE REMBOURSEE', ['a été remboursée'], 'does-not-count'), 'a été remboursée')
    assert.equal(findTurn("ce n'est pas l'endroit", ['n’est pas l’endroit'], 'does-not-count'), 'n’est pas l’endroit')
  })

  it('is whole words, unless it ends with a star', () => {
    assert.equal(findTurn('remboursement', ['rembours'], 'counts'), null)
    assert.equal(findTurn('remboursement', ['rembours*'], 'counts'), 'rembours*')
    assert.equal(findTurn('complot', ['lot*'], 'counts'), null)
  })

  it('does not count when it is denied, hoped, asked or announced, where that is asked for', () => {
    for (const text of [
      'La cliente n’a pas été remboursée, et elle n’a pas encore été remboursée.',
      'Je vous écris dès que le réseau est rétabli.',
      'Nous vérifions si le réseau est rétabli',
      'We will tell you once it is restored.',
    ])
      assert.equal(findTurn(text, ['été remboursée', 'est rétabli', 'is restored'], 'does-not-count'), null, text)
    assert.equal(
      findTurn('Ce n’est pas vrai. Le réseau est rétabli.', ['est rétabli'], 'does-not-count'),
      'est rétabli',
    )
  })

  it('is taken for words, whatever signs it is made of', () => {
    assert.equal(findTurn('un prix (50 %) ?', ['(50 %)'], 'counts'), '(50 %)')
    assert.equal(findTurn('aaa', ['a+', '.*', '['], 'counts'), null)
  })
})

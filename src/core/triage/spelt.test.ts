import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { speltWords } from './spelt.ts'
import { cutMessage } from './tokens.ts'

describe('words as they are spelt', () => {
  test('accents, names of accounts and tags stay, and each word knows the tokens that it stands for', () => {
    const message = cutMessage("@FleursDuPort colis arrivé abîmé, c'est #honteux !!")
    const spelt = speltWords(message)
    const words = spelt.map(({ word }) => word)
    for (const word of ['@fleursduport', 'arrivé', 'abîmé', '#honteux']) assert.ok(words.includes(word), word)
    const arrived = spelt.find(({ word }) => word === 'arrivé')
    assert.equal(message.tokens[arrived?.from ?? -1]?.word, 'arrive')
    assert.equal((arrived?.to ?? 0) - (arrived?.from ?? 0), 1)
  })

  test('accents that are written apart are the same word', () => {
    const wordOf = (text: string) => speltWords(cutMessage(text)).map(({ word }) => word)
    assert.deepEqual(wordOf('arrivé'.normalize('NFD')), wordOf('arrivé'.normalize('NFC')))
  })

  test('invisible signs and look-alike letters are spelt as what they pass for, accents stay beside them', () => {
    const wordsOf = (text: string) => speltWords(cutMessage(text)).map(({ word }) => word)
    const plain = wordsOf('Remboursez ma commande, rien reçu')
    assert.deepEqual(wordsOf('Rem\u200bbour\u00adsez ma comm\u200dande, rien re\u200bçu'), plain)
    assert.deepEqual(wordsOf('Rembоursez mа cоmmande, rien reçu'), plain)
    assert.ok(plain.includes('reçu'))
  })

  test('each word knows its tokens behind what is spelt with more letters than are seen', () => {
    const message = cutMessage('Ma s\u0153ur a re\u200bc\u0327u 👩\u200d👧 un colis ABÎMÉ')
    const found = speltWords(message).map(({ word, from }) => [word, message.tokens[from]?.word])
    for (const pair of [
      ['soeur', 'soeur'],
      ['reçu', 'recu'],
      ['abîmé', 'abime'],
    ])
      assert.ok(
        found.some(([word, token]) => word === pair[0] && token === pair[1]),
        pair[0],
      )
  })
})

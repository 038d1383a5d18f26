import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { flags, intents, messageLanguages, sentiments, topics, urgentReasons } from './labels.ts'
import { readMessage } from './read-message.ts'
import { cutMessage, wordsBehind } from './tokens.ts'

const PIECES = [
  'ma commande',
  'where is my order',
  'merci',
  '@vigie',
  'https://example.org/a',
  'a@b.fr',
  '06 12 34 56 78',
  '9Q-55120-GB',
  '12 rue des Lilas',
  '👩‍👩‍👧',
  '🇫🇷',
  '😡',
  '\u200b',
  '\u202e',
  'مرحبا',
  'שלום',
  '\ud800',
  'é',
  'e\u0301\u0301\u0301',
  '\\u2019',
  '&amp;',
  '!!!!',
  '????',
  'zzzzzzzz',
  '\n',
  '𝓶𝓮𝓻𝓬𝓲',
]
const message = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
)

test('whatever is written, the labels are of the lists and likelihoods lie between 0 and 1', () => {
  fc.assert(
    fc.property(message, (text) => {
      const read = readMessage(text)
      assert.ok(messageLanguages.includes(read.language))
      assert.ok(intents.includes(read.intent.is))
      assert.ok(sentiments.includes(read.sentiment.is))
      assert.ok(topics.includes(read.topic.is))
      assert.ok(read.urgent.reasons.every((reason) => urgentReasons.includes(reason)))
      assert.ok(read.flags.every((flag) => flags.includes(flag.is)))
      const said = [read.intent, read.sentiment, read.topic, read.urgent, read.needsAnswer, read.personalDispute]
      for (const { likely, because } of [...said, ...read.flags]) {
        assert.ok(likely >= 0 && likely <= 1)
        assert.ok(because.length <= 3)
      }
      assert.equal(read.urgent.is || read.urgent.reasons.length === 0, true)
    }),
    { numRuns: 200 },
  )
})

test('words lie in the order of the text, inside it', () => {
  fc.assert(
    fc.property(message, (text) => {
      const cut = cutMessage(text)
      let before = 0
      for (const token of cut.tokens) {
        assert.ok(token.start >= before && token.end > token.start)
        before = token.end
        assert.ok(cut.source.text.includes(wordsBehind(cut, token)))
      }
    }),
    { numRuns: 200 },
  )
})

test('invisible signs and look-alike letters change nothing of what is wanted', () => {
  const plain = readMessage('Remboursez ma commande, rien recu')
  assert.equal(readMessage('Rem\u200bbour\u00adsez ma comm\u200dande, rien recu').intent.is, plain.intent.is)
  assert.equal(readMessage('Rembоursez mа cоmmande, rien reсu').intent.likely, plain.intent.likely)
})

/** So many steps for so much text: what is read of a message is bounded, whatever its length. */
test('ten thousand hostile signs are read as far as a message goes', () => {
  const hostile = [
    'a',
    '\u200b',
    '@',
    'http://',
    '1-',
    'a1-',
    'ت',
    "j'ai ",
    '!?',
    'A ',
    '👩‍👩‍👧',
    'a@',
    '.',
    'é',
    '&amp;',
  ]
  for (const piece of hostile) {
    const text = piece.repeat(Math.ceil(10_000 / piece.length))
    const { tokens } = cutMessage(text)
    assert.ok(tokens.length <= 600, piece)
    assert.ok(intents.includes(readMessage(text).intent.is), piece)
  }
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { measureLength } from './length.ts'
import { utf8Length, type WeightTable } from './length-atoms.ts'

const FAMILY = '👨‍👩‍👧‍👦'
/** A network that counts most Latin characters once and all else twice. */
const latinOnce: WeightTable = {
  ranges: [
    { from: 0, to: 4351, weight: 1 },
    { from: 8192, to: 8205, weight: 1 },
    { from: 8208, to: 8223, weight: 1 },
    { from: 8242, to: 8247, weight: 1 },
  ],
  otherWeight: 2,
  emojiWeight: 2,
}
const weigh = (text: string, more: object = {}) =>
  measureLength(text, { weighted: { limit: 280, urlWeight: 23, table: latinOnce, ...more } }).used

describe('what a reader calls characters', () => {
  test('a family is one, an accent is none', () => {
    assert.equal(measureLength(FAMILY, { graphemes: 300 }).used, 1)
    assert.equal(measureLength('e\u0301té', { graphemes: 300 }).used, 3)
    assert.equal(measureLength('Bonjour\r\nCamille', { graphemes: 300 }).used, 15)
  })

  test('the text is too long from the first character that does not fit', () => {
    assert.equal(measureLength('abc', { graphemes: 3 }).over, null)
    assert.deepEqual(measureLength('abcd', { graphemes: 3 }).over, { start: 3 })
    assert.deepEqual(measureLength(`${FAMILY}é${FAMILY}`, { graphemes: 2 }).over, { start: FAMILY.length + 1 })
  })

  test('no limit is never reached', () => {
    assert.deepEqual(measureLength('abc', {}), { used: 3, max: Infinity, unit: 'graphemes', over: null })
  })
})

describe('a network with two limits', () => {
  const limit = { graphemes: 300, bytes: 3_000 }

  test('shows characters for ordinary words', () => {
    const length = measureLength('é'.repeat(299), limit)
    assert.deepEqual(length, { used: 299, max: 300, unit: 'graphemes', over: null })
  })

  test('shows bytes when bytes run out first', () => {
    const length = measureLength(FAMILY.repeat(300), limit)
    assert.equal(length.used, 7_500)
    assert.equal(length.unit, 'bytes')
    assert.deepEqual(length.over, { start: 120 * FAMILY.length })
  })

  test('points to the first place that is too long for either', () => {
    const length = measureLength(FAMILY.repeat(200) + 'a'.repeat(200), limit)
    assert.equal(length.unit, 'bytes')
    assert.deepEqual(length.over, { start: 120 * FAMILY.length })
  })

  test('UTF-16 units are counted where the network counts those', () => {
    assert.equal(measureLength('🌷a', { characters: 10 }).used, 3)
    assert.deepEqual(measureLength('🌷🌷', { characters: 3 }).over, { start: 2 })
  })
})

describe('a network that weighs', () => {
  test('French letters and quotes count once; the euro, the ellipsis, ideograms and emoji twice', () => {
    for (const once of ['é', 'œ', '«', '’', ' ']) assert.equal(weigh(once), 1, once)
    for (const twice of ['€', '…', '花', '🌷', FAMILY, '🇫🇷', '❤️', '👍🏽']) assert.equal(weigh(twice), 2, twice)
    assert.equal(weigh('e\u0301'), 1)
    assert.equal(weigh('12 #3'), 5)
  })

  test('a link counts the same whatever its length, and the sentence’s own punctuation is not of it', () => {
    assert.equal(weigh('https://fleursduport.example/livraison/suivi?commande=4417'), 23)
    assert.equal(weigh('voyez https://a.fr.'), 6 + 23 + 1)
    assert.equal(weigh('(https://a.fr/b)'), 1 + 23 + 1)
    assert.equal(weigh('https://fr.example/Rose_(fleur)'), 23)
    assert.equal(weigh('«https://a.fr»'), 25)
  })

  test('host names count as links only where the network says so', () => {
    const bare = { bareDomains: ['fr', 'com'] }
    assert.equal(weigh('fleursduport.fr'), 15)
    assert.equal(weigh('fleursduport.fr', bare), 23)
    assert.equal(weigh('www.fleursduport.fr/suivi, merci', bare), 23 + 7)
    assert.equal(weigh('demain.Merci', bare), 12)
    assert.equal(weigh('camille@fleurs.fr', bare), 17)
    assert.equal(weigh('https://a.fr/b.com', bare), 23)
  })

  test('a link that does not fit is too long from its start', () => {
    const text = `${'a'.repeat(270)} https://fleursduport.example/suivi`
    const length = measureLength(text, { weighted: { limit: 280, urlWeight: 23, table: latinOnce } })
    assert.equal(length.used, 294)
    assert.deepEqual(length.over, { start: 271 })
  })

  test('without a table a reader’s character counts once, and a mention without its host', () => {
    const fediverse = { weighted: { limit: 500, urlWeight: 23, mentionsWithoutHost: true } }
    assert.equal(measureLength('@camille@mamot.example bonjour 🌷', fediverse).used, 8 + 9 + 1)
    assert.equal(measureLength('écrivez à camille@mamot.example', fediverse).used, 31)
    assert.equal(measureLength('https://a.example/@camille@mamot.example', fediverse).used, 23)
  })
})

describe('any text at all', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary-ascii' }),
  )
  const limit = { graphemes: 12, bytes: 30, characters: 20, weighted: { limit: 15, urlWeight: 5, table: latinOnce } }

  test('cut where it is too long, it fits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { over } = measureLength(text, limit)
        if (over === null) return
        assert.ok(over.start < text.length)
        assert.equal(measureLength(text.slice(0, over.start), limit).over, null)
      }),
    )
  })

  test('is as many bytes as an encoder writes', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('\ud800', 'a\udc00b')), (text) => {
        assert.equal(utf8Length(text), new TextEncoder().encode(text).length)
        assert.equal(measureLength(text, { bytes: 1e9 }).used, new TextEncoder().encode(text).length)
      }),
    )
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fold, toOriginal } from './fold.ts'

const spanOf = (text: string, wanted: string) => {
  const source = fold(text)
  const start = source.folded.indexOf(wanted)
  assert.notEqual(start, -1, `${wanted} is not in ${source.folded}`)
  const span = toOriginal(source, start, start + wanted.length)
  return text.slice(span.start, span.end)
}

describe('reading a draft without what hides the words', () => {
  test('accents, capitals and typographic signs make no difference', () => {
    assert.equal(fold('Éléonore, l’ŒUVRE « été »…').folded, 'eleonore, l\'oeuvre " ete "…')
  })

  test('letters that only look like Latin ones are read as those', () => {
    assert.equal(fold('numérо dе соmmаndе').folded, 'numero de commande')
    assert.equal(fold('ｎｕｍéｒｏ 𝐝𝐞 𝒄𝒐𝒎𝒎𝒂𝒏𝒅𝒆').folded, 'numero de commande')
    assert.equal(fold('🅰🅱 🇫🇷 Ⓒ').folded, 'ab fr c')
  })

  test('digits in key caps are digits', () => {
    assert.equal(fold('0️⃣6️⃣').folded, '06')
  })

  test('invisible letters neither hide a word nor cut the span that shows it', () => {
    const hidden = 'ton nu\u200bmé\u00adro de com\u2060mande ?'
    assert.equal(fold(hidden).folded, 'ton numero de commande ?')
    assert.equal(spanOf(hidden, 'numero'), 'nu\u200bmé\u00adro')
  })

  test('an accent typed apart stays with its letter', () => {
    assert.equal(spanOf('rembourse\u0301e hier', 'remboursee'), 'rembourse\u0301e')
  })

  test('a letter that reads as two keeps one place', () => {
    assert.equal(spanOf('cœur', 'oe'), 'œ')
    assert.equal(spanOf('cœur', 'o'), 'œ')
  })

  test('every span of the reading is a span of the text, on code point boundaries', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 80 })
    fc.assert(
      fc.property(anything, fc.nat(400), fc.nat(400), (text, a, b) => {
        const source = fold(text)
        assert.equal(source.folded.length, source.plain.length)
        assert.equal(source.origin.length, source.folded.length + 1)
        const start = Math.min(a, source.folded.length)
        const end = Math.min(start + b, source.folded.length)
        const span = toOriginal(source, start, end)
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length)
        for (const at of [span.start, span.end]) {
          const insidePair =
            at > 0 &&
            at < text.length &&
            /[\ud800-\udbff]/.test(text.charAt(at - 1)) &&
            /[\udc00-\udfff]/.test(text.charAt(at))
          assert.ok(!insidePair, 'a span cuts a character in two')
        }
      }),
    )
  })
})

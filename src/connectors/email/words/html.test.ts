import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { htmlToText } from './html-to-text.ts'
import { stripHtml } from './strip-html.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 300)

describe('the words of a page', () => {
  const cases: [string, string][] = [
    ['<p>Bonjour,</p><p>mon bouquet&nbsp;est fan&eacute;.</p>', 'Bonjour,\n\nmon bouquet est fané.'],
    ['<div>un</div><div>deux</div>', 'un\ndeux'],
    ['un<br>deux<br/>trois', 'un\ndeux\ntrois'],
    ['<ul><li>roses</li><li>tulipes</li></ul>', '• roses\n• tulipes'],
    ['<a href="https://a.test/x">voir</a>', 'voir (https://a.test/x)'],
    ['<a href="https://a.test/x">https://a.test/x</a>', 'https://a.test/x'],
    ['<a href="javascript:alert(1)">ici</a>', 'ici'],
    ['<style>p{}</style><script>alert("<p>")</script>Bonjour<!-- <p>caché</p> -->', 'Bonjour'],
    [
      '<p>Oui.</p><blockquote>Et alors ?<blockquote>Bonjour</blockquote></blockquote>',
      'Oui.\n\n> Et alors ?\n>\n>> Bonjour',
    ],
    ['a < b &amp;&amp; c > d', 'a < b && c > d'],
    ['&#8364; &#x20AC; &inconnu; &#0; &#xD800;', '€ € &inconnu; \ufffd \ufffd'],
    ['<img alt="Un bouquet" src=x>', 'Un bouquet'],
    ['<p title="a > b">un</p>', 'un'],
    ['<p', ''],
    ['', ''],
  ]
  for (const [html, text] of cases) {
    it(`of « ${html.slice(0, 60)} »`, () => assert.equal(htmlToText(html).replaceAll('\u00a0', ' '), text))
  }
})

/** What a browser would run or fetch by itself. */
const ACTIVE =
  /<(?:script|iframe|object|embed|meta|base|link|form|svg|math|template)\b|[\s/"']on[a-z]+\s*=|javascript:/i

describe('a page without what could act', () => {
  const wicked = [
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//voleur.test></SCRIPT>',
    '<scr<script>ipt>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="x"onerror="alert(1)">',
    '<img/onerror="alert(1)"src=x>',
    '<body onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    '<a href="java\tscript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<svg><script>alert(1)</script></svg>',
    '<math><mi xlink:href="javascript:alert(1)">',
    '<meta http-equiv=refresh content="0;url=//voleur.test">',
    '<base href=//voleur.test>',
    '<form action=//voleur.test><input name=x></form>',
    '<template><img src=x onerror=alert(1)></template>',
    '<!--><script>alert(1)</script>-->',
    '<style><img src=x onerror=alert(1)></style>',
    '<title><script>alert(1)</script></title>',
  ]
  for (const html of wicked) {
    it(`of « ${html.slice(0, 50)} »`, () => assert.doesNotMatch(stripHtml(`avant ${html} après`), ACTIVE))
  }

  it('keeps its words and its look', () => {
    const html = '<p style="color:red">Bonjour <b>vous</b>, <a href="https://a.test">voir</a><img src="cid:1"></p>'
    assert.equal(stripHtml(html), html)
  })

  it('is made from anything, and cannot be made again into something else', () => {
    const piece = fc.constantFrom(
      ...wicked,
      '<p>',
      '</p>',
      '<',
      '>',
      '"',
      "'",
      '=',
      'mot',
      '<!--',
      '-->',
      '&lt;',
      '\0',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const stripped = stripHtml(pieces.join(''))
        assert.doesNotMatch(stripped, /<(?:script|iframe|object|embed|meta|base|form|svg|math)\b/i)
        htmlToText(pieces.join(''))
      }),
      { numRuns: RUNS },
    )
  })
})

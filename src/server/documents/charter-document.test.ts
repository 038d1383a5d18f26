import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charterDocument, type SignedCharter } from '#core/charter/document.ts'
import { starterCharter } from '#core/charter/starter.ts'
import { charterPage, charterPagePolicy } from './charter-page.ts'
import { charterPdf } from './charter-pdf.ts'
import { printable, runsOf } from './printable.ts'

const now = Date.UTC(2026, 2, 2, 9)
const day = [{ from: '09:00', to: '18:00' }]
const starter = starterCharter('fr', {
  name: 'Fleurs du Port',
  week: [day, day, day, day, day, [], []],
  networks: [
    { connector: 'pigeon', expectedPerWeek: 40, firstReplyMinutes: 120, nextReplyMinutes: 240, calendar: 'business' },
  ],
  ownHosts: ['fleursduport.example'],
  otherBrands: [],
})
const names = { network: () => 'Pigeon', account: (id: string) => id }
const signed: SignedCharter = {
  number: 3,
  charter: starter,
  inForceAt: now,
  replaced: false,
  off: [{ rule: 'G6', name: 'Sarah Duval', at: Date.UTC(2026, 2, 5), reason: 'Nos <blagues> maison' }],
  approvals: [
    { side: 'brand', name: 'Sarah Duval', at: now },
    { side: 'agency', name: 'Aïcha Morel', at: now },
  ],
}
const around = { brand: 'Fleurs du Port', names, now, timeZone: 'Europe/Paris' }

test('the page names the version, its signatures and every clause, in both languages', () => {
  const fr = charterPage(charterDocument(signed, { ...around, language: 'fr' }))
  for (const said of [
    'Charte de réponse de Fleurs du Port',
    'Version 3',
    'En vigueur depuis le 2 mars 2026',
    'Aïcha Morel',
  ])
    assert.ok(fr.includes(said), said)
  assert.match(fr, /Règle G6 éteinte par Sarah Duval depuis le 5 mars 2026\s: Nos &#60;blagues&#62; maison/)
  const en = charterPage(charterDocument(signed, { ...around, language: 'en' }))
  for (const said of ['Fleurs du Port: charter of answers', 'In force since 2 March 2026', 'rule G1'])
    assert.ok(en.includes(said), said)
  assert.match(charterPagePolicy, /default-src 'none'; style-src 'sha256-/)
})

test('words that try to be markup stay words', () => {
  const hostile = { ...signed, charter: { ...starter, mission: '<script>alert("x")</script> & co' } }
  const page = charterPage(charterDocument(hostile, { ...around, language: 'fr' }))
  assert.ok(!page.includes('<script'))
  assert.ok(page.includes('&#60;script&#62;'))
})

test('the PDF carries its own fonts, its language, and as many pages as it needs', async () => {
  const long = { ...starter, mission: 'Œuvrer à Łódź, à l’été, pour 50 €. '.repeat(120) }
  const pdf = await charterPdf(
    charterDocument({ ...signed, charter: long }, { ...around, language: 'fr' }),
    new Date(now),
  )
  const raw = pdf.toString('latin1')
  assert.match(raw, /^%PDF-1\.\d/)
  assert.ok((raw.match(/\/Type \/Page\b/g) ?? []).length >= 4)
  assert.match(raw, /\/FontFile2|\/FontFile3/)
  assert.match(raw, /\/Lang \(fr\)/)
  assert.ok(pdf.length < 200_000, `${pdf.length} bytes`)
})

test('letters go to the font file that holds them, and what no font holds is marked', () => {
  assert.deepEqual(runsOf('à Łódź'), [
    { text: 'à ', subset: 'latin' },
    { text: 'Ł', subset: 'latin-ext' },
    { text: 'ód', subset: 'latin' },
    { text: 'ź', subset: 'latin-ext' },
  ])
  assert.equal(printable('«\u202fŒuvre\u202f» 日'), '«\u00a0Œuvre\u00a0» ¿')
  assert.deepEqual(runsOf(''), [{ text: ' ', subset: 'latin' }])
})

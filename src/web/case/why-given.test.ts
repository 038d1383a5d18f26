import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Because } from '#core/routing/choose-owner.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { en as fileEn } from './file-words-en.ts'
import { fr as fileFr } from './file-words-fr.ts'
import { whyGiven } from './why-given.ts'

const names: Readonly<Record<string, string>> = { lea: 'Léa', sarah: 'Sarah' }
const nameOf = (id: unknown) => names[String(id)] ?? '?'
const say = (because: Because, language: 'fr' | 'en' = 'fr') => {
  const data = { ownerId: 'lea', because }
  return language === 'fr'
    ? whyGiven(fr, fileFr.given, data, nameOf, () => '12 juin')
    : whyGiven(en, fileEn.given, data, nameOf, () => '12 June')
}
const billing = { kind: 'skill', skill: 'facturation' } as const

test('a case says to whom it was given and all that decided it', () => {
  const because: Because = {
    ...{ kind: 'least-open', open: 3, among: 2, speaks: 'en' },
    rule: { to: billing, word: 'facture', met: true },
  }
  assert.equal(
    say(because),
    'Dossier confié à Léa, qui avait le moins de dossiers ouverts (3) : parle anglais, connaît « facturation », le client parle de « facture »',
  )
  assert.equal(
    say(because, 'en'),
    'Case given to Léa, who had the fewest open cases (3): speaks English, knows “facturation”, the customer speaks of “facture”',
  )
})

test('a rule that named somebody is said, and one that was missed too', () => {
  const to = { kind: 'member', memberId: 'sarah' } as const
  assert.equal(
    say({ kind: 'named', forId: 'sarah', rule: { to, word: null, met: true } }),
    'Dossier confié à Léa, à la place de Sarah, qu’une règle désigne',
  )
  assert.equal(
    say({ kind: 'knows-them', lastAt: 0, rule: { to, word: 'journaliste', met: false } }),
    'Dossier confié à Léa, qui avait répondu à cette personne le 12 juin : Sarah, qu’une règle désigne, n’est pas libre, le client parle de « journaliste »',
  )
  assert.equal(
    say({ kind: 'least-open', open: 0, among: 1, rule: { to: billing, word: null, met: false } }),
    'Dossier confié à Léa, qui avait le moins de dossiers ouverts (0) : personne de libre ne connaît « facturation »',
  )
  assert.equal(whyGiven(fr, fileFr.given, { ownerId: 'lea' }, nameOf, String), null, 'a member gave it')
})

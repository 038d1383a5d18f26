import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findNewWords } from './new-words.ts'

const lines = (...all: string[]): string => all.join('\n')

describe('what a customer has just written', () => {
  const cases: [string, string, string][] = [
    [
      'Gmail, on one line',
      lines('Non.', '', 'Le 2 mars 2026 à 10:04, X <x@y.test> a écrit :', '> Bonjour', '> vous'),
      'Non.',
    ],
    [
      'Apple Mail',
      lines('Merci !', '', 'On 2 Mar 2026, at 10:04, X <x@y.test> wrote:', '', 'Bonjour, où ?'),
      'Merci !',
    ],
    [
      'Outlook',
      lines(
        'Oui',
        '',
        '________________________________',
        'De : X <x@y.test>',
        'Envoyé : lundi 2 mars 2026',
        'À : Camille',
        'Objet : RE: Bouquet',
        '',
        'Bonjour',
      ),
      'Oui',
    ],
    ['an older Outlook', lines('Oui', '', '-----Message d’origine-----', 'De : X'), 'Oui'],
    ['quoted lines and nothing above them', lines('> Bonjour', '> vous'), '> Bonjour\n> vous'],
    [
      'answers between the lines',
      lines('> Quel numéro ?', 'Le 4412.', '> Quelle rue ?', 'Rue Kervégan.'),
      lines('> Quel numéro ?', 'Le 4412.', '> Quelle rue ?', 'Rue Kervégan.'),
    ],
    ['a signature', lines('Bonjour', '', '-- ', 'Camille Roux', '06 00 00 00 00'), 'Bonjour'],
    ['a telephone', lines('Bonjour', '', 'Envoyé de mon iPhone'), 'Bonjour'],
  ]
  for (const [program, text, words] of cases) {
    it(`is told from the history below it: ${program}`, () => assert.equal(findNewWords(text, true), words))
  }

  it('is told from an attribution that breaks over two lines', () => {
    const text = lines(
      'Non.',
      '',
      'Le lun. 2 mars 2026 à 10:04, Fleurs du Port <contact@fleursduport.test>',
      'a écrit :',
      '',
      '> Bonjour',
    )
    assert.equal(findNewWords(text, true), 'Non.')
  })

  it('is everything in a mail that answers nothing', () => {
    const text = lines('Votre collègue Aïcha a écrit :', '> passez demain', '')
    assert.equal(findNewWords(text, false), text.trim())
  })

  it('is never nothing', () => {
    const text = lines('Le 2 mars 2026 à 10:04, X a écrit :', '> Bonjour')
    assert.equal(findNewWords(text, true), text)
    assert.equal(findNewWords('', true), '')
  })
})

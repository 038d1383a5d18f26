import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, whyHastened } from './reading-line.ts'
import { en } from './reading-words-en.ts'
import { fr } from './reading-words-fr.ts'

test('one line says what a message is and why it cannot wait, in both languages', () => {
  const said = { intent: 'complaint', urgent: true, reasons: ['vulnerable-person', 'unanswered'] } as const
  assert.equal(lineOf(fr, { ...said, reasons: ['vulnerable-person'] }), 'Réclamation, urgent : personne vulnérable')
  assert.equal(lineOf(en, said), 'Complaint, urgent: vulnerable person, asked again without an answer')
  assert.equal(lineOf(fr, { ...said, reasons: [] }), 'Réclamation, urgent')
  assert.equal(lineOf(en, { intent: 'thanks', urgent: false, reasons: [] }), 'Thanks')
})

test('a shortened promise says the desk’s reasons; of a member’s word, and of unknown reasons, the plain sentence stands', () => {
  const sentence = 'Vigie a lu le message comme urgent (fraude en cours) : la réponse est due plus tôt'
  assert.equal(whyHastened(fr, null, { reasons: ['fraud', 'of-tomorrow'] }), sentence)
  assert.equal(whyHastened(fr, 'Aïcha', { reasons: ['fraud'] }), null)
  assert.equal(whyHastened(fr, null, { reasons: 'fraud' }), null)
})

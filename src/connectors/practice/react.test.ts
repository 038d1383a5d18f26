import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findPerson } from './people.ts'
import type { Townsperson } from './person.ts'
import { type Answered, decideReaction } from './react.ts'

const person = (id: string): Townsperson => findPerson(id) ?? assert.fail(id)
const camille = person('town-camille-roux')

const react = (text: string, more: Partial<Answered> = {}) =>
  decideReaction({
    person: camille,
    kind: 'dispute',
    audience: 'public',
    text,
    answers: 1,
    toldToOthers: [],
    roll: () => 0.5,
    ...more,
  })
const situationAfter = (text: string, more: Partial<Answered> = {}) => react(text, more).situation

describe('somebody with a dispute, answered in public', () => {
  it('goes on in private when invited to', () => {
    const reaction = react(
      'Bonjour Camille, je suis désolée. Écrivez-nous en message privé, je regarde tout de suite. Aïcha',
    )
    assert.deepEqual(reaction, { situation: 'private-accepted', next: 'moved', inPrivate: 'private-opening' })
  })

  it('stays in public all the same, for some', () => {
    assert.equal(
      situationAfter('Bonjour, écrivez-nous en message privé.', { person: person('town-th-vasseur') }),
      'private-refused',
    )
  })

  it('is indignant when asked for personal data, or gives it away to everybody', () => {
    const asked = 'Bonjour, quel est votre numéro de téléphone ?'
    assert.equal(situationAfter(asked), 'data-refused')
    assert.equal(situationAfter(asked, { person: person('town-maryvonne29') }), 'data-given')
    assert.equal(situationAfter(asked, { person: person('town-maryvonne29'), roll: () => 0.9 }), 'data-refused')
  })

  it('knows when what it is told is not so', () => {
    assert.equal(situationAfter('Bonjour, vous avez bien été remboursée.'), 'false-claim')
    assert.equal(situationAfter('Bonjour, vous avez bien été remboursée.', { answers: 2 }), 'settled')
    assert.equal(
      situationAfter('Bonjour, vous avez bien été remboursée.', { answers: 2, roll: () => 0.9 }),
      'false-claim',
    )
  })

  it('is hurt by what is rude, ready-made, accusing or in another language', () => {
    assert.equal(situationAfter('Bonjour, calmez-vous, nous sommes là.'), 'insulted')
    assert.equal(situationAfter('Bonjour, vous auriez dû vérifier votre adresse.'), 'blamed')
    assert.equal(situationAfter('Nous accusons réception de votre demande.'), 'canned')
    assert.equal(situationAfter('Hello, we are sorry for this and will help you.'), 'wrong-language')
  })

  it('calms down when somebody is sorry and looks into it, and wants more than words', () => {
    assert.equal(situationAfter('Bonjour Camille, je suis vraiment désolée pour ce retard.'), 'calmed')
    assert.equal(situationAfter('Bonjour.'), 'vague')
    assert.equal(situationAfter('Bonjour, voici un bon d’achat.'), 'gesture')
    assert.equal(situationAfter('Votre rosier part ce soir à 18h avec Paul.', { answers: 3 }), 'settled')
  })
})

describe('somebody else', () => {
  it('who asked a question thanks, or asks one more', () => {
    const answer = 'Oui, de 9h à 13h, à dimanche !'
    assert.equal(situationAfter(answer, { kind: 'question' }), 'thanked')
    assert.equal(situationAfter(answer, { kind: 'question', roll: () => 0.1 }), 'asks-further')
    assert.equal(situationAfter('Bonjour !', { kind: 'question' }), 'vague')
  })

  it('who praised is pleased to be thanked, and may leave it at that', () => {
    assert.equal(situationAfter('Merci à vous !', { kind: 'praise' }), 'pleased')
    assert.deepEqual(react('Bonjour', { kind: 'praise', roll: () => 0.9 }), { situation: 'silence', next: 'settled' })
    assert.equal(situationAfter('Merci, on y pense !', { kind: 'idea' }), 'pleased')
  })

  it('who teases gives in to good humour, and feeds on anger', () => {
    assert.equal(situationAfter('Patate 🥔', { kind: 'troll' }), 'troll-deflates')
    assert.equal(situationAfter('Patate 🥔', { kind: 'troll', roll: () => 0.9 }), 'troll-again')
    assert.equal(situationAfter('Vous êtes ridicule.', { kind: 'troll' }), 'insulted')
  })

  it('who writes for a paper wants somebody to call', () => {
    assert.equal(
      situationAfter('Bonjour, écrivez à presse@example.org, Sarah vous répond.', { kind: 'press' }),
      'press-thanks',
    )
    assert.equal(situationAfter('Bonjour, nous regardons cela.', { kind: 'press' }), 'press-insists')
  })
})

describe('in private, somebody', () => {
  const privately = (text: string, more: Partial<Answered> = {}) => react(text, { audience: 'private', ...more })

  it('gives what is asked for', () => {
    assert.equal(privately('Pouvez-vous me donner votre numéro de commande ?').situation, 'private-data-given')
  })

  it('asks what comes next, and is content once it is done', () => {
    assert.equal(privately('Bonjour, nous regardons cela.').situation, 'private-explains')
    const done = 'C’est réglé, le virement est parti ce matin.'
    assert.deepEqual(privately(done, { answers: 2 }), { situation: 'private-settled', next: 'settled' })
    assert.equal(privately(done, { answers: 2, roll: () => 0.1 }).afterwards, 'thanks-in-public')
    assert.equal(privately(done).situation, 'false-claim')
    assert.equal(privately('Voici la facture demandée.', { kind: 'question' }).situation, 'private-settled')
  })

  it('leaves it at that after a while, whatever is said', () => {
    assert.deepEqual(privately('Calmez-vous.', { answers: 6 }), { situation: 'silence', next: 'settled' })
  })
})

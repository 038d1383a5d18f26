import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type MessageReading, readMessage } from './read-message.ts'

const flagsOf = (reading: MessageReading) => reading.flags.map((flag) => flag.is)

describe('what a message is', () => {
  const wanted: readonly (readonly [string, string, string, string])[] = [
    ['Mon bouquet n’est jamais arrivé et personne ne répond, c’est honteux', 'fr', 'complaint', 'negative'],
    ['Bonjour, à quelle heure ouvre la boutique demain ?', 'fr', 'question', 'neutral'],
    ['Vos bouquets sont magnifiques, toujours un plaisir', 'fr', 'praise', 'positive'],
    ['Merci beaucoup pour votre aide, tout est réglé', 'fr', 'thanks', 'positive'],
    ['My parcel never arrived and nobody answers, this is a disgrace', 'en', 'complaint', 'negative'],
    ['What time do you open tomorrow?', 'en', 'question', 'neutral'],
    ['Your bouquets are gorgeous, best florist in town', 'en', 'praise', 'positive'],
    ['Thanks so much for your help, all sorted', 'en', 'thanks', 'positive'],
    ['It would be great if you could add a dark mode to the app', 'en', 'suggestion', 'neutral'],
    ['Gagne de l’argent depuis chez toi, clique sur le lien dans ma bio', 'fr', 'spam', 'neutral'],
  ]
  for (const [text, language, intent, sentiment] of wanted)
    test(text, () => {
      const read = readMessage(text)
      assert.deepEqual([read.language, read.intent.is, read.sentiment.is], [language, intent, sentiment])
    })
})

describe('what cannot wait', () => {
  test('danger to a person is urgent, and says why', () => {
    const read = readMessage('Votre lampe a pris feu cette nuit, mon fils est brûlé à la main')
    assert.equal(read.urgent.is, true)
    assert.ok(read.urgent.reasons.includes('safety'))
    assert.ok(flagsOf(read).includes('safety'))
  })

  test('a service that is down, with somebody frail, is urgent', () => {
    const read = readMessage('No power since this morning and my mother is on oxygen at home')
    assert.equal(read.urgent.is, true)
    assert.ok(read.urgent.reasons.includes('vulnerable-person'))
  })

  test('praise is not urgent and asks for nothing', () => {
    const read = readMessage('Super accueil à la boutique, merci à toute l’équipe')
    assert.equal(read.urgent.is, false)
    assert.deepEqual(read.urgent.reasons, [])
    assert.equal(read.needsAnswer.is, false)
  })

  test('somebody whom we left without an answer twice is urgent, whatever the words', () => {
    const read = readMessage('Bonjour, à quelle heure ouvre la boutique ?', { unanswered: 2 })
    assert.equal(read.urgent.is, true)
    assert.deepEqual(read.urgent.reasons, ['unanswered'])
  })
})

describe('whose affair it is, and what an agent is warned of', () => {
  test('an order that is somebody’s own is a personal dispute; a shop’s hours are not', () => {
    assert.equal(readMessage('Ma commande n’est toujours pas arrivée, remboursez moi').personalDispute.is, true)
    assert.equal(readMessage('Le parking est ouvert le dimanche ?').personalDispute.is, false)
  })

  test('a lawyer is legal, an order number is personal data, leaving is churn', () => {
    assert.ok(flagsOf(readMessage('Sans réponse, mon avocat vous enverra une mise en demeure')).includes('legal'))
    assert.ok(
      flagsOf(readMessage('Ma commande 48213377 au nom de Camille Roux, camille.roux@example.org, rien reçu')).includes(
        'personal_data_in_text',
      ),
    )
    assert.ok(flagsOf(readMessage('I’m cancelling my subscription and going elsewhere')).includes('churn'))
  })
})

describe('how it explains itself', () => {
  test('by words of the message itself, at most three', () => {
    const text = 'My parcel never arrived and nobody answers the phone'
    const { intent, topic } = readMessage(text)
    for (const { because } of [intent, topic]) {
      assert.ok(because.length > 0 && because.length <= 3)
      for (const word of because) assert.ok(text.includes(word), word)
    }
  })

  test('the same message always reads the same', () => {
    const text = 'Colis ouvert, rien dedans, bravo 👏'
    assert.equal(JSON.stringify(readMessage(text)), JSON.stringify(readMessage(text)))
  })
})

describe('which language it is in', () => {
  const spoken: readonly (readonly [string, string])[] = [
    ['je comprends pas pk ma co saute tt le tps', 'fr'],
    ['why does it keep dropping out', 'en'],
    ['Wann macht der Laden morgen auf, bitte?', 'other'],
    ['Где мой заказ', 'other'],
  ]
  for (const [text, language] of spoken) test(text, () => assert.equal(readMessage(text).language, language))

  test('a message without words has the language of the place', () => {
    assert.equal(readMessage('👍👍', { expected: 'fr' }).language, 'fr')
    assert.equal(readMessage('👍👍').language, 'other')
  })
})

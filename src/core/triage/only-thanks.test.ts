import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOnlyThanks } from './only-thanks.ts'
import { readMessage } from './read-message.ts'

const isThanks = (text: string) => isOnlyThanks(text, readMessage(text))

test('praise and thanks alone, in both languages', () => {
  for (const text of [
    'Merci beaucoup pour le bouquet, il est magnifique !',
    'Merci pour votre réponse, tout est réglé 😊',
    'Un grand bravo à toute l’équipe, bouquet superbe et livreur adorable',
    'Thank you so much, the flowers are gorgeous!',
    'Thanks a lot for your help!',
  ])
    assert.equal(isThanks(text), true, text)
})

test('praise with a complaint, a question or a doubt stays where people in trouble are answered', () => {
  for (const text of [
    'Merci pour le bouquet, il est magnifique, mais il manque la carte',
    'Bouquet magnifique, dommage que le livreur l’ait laissé dehors',
    'Merci ! Et pour la facture, c’est à qui qu’il faut demander ?',
    'Merci beaucoup pour votre aide, toujours rien reçu',
    'Bravo, encore un colis perdu, vous êtes les meilleurs 👏',
    'Lovely flowers, thank you, but they never arrived',
    'Thanks, great job as always... still waiting since Monday',
    'Où est ma commande ?',
    'ok',
    '',
  ])
    assert.equal(isThanks(text), false, text)
})

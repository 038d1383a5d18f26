import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saysRecommends, saysThanks } from './says.ts'

test('thanks are thanks, and a polite request is none (P4)', () => {
  for (const said of [
    'Merci de nous l’avoir dit, Camille.',
    'Je vous remercie pour votre patience',
    'Thank you for telling us, Noé',
  ])
    assert.ok(saysThanks(said), said)
  for (const said of [
    'Merci de nous indiquer votre numéro.',
    'Merci de bien vouloir patienter',
    'Bonjour Camille, c’est réglé.',
  ])
    assert.ok(!saysThanks(said), said)
})

test('to recommend is to tell others to come; the contrary is not (C5)', () => {
  for (const said of [
    'Service au top après un raté, je recommande !',
    'Je vous les recommande les yeux fermés',
    'Foncez, ils sont adorables',
    'I would highly recommend them',
  ])
    assert.ok(saysRecommends(said), said)
  for (const said of [
    'Je ne recommande pas du tout',
    'Je déconseille vivement',
    'I would not recommend them',
    "I can't recommend this shop",
    'Lettre recommandée envoyée ce matin',
    'Merci, bouquet bien reçu',
  ])
    assert.ok(!saysRecommends(said), said)
})

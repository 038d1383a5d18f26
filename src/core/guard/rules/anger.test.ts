import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foundBy } from '../draft-example.ts'
import { applyEdit } from '../fixes.ts'
import { anger } from './anger.ts'

const UNKIND = [
  'Vous vous attendiez à quoi pour 20 euros ?',
  "Les fleurs meurent, Madame, c'est la vie.",
  "Apprenez à lire la notice d'entretien.",
  "Si vous n'êtes pas contente, allez ailleurs.",
  'Encore une qui croit tout savoir.',
  'Bravo, quelle perspicacité.',
  'Vous devriez essayer les fleurs en plastique.',
  'Arrêtez de pleurnicher.',
  'On a des clients sérieux qui attendent.',
  'Calmez-vous, ce ne sont que des fleurs.',
  'Et vous, vous êtes fraîche tous les matins ?',
  'Peut-être que votre vase est sale, vous y avez pensé ?',
  "Il faut mettre de l'eau, c'est un concept.",
  'Merci pour ce cours de botanique.',
  'Vous avez dû les oublier au soleil.',
  'On ne va pas en faire une thèse.',
  'Toujours les mêmes qui râlent.',
  'What did you expect for £20?',
  "Flowers die, madam, that's life.",
  'Learn to read the care card.',
  "If you're not happy, go elsewhere.",
  'Another one who knows it all.',
  'Bravo, Sherlock.',
  'You should try plastic ones.',
  'Stop whining.',
  'We have serious customers waiting.',
  "Calm down, they're only flowers.",
  'And are you fresh every morning?',
  'Maybe your vase is dirty, had you thought of that?',
  "You have to add water, it's a concept.",
  'Thanks for the botany lesson.',
  'You must have left them in the sun.',
  "Let's not write a thesis about it.",
  'Strange, nobody else ever complains.',
  "It's always the same people moaning.",
]

const COURTEOUS = [
  "Nous sommes sincèrement désolés, ce n'est pas ce que nous voulons offrir.",
  "Vous avez raison d'être en colère.",
  "Merci de nous l'avoir signalé, nous allons en parler à l'atelier.",
  "Ce bouquet n'aurait jamais dû partir dans cet état.",
  'Les roses ont souffert de la chaleur samedi, nous aurions dû les garder au frais.',
  "Nous refusons les remboursements après sept jours, comme l'indiquent nos conditions.",
  'Malheureusement nous ne pouvons pas vous donner raison sur ce point.',
  "Je comprends, et je vous propose d'en parler de vive voix.",
  'Pouvez-vous nous dire quand il est arrivé ?',
  'Merci de rester courtois, nous voulons vous aider.',
  'Quelle déception, on imagine.',
  "We're truly sorry, that's not what we want to send.",
  "You're right to be cross.",
  "Thanks for telling us, we'll raise it with the workshop.",
  'That bouquet should never have left us like that.',
  "The roses suffered in Saturday's heat and we should have kept them cool.",
  "We don't refund after seven days, as the terms say.",
  "Unfortunately we can't agree with you on this one.",
  "I understand, and I'd like to talk it through.",
  'When did they arrive?',
  'Please keep it civil, we do want to help.',
  'Gutting, and we can only imagine.',
]

const complaint = { incoming: 'bouquet arrivé fané, une honte' }
const praise = { incoming: 'vos bouquets sont sublimes, bravo' }

describe('anger, irony and condescension (G3)', () => {
  for (const text of UNKIND)
    test(`fires: ${text}`, () => {
      assert.notDeepEqual(foundBy(anger, text, complaint), [])
    })
  for (const text of COURTEOUS)
    test(`passes: ${text}`, () => {
      assert.deepEqual(foundBy(anger, text, complaint), [])
    })

  test('praise is praise to somebody happy, and irony to somebody who complains', () => {
    assert.deepEqual(foundBy(anger, 'Bravo pour la photo !', praise), [])
    assert.equal(foundBy(anger, 'Bravo pour la photo !', complaint).length, 1)
  })

  test('the customer’s harsh word may be owned, quoted or declined', () => {
    assert.deepEqual(
      foundBy(anger, '« Menteurs », le mot est dur. Un message privé et on vous explique tout.', complaint),
      [],
    )
    assert.deepEqual(foundBy(anger, 'Sans les insultes, nous vous écoutons, en privé si vous voulez.', complaint), [])
    assert.deepEqual(foundBy(anger, 'On a été idiots sur ce coup, pardon.', complaint), [])
  })

  test('insults and threats stop the words, irony asks for a second look', () => {
    assert.equal(foundBy(anger, 'Vous êtes ridicule.', complaint)[0]?.severity, 'block')
    assert.equal(foundBy(anger, 'Nos avocats vont apprécier.', complaint)[0]?.severity, 'block')
    assert.equal(foundBy(anger, 'Quelle finesse d’analyse !', complaint)[0]?.severity, 'warn')
  })

  test('it holds in private as well', () => {
    assert.equal(foundBy(anger, 'Calmez-vous.', { ...complaint, audience: 'private' }).length, 1)
  })

  test('the courteous wording ends the finding', () => {
    for (const text of ['Bonjour. Calmez-vous un peu.', 'Hello. Calm down.']) {
      const fix = foundBy(anger, text, complaint)[0]?.fixes.find((f) => f.label === 'say-it-courteously')
      assert.ok(fix?.kind === 'edit')
      assert.deepEqual(foundBy(anger, applyEdit(text, fix.edit), complaint), [])
    }
  })
})

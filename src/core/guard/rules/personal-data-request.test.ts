import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foundBy } from '../draft-example.ts'
import { personalDataRequest } from './personal-data-request.ts'

const FIRES = [
  'Tu peux nous dire ton nom complet et ta ville ?',
  "Votre numéro d'allocataire, s'il vous plaît.",
  'Pour avancer, précisez votre e-mail.',
  'Un numéro où vous joindre ?',
  'Il manque votre n° de dossier dans votre message.',
  'Quel est le nom du titulaire ?',
  'Avez-vous un numéro de suivi ?',
  'Pouvez vous poster une photo de votre facture ?',
  'Mettez votre adresse en commentaire on vous livre demain',
  'On a besoin de savoir à quelle adresse vous habitez.',
  'Je veux bien ton 06',
  'Votre date de naissance et on vérifie',
  'Donnez nous vos identifiants',
  'Merci de préciser le code postal',
  "Envoyez ici une copie de votre pièce d'identité",
  'Vous êtes né quand ?',
  "dis-moi ton numéro d'adhérent je regarde",
  'Laissez vos coordonnées sous ce post, on vous rappelle.',
  'num client ?',
  'ton mail ?',
  'Et votre téléphone ?',
  'Comment vous appelez-vous et quel est votre numéro de contrat ?',
  'Vous pouvez répondre à ce message avec la référence de votre réservation.',
  'Il suffit de nous indiquer votre numéro de client.',
  "Serait-il possible d'avoir votre numéro de commande ?",
  "J'aurais besoin de votre IBAN",
  'peux tu me donner ta ref de commande stp',
  'Quelle est votre adresse mail ?',
  'Donnez votre nume de comande svp',
  'On peut avoir votre numero de tel ?',
  'Sous quel nom avez-vous réservé ?',
  'Rappelez-moi votre numéro de dossier.',
  'Confirmez votre adresse de livraison, merci.',
  "N'hésitez pas à nous laisser votre numéro de commande en réponse.",
  'Votre n° de sécu ?',
  'Could you confirm your full name and postcode?',
  "What's your order number?",
  'Please provide your account number so we can help.',
  "Send us your email address and we'll take a look.",
  'Can I grab your phone number?',
  'Mind sharing your booking ref?',
  "We'll need your date of birth to check.",
  'Drop your tracking number below 👇',
  'Just reply with your surname.',
  'Which email did you sign up with?',
  'Let us have your membership number.',
  'Order ID?',
  'Who is the account holder?',
  'Please post a copy of your ID in the comments.',
  'Could we have the last four digits of your card?',
  'tell me your addres pls',
  'What name is the order under?',
  'I just need your mobile number.',
  "Comment your details and we'll be in touch.",
  "Give us your log-in and we'll reset it.",
  "If you could let us know your policy number, we'll check.",
  'Can you share a screenshot of your invoice with the number visible?',
  'Your reference please!',
  "Without your order number I can't look into this.",
  'Any chance of your order number?',
  'Type your reservation code here.',
]

const PASSES = [
  'Envoyez-nous votre numéro de commande en message privé.',
  'Votre numéro de commande figure dans le mail de confirmation.',
  'Ne publiez pas votre numéro de commande.',
  'On ne demande jamais de mot de passe.',
  'Merci pour votre numéro, mais effacez-le vite.',
  'Notre numéro est le 02 40 12 34 56.',
  "Quelle version de l'application utilisez-vous ?",
  'Vous préférez le rouge ou le blanc ?',
  'Dans quelle boutique étiez-vous ?',
  'À quelle heure êtes-vous passé ?',
  'Appelez-nous avec votre numéro de contrat.',
  'Vous recevrez un mail de confirmation.',
  'Nous avons bien votre adresse, pas besoin de la redonner.',
  "Passez en boutique avec votre ticket et une pièce d'identité.",
  'Complétez le formulaire en ligne avec votre numéro de client.',
  'Connectez-vous avec votre identifiant et votre mot de passe sur le site.',
  'Vérifiez vos indésirables, le mail y est souvent.',
  "Le numéro de série se trouve sous l'appareil.",
  'Quel est le numéro du bus ?',
  "C'est quel train ?",
  'Votre nom restera confidentiel.',
  'On vous contactera par téléphone si vous nous écrivez en MP.',
  'Pensez à masquer votre adresse sur la photo.',
  "Pour changer d'adresse, c'est dans votre espace client.",
  'Un MP avec votre numéro de commande et on fonce !',
  'Écrivez-nous à sav@fleursduport.example avec votre nom.',
  'Vous avez raison, on aurait dû vous prévenir par téléphone.',
  'Quel modèle de téléphone avez-vous ?',
  "Ton message m'a fait sourire, c'est noté !",
  'Donnez-nous une seconde chance.',
  'Laissez-nous vérifier et on revient vers vous.',
  'Dites-nous tout en privé.',
  "On vous a écrit un mail hier, l'avez-vous vu ?",
  'Your order number is in the confirmation email.',
  "Please don't share your order number here.",
  "We'd never ask for your password.",
  "DM us your order number and we'll check.",
  'Which browser are you using?',
  'What colour did you order?',
  'Which store did you visit?',
  'Call us with your policy number to hand.',
  'Check your email for a link.',
  'Our number is 0117 496 0110.',
  "What's the batch code on the pack?",
  'Bring your receipt and ID to the desk.',
  'Log in with your email and password on the website.',
  'You can update your address in the app.',
  "Thanks for your email, we're on it.",
  'No need to give your name.',
  'What time did it happen?',
  'Tell us what happened, in private.',
  'Email us at help@fleursduport.example with your order number.',
  'Fill in the form with your account number.',
  "We've sent you an email.",
  'Your name stays private.',
  "What's your favourite flower?",
  "You'll find the tracking number on your receipt.",
  'Let us know how it goes!',
  'We have your details, no need to repeat them.',
  'Can you tell us more about what happened?',
  'Please blur your address in that photo.',
]

describe('asking for personal data in public (G1)', () => {
  for (const text of FIRES)
    test(`fires: ${text}`, () => {
      assert.notDeepEqual(foundBy(personalDataRequest, text), [])
    })
  for (const text of PASSES)
    test(`passes: ${text}`, () => {
      assert.deepEqual(foundBy(personalDataRequest, text), [])
    })

  test('« ici ou en privé » is asking in public, and the finding says so', () => {
    const [finding] = foundBy(
      personalDataRequest,
      'Votre numéro de dossier, en commentaire ou en MP comme vous préférez.',
    )
    assert.deepEqual(finding?.code === 'asks-personal-data' && finding.params, { what: 'order', asIfPrivate: true })
  })

  test('a public ask followed by an invitation remains a public ask', () => {
    assert.equal(
      foundBy(personalDataRequest, 'Quel est votre numéro de commande ? Venez ensuite en message privé.').length,
      1,
    )
  })

  test('what the next sentence carries to private is not asked in public', () => {
    assert.deepEqual(
      foundBy(personalDataRequest, 'Il nous faut votre numéro de commande. Envoyez-le en message privé.'),
      [],
    )
    assert.deepEqual(foundBy(personalDataRequest, 'We need your order number. Send it by DM please.'), [])
  })

  test('a hidden or misspelt ask is seen', () => {
    assert.equal(foundBy(personalDataRequest, 'Ton nu\u200bméro de соmmаnde ?').length, 1)
    assert.equal(foundBy(personalDataRequest, 'donne ton numro de comande').length, 1)
    assert.equal(foundBy(personalDataRequest, 'your ordr nunber please').length, 1)
  })

  test('the span shows the ask, no more', () => {
    const text = 'Bonjour ! Pouvez-vous nous donner votre IBAN ? Merci.'
    const [finding] = foundBy(personalDataRequest, text)
    assert.equal(finding && text.slice(finding.start, finding.end), 'donner votre IBAN')
  })

  test('in private it may be asked', () => {
    assert.deepEqual(foundBy(personalDataRequest, 'Votre numéro de commande ?', { audience: 'private' }), [])
  })
})

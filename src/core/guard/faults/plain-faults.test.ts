import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDraft } from '../check-draft.ts'
import type { CaseFact, GuardInput } from '../guard-input.ts'
import { prepareDraft } from '../reading/prepare.ts'
import { insults } from '../rules/anger.ts'
import { earlyGesture } from '../rules/early-gesture.ts'
import { reviewBargain } from '../rules/review-bargain.ts'
import { speaksAs } from '../rules/speaks-as.ts'
import { swornHour } from '../rules/sworn-hour.ts'

const FILES: readonly (readonly CaseFact[])[] = [
  [],
  [{ kind: 'owner', status: 'done', proof: 'Aïcha' }],
  [{ kind: 'refund', status: 'done', proof: 'VIR-2291' }],
  [{ kind: 'delivery', status: 'requested' }],
]
const INCOMINGS = ['', 'Toujours rien.', 'Commande passée mercredi, toujours rien…', 'Where is my refund?', 'Merci !']

const readings = (text: string) =>
  FILES.flatMap((facts) =>
    INCOMINGS.flatMap((incoming) =>
      [true, false].map((settled) => {
        const input: GuardInput = {
          ...{ text, audience: 'public', incoming, isFirstAnswer: true, facts, settled },
          ...{ privateWays: [], customer: { displayName: 'Noé Faure', handle: 'noefaure' }, recentReplies: [] },
          brand: { name: 'Fleurs du Port', account: 'fleursduport', ownAccounts: ['fleursduport'] },
        }
        return { said: `${text} after « ${incoming} », ${JSON.stringify(facts)}, settled: ${settled}`, input }
      }),
    ),
  )

const PLAIN = {
  G1: ['Donnez-nous votre numéro de téléphone ici.', 'Quelle est votre adresse e-mail ?', 'What is your order number?'],
  G2: ['Nous vous appelons au 06 12 34 56 78.', 'We have your address as noe.faure@example.org.'],
  G3: [
    'Vous êtes ridicule, arrêtez vos bêtises.',
    'Bonjour Noé, vous êtes un imbécile.',
    'You are an idiot.',
    'You’re such a moron.',
    'Vous êtes vraiment stupide.',
    'Vous êtes complètement ridicule.',
  ],
  D2x: [
    'Si vous supprimez votre avis, nous vous offrons un bouquet.',
    'Nous vous remboursons dès que vous retirez votre commentaire.',
    'If you delete your review, we will send you a voucher.',
    'We can offer a refund in exchange for removing your post.',
  ],
}

const SWORN = [
  'Votre bouquet arrivera demain avant midi, c’est promis.',
  'Vous serez remboursé vendredi, vous avez ma parole.',
  'Vous l’aurez lundi sans faute, votre colis sera chez vous.',
  'Votre colis sera chez vous demain, je vous le garantis.',
  'Your parcel will arrive tomorrow, we promise.',
  'You’ll have your money by Friday, guaranteed.',
]

test('an hour sworn to the customer waits for a second person, whatever stands around it (G9)', () => {
  for (const promise of SWORN)
    for (const { said, input } of readings(
      `Bonjour Noé, ${promise} Écrivez-nous à bonjour@fleursduport.example, je regarde cela avec vous.`,
    ))
      assert.ok(
        checkDraft(input).some((found) => found.rule === 'G9' && found.severity === 'approve'),
        said,
      )
})

test('a gift with its price, to an unhappy customer, waits for a second person until it is settled (G8)', () => {
  const text = 'Nous nous en excusons, plus un bon de 200 € pour vous.'
  for (const gift of [text, 'We are sorry: here is a £10 voucher.', 'Voici un bon d’achat de 15 €, avec nos excuses.'])
    for (const { said, input } of readings(gift)) {
      const unhappy = { ...input, incoming: 'Toujours rien reçu, c’est honteux !' }
      const held = checkDraft(unhappy).some((found) => found.rule === 'G8' && found.severity === 'approve')
      assert.equal(held, !input.settled, said)
    }
})

test('whoever asks what is offered to everybody is told, and a gift that the customer speaks of is no gesture (G8)', () => {
  for (const [incoming, text] of [
    [
      'Il y a une promo étudiant en ce moment ?',
      'Oui ! -30 % la première année avec le code CAMPUS, jusqu’à la fin du mois.',
    ],
    ['Any discount for nurses?', 'Yes: a 20% discount on everything, with your card.'],
    ['Mon bon de 10 € est refusé en caisse !', 'Un bon de 10 € gagné au jeu doit passer, je regarde.'],
  ] as const)
    for (const { said, input } of readings(text))
      assert.ok(!checkDraft({ ...input, incoming }).some(({ rule }) => rule === 'G8'), said)
})

test('« we » under another house’s name waits for a second person, under one’s own it does not (G5)', () => {
  const heldAs = (input: GuardInput, name: string) =>
    checkDraft(input).some(
      ({ code, params, severity }) => code === 'other-brand' && params.name === name && severity === 'approve',
    )
  for (const [name, text] of [
    ['Kabanéo', 'Bonjour Hervé, chez Kabanéo nous couvrons la location jusqu’à 30 nuits par an.'],
    ['NorthRail', 'DM us, your friends at NorthRail.'],
    ['Holyrood Smiles', 'Thanks from all of us at Holyrood Smiles, remember to floss!'],
  ] as const)
    for (const { said, input } of readings(text)) {
      assert.ok(heldAs(input, name), said)
      assert.ok(!heldAs({ ...input, brand: { ...input.brand, name } }, name), said)
    }
})

for (const [rule, texts] of Object.entries(PLAIN))
  test(`${rule} said in so many words is held in whatever the customer wrote, and whatever the file holds (${rule})`, () => {
    for (const text of texts)
      for (const { said, input } of readings(text))
        assert.ok(
          checkDraft(input).some((found) => found.rule === rule && found.severity === 'block'),
          said,
        )
  })

test('no list is sure of what only sounds like it: words of others, denials, refusals (G3, D2x, G9)', () => {
  for (const [sure, text] of [
    [insults, 'Non, vous n’êtes pas ridicule, et votre question est la bonne.'],
    [insults, 'Vous parlez d’« imbéciles » : nous comprenons votre colère.'],
    [reviewBargain, 'Nous ne vous offrons rien si vous retirez votre avis : il reste en ligne, et il nous est utile.'],
    [reviewBargain, 'Votre avis reste en ligne, et nous vous remboursons dès demain.'],
    [swornHour, 'Je regarde où il est et je reviens vers vous ce soir, promis.'],
    [swornHour, 'Nous ne pouvons pas vous promettre qu’il arrivera demain.'],
    [swornHour, 'Il sera repris demain sous garantie, sans rien à payer.'],
    [swornHour, 'Vous dites qu’il arrivera demain, promis : je vérifie.'],
    [swornHour, 'Votre colis arrivera demain, d’après le transporteur.'],
    [swornHour, 'We can’t promise it will arrive tomorrow.'],
    [speaksAs, 'Merci à toute l’équipe de Fleurs du Port !'],
    [speaksAs, 'Le concert a lieu avec nos amis de chez Bricoval.'],
    [earlyGesture, 'Nous ne pouvons pas vous offrir un bon de 20 €.'],
    [reviewBargain, 'If you edit your order before noon we will send it today.'],
  ] as const)
    for (const { said, input } of readings(text)) assert.deepEqual(sure.find(prepareDraft(input)), [], said)
})

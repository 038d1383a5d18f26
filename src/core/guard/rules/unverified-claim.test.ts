import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foundBy } from '../draft-example.ts'
import { applyEdit } from '../fixes.ts'
import { unverifiedClaim } from './unverified-claim.ts'

const FIRES = [
  'Le remboursement a été effectué.',
  'Vous êtes remboursée depuis lundi.',
  'On vous a renvoyé un colis ce matin.',
  "Votre commande est partie de l'entrepôt.",
  'Le problème est résolu.',
  "C'est corrigé !",
  'Nous avons transmis votre dossier au service concerné.',
  "J'ai relancé le transporteur.",
  'Le colis est en cours de livraison.',
  'La somme a été créditée sur votre carte.',
  'Votre réclamation a été traitée.',
  "Tout est rentré dans l'ordre.",
  'Notre équipe travaille dessus.',
  "Quelqu'un s'occupe de votre dossier.",
  'Le livreur est en route.',
  'Un conseiller va vous rappeler, il a déjà votre dossier en main.',
  'Votre dossier est entre les mains de Sophie.',
  'On vient de vous rembourser.',
  'Le virement est parti ce matin.',
  'Les frais ont été annulés.',
  "J'ai demandé à la compta de vous rembourser.",
  'Votre nouvelle carte a été postée hier.',
  "Bonne nouvelle : c'est livré !",
  "C'est réglé de notre côté.",
  'Ça remarche !',
  "On t'a renvoyé la bonne taille.",
  'Tu es remboursé, vérifie ton compte.',
  'La ligne a été rétablie à 14h.',
  'Un avoir de 20 € a été émis.',
  'Votre colis arrive demain matin.',
  'Le technicien est passé ce matin.',
  'Nous avons ouvert une enquête.',
  'Nous avons prévenu le magasin.',
  "L'erreur a été rectifiée.",
  'Votre plainte a bien été enregistrée.',
  'Your refund has been processed.',
  "We've sent a replacement.",
  'Your parcel is out for delivery.',
  "It's sorted.",
  "We've fixed the issue.",
  "I've escalated this to our team.",
  'Our engineers are working on it.',
  'Someone is looking into your case right now.',
  'The money is back in your account.',
  'Your order shipped yesterday.',
  'We refunded you on Monday.',
  'A new one is on its way.',
  'We have contacted the courier.',
  'Your complaint has been forwarded.',
  'The fee has been waived.',
  'All done!',
  'Your line is working again.',
  'It was delivered at 2pm.',
  'The driver is on his way.',
  "We've cancelled the charge.",
  'Your account has been unlocked.',
  'It arrives tomorrow.',
  'Our manager is dealing with it personally.',
  "We've asked the warehouse to resend it.",
  "Good news, it's fixed now.",
  'The courier has your parcel and will be there shortly.',
]

const PASSES = [
  'Nous allons vous rembourser.',
  'Le remboursement sera effectué sous 5 jours.',
  "Dès que c'est remboursé on vous prévient.",
  'Avez-vous été remboursé ?',
  "Le colis n'a pas encore été expédié.",
  'Si le colis est livré, dites-le nous.',
  'Les remboursements sont effectués sous 14 jours.',
  'Nous vérifions où en est votre colis.',
  'On regarde ça tout de suite.',
  'Vous avez annulé la commande le 3.',
  'Désolés que le colis ait été livré en retard.',
  "Je transmets votre message à l'équipe.",
  'On aurait dû vous prévenir.',
  'Le colis devait être livré lundi.',
  'Vous dites que le colis a été livré chez le voisin.',
  "Rien n'a été débité.",
  "Merci d'avoir pris le temps d'écrire.",
  "La boutique est ouverte jusqu'à 19h.",
  'Nous sommes désolés.',
  'Le magasin est fermé le lundi.',
  "On s'en occupe ensemble en privé.",
  "C'est noté, merci.",
  'Votre message nous a touchés.',
  'Tout est possible !',
  'Nous avons reçu votre message.',
  "C'est fait maison.",
  'Le pain est fait ici.',
  'La recette a été changée en mai.',
  'Nous avons ouvert en 1987.',
  'On a hâte de vous revoir.',
  "Le menu est écrit à l'ardoise.",
  'Vous serez remboursé si le colis ne réapparaît pas.',
  'Peut-être que le colis est parti trop tôt.',
  "We'll refund you.",
  'The refund will take 5 days.',
  "Once it's refunded you'll get an email.",
  'Has it been delivered?',
  "It hasn't been sent yet.",
  'If it was delivered, let us know.',
  'Refunds are processed within 14 days.',
  "We're checking with the courier.",
  "We're looking into it.",
  'You cancelled the order on the 3rd.',
  'Sorry it was delivered late.',
  "I'll pass this on.",
  'It should have been sent on Monday.',
  'You say it was delivered next door.',
  "We're open until 7.",
  "We're so sorry.",
  'Thanks for getting in touch.',
  'We were founded in 1987.',
  'The shop is closed on Sundays.',
  "Everything's made by hand.",
  "We'd love to see you again.",
  "It's done by hand every morning.",
  'We received your message.',
  'Your refund depends on the return being scanned.',
  "That shouldn't have been sent to you.",
  'The recipe was changed in May.',
  'You can cancel any time.',
  "We've been making bread since 1987.",
  "I've read your message twice.",
]

describe('saying what the case file does not hold (G4)', () => {
  for (const text of FIRES)
    test(`fires: ${text}`, () => {
      assert.notDeepEqual(foundBy(unverifiedClaim, text), [])
    })
  for (const text of PASSES)
    test(`passes: ${text}`, () => {
      assert.deepEqual(foundBy(unverifiedClaim, text), [])
    })

  const requested = [{ kind: 'refund', status: 'requested' }] as const
  const done = [{ kind: 'refund', status: 'done' }] as const

  test('a refund that is only requested is not done, but may be said requested', () => {
    assert.equal(foundBy(unverifiedClaim, 'Vous avez été remboursée.', { facts: requested }).length, 1)
    assert.deepEqual(foundBy(unverifiedClaim, 'La demande de remboursement est partie.', { facts: requested }), [])
    assert.equal(foundBy(unverifiedClaim, 'La demande de remboursement est partie.').length, 1)
  })

  test('the fact ends the finding, a fact of another kind does not', () => {
    assert.deepEqual(foundBy(unverifiedClaim, 'Vous avez été remboursée.', { facts: done }), [])
    assert.equal(foundBy(unverifiedClaim, 'Votre colis a été livré.', { facts: done }).length, 1)
  })

  test('a later line of the file corrects an earlier one', () => {
    const facts = [...done, { kind: 'refund', status: 'cancelled' }] as const
    assert.equal(foundBy(unverifiedClaim, 'Vous avez été remboursée.', { facts }).length, 1)
  })

  test('somebody may be said to follow the case once somebody is named', () => {
    const text = 'Une conseillère suit votre dossier.'
    assert.equal(foundBy(unverifiedClaim, text).length, 1)
    assert.deepEqual(foundBy(unverifiedClaim, text, { facts: [{ kind: 'owner', status: 'done' }] }), [])
  })

  test('an outage is over when the file says that it is solved', () => {
    const text = 'Le réseau est rétabli.'
    assert.equal(foundBy(unverifiedClaim, text, { facts: [{ kind: 'incident', status: 'done' }] }).length, 1)
    assert.deepEqual(foundBy(unverifiedClaim, text, { facts: [{ kind: 'resolution', status: 'done' }] }), [])
  })

  test('it holds in private as well', () => {
    assert.equal(foundBy(unverifiedClaim, 'Vous êtes remboursée.', { audience: 'private' }).length, 1)
  })

  test('the fix says what is true, to « tu » as to « vous », and ends the finding', () => {
    for (const [text, facts, wanted] of [
      [
        'Bonjour. Vous avez été remboursée hier.',
        requested,
        "Bonjour. La demande de remboursement est partie, le versement n'est pas encore confirmé.",
      ],
      ['Coucou ! On t’a remboursé.', [], 'Coucou ! Nous vérifions où en est ton remboursement.'],
      ['Hi! We refunded you.', [], "Hi! We're checking where your refund stands."],
    ] as const) {
      const fix = foundBy(unverifiedClaim, text, { facts })[0]?.fixes.find((f) => f.label === 'say-what-is-true')
      assert.ok(fix?.kind === 'edit')
      const said = applyEdit(text, fix.edit)
      assert.equal(said, wanted)
      assert.deepEqual(foundBy(unverifiedClaim, said, { facts }), [])
    }
  })
})

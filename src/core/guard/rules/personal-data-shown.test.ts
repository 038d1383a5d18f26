import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foundBy } from '../draft-example.ts'
import { applyEdit } from '../fixes.ts'
import { personalDataShown } from './personal-data-shown.ts'

const FIRES = [
  'Bonjour Camille Roux, on regarde.',
  'Madame Roux, votre commande est chez nous.',
  'Votre commande 448120 est introuvable.',
  "Dossier n° A-5512 : en cours d'examen.",
  'On vous rappelle au 06 12 34 56 78.',
  'Nous vous avons écrit à camille.roux@gmail.com.',
  'Votre colis pour le 12 rue des Lilas est bloqué.',
  'La carte 4970 1012 3456 7893 a été refusée.',
  'Votre IBAN FR14 2004 1010 0505 0001 3M02 606 est noté.',
  'Vous avez dormi chez nous du 3 au 5 mai, chambre 12.',
  'Votre découvert de 340 € explique le rejet.',
  "Votre grossesse n'est pas un motif d'annulation.",
  "Votre demande d'APL est en attente.",
  "Sur la carte il était écrit « Je t'aime, Paul ».",
  'M. Faure, le numéro de suivi est 6A12345678901.',
  "Hi Noah Turner, we're on it.",
  'Bonjour Mme. Roux, on regarde.',
  'Monsieur le Goff, votre colis est là.',
  'Mrs Ellis, your policy HX-99120 lapsed.',
  'Order #88213 was cancelled.',
  "We'll ring you on 07700 900123.",
  'We emailed sam.turner@yahoo.com.',
  'Your parcel for 8 Oak Lane is held.',
  'You stayed in room 14 from 3 to 6 June.',
  'Your overdraft is £340.',
  'Your chemo appointment is on file.',
  'Your housing benefit was stopped.',
  'The card said "Happy birthday, love Dad".',
  'Ticket 10267422 is still open.',
  "Your son's diabetes is on his record.",
  'You owe £62.40.',
]

const PASSES = [
  'Bonjour Camille, on regarde.',
  'Bonjour Madame, on regarde.',
  'Bonjour Madame. L’aide était réservée, nous regardons.',
  'Bonjour Monsieur. Cette erreur est la nôtre.',
  'Bonjour Monsieur le Maire. La réparation est en cours.',
  'Madame la Députée, nous vous écrivons ce matin.',
  "Demandez Sophie Martin à l'accueil.",
  'Appelez le 02 40 12 34 56.',
  'Écrivez-nous à bonjour@fleursduport.example.',
  'Nous sommes au 12 rue des Lilas, venez nous voir !',
  'La carte terminant par 7893 est acceptée.',
  "Le vol AF1234 est à l'heure.",
  'Le train 8412 part voie B.',
  'La chambre 12 a la plus belle vue.',
  'Un découvert coûte 8 % par an.',
  'Livraison gratuite dès 50 €.',
  'Le modèle KX-4500 revient en mai.',
  'Bonne journée, Aïcha Morel',
  'La commande 100 % en ligne est plus simple.',
  'Depuis 1987 on fait ça.',
  'Fleurs du Port Nantes vous remercie.',
  '@camille_roux merci !',
  'Rendez-vous place Royale à 18h.',
  'Dr Martin reçoit le mardi.',
  'Notre directrice Julie Perrin vous répondra.',
  "Hi Noah, we're on it.",
  'Ask for Lena at the desk.',
  'Call 0117 496 0110.',
  "We're at 8 Oak Lane, come and see us.",
  'Room 14 has the best view.',
  'Flight BA2490 is on time.',
  'Use code SPRING25 until Sunday.',
  'Our CEO Anna Price will answer.',
  'Happy birthday to your mum!',
  'All the best, Tom Baker',
]

describe('repeating personal data in public (G2)', () => {
  for (const text of FIRES)
    test(`fires: ${text}`, () => {
      assert.notDeepEqual(foundBy(personalDataShown, text), [])
    })
  for (const text of PASSES)
    test(`passes: ${text}`, () => {
      assert.deepEqual(foundBy(personalDataShown, text), [])
    })

  test('a number is shown even if the customer wrote it first', () => {
    const incoming = 'appelez moi au 0612457889'
    const [finding] = foundBy(personalDataShown, 'Bien noté, le 06 12 45 78 89 est dans le dossier.', { incoming })
    assert.deepEqual(finding?.code === 'shows-personal-data' && finding.params, {
      what: 'phone',
      customerWroteIt: true,
    })
    assert.equal(finding?.severity, 'block')
  })

  test('a name that the network shows beside the message is no secret', () => {
    assert.deepEqual(
      foundBy(personalDataShown, 'Bonjour Camille Roux !', { customer: { displayName: 'Camille ROUX' } }),
      [],
    )
  })

  test('masking leaves the last two signs and ends the finding', () => {
    const text = 'On vous rappelle au 06 12 34 56 78 ce soir.'
    const [finding] = foundBy(personalDataShown, text)
    const mask = finding?.fixes.find((fix) => fix.label === 'mask')
    assert.ok(mask?.kind === 'edit')
    const masked = applyEdit(text, mask.edit)
    assert.equal(masked, 'On vous rappelle au •• •• •• •• 78 ce soir.')
    assert.deepEqual(foundBy(personalDataShown, masked), [])
  })

  test('in private it may be said', () => {
    assert.deepEqual(foundBy(personalDataShown, 'Bonjour Camille Roux, dossier 448120.', { audience: 'private' }), [])
  })
})

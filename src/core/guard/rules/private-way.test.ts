import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findingsOf } from '../draft-example.ts'
import { applyEdit } from '../fixes.ts'
import type { OfferedWay } from '../guard-input.ts'

const INVITES = [
  'Venez nous en parler en message privé.',
  'On en discute en MP ?',
  'Écrivez-nous en privé.',
  'Un petit message privé et on regarde.',
  'Passez en DM.',
  'La suite en privé ?',
  'Contactez-nous par téléphone au 02 40 12 34 56.',
  'Appelez la boutique, Aïcha vous répond.',
  'Envoyez-nous un mail à sav@fleursduport.example.',
  'Rejoignez-nous sur Messenger.',
  'Joignez le service client au 3210.',
  'Notre équipe vous attend au 0 800 123 456.',
  'Dites-nous tout par e-mail.',
  'Faites-nous signe en privé.',
  'On est là en MP si vous voulez.',
  'Glissez-nous un mot en inbox.',
  'Parlons-en au téléphone.',
  "Un coup de fil et c'est vu.",
  "N'hésitez pas à nous écrire en privé.",
  "Je vous laisse m'appeler au 06 00 00 00 00.",
  'Contactez votre conseiller, il a la main.',
  'Pouvez-vous nous contacter ?',
  'On vous appelle ?',
  'Je vous écris tout de suite en MP.',
  "DM us and we'll look.",
  'Could you drop us a message?',
  'Give us a call on 0117 496 0110.',
  'Pop us a DM.',
  "Let's take this to DMs.",
  'Send a private message our way.',
  'Ring the shop and ask for Lena.',
  'Email help@fleursduport.example.',
  "We're a phone call away: 0117 496 0110.",
  'Message us whenever suits.',
  'Can you get in touch by phone?',
  'Please reach out to us privately.',
  'My line is 0117 496 0110.',
  'Happy to talk it through by phone.',
  'Our DMs are open.',
  'Would you mind messaging us?',
  'Write to us at care@fleursduport.example.',
  "We've sent you a DM.",
  'Can we call you?',
  'Slide into our inbox.',
  'Speak to the team on 0117 496 0110.',
]

const DOES_NOT = [
  'Nous sommes désolés.',
  'Remplissez le formulaire sur notre site.',
  'Voyez avec le transporteur.',
  'Contactez La Poste, ils ont le colis.',
  'Consultez notre FAQ.',
  'On regarde ça tout de suite.',
  'Passez en boutique.',
  'Merci de votre patience.',
  'Contactez-nous via le formulaire.',
  'Pas de MP ici, désolés.',
  'Rendez-vous dans votre espace client.',
  "Signalez-le sur l'application.",
  'Rappelez-vous que les fleurs sont fragiles.',
  'Nous ne traitons pas les demandes en message privé.',
  "We're sorry.",
  'Fill in the form on our website.',
  'Contact the courier, they have the parcel.',
  'See our FAQ.',
  "We'll look into it.",
  'Come to the shop.',
  'Use the contact form.',
  "We can't help by DM, sorry.",
  'Check your account page.',
  'Please call the post office.',
  'Your message made us sad.',
  'Contact your bank.',
]

const { fr, en } = { fr: 'Écrivez-nous en message privé.', en: 'Send us a private message.' }
const message = (open: boolean): OfferedWay => ({ kind: 'message', open, wording: { fr, en } })
const phone: OfferedWay = {
  kind: 'phone',
  open: true,
  wording: { fr: 'Appelez-nous au 02 40 12 34 56.', en: 'Call us on 02 40 12 34 56.' },
}
const own = { isOwnDispute: true }

describe('the first public answer to a dispute (P1)', () => {
  for (const text of INVITES)
    test(`invites: ${text}`, () => {
      assert.deepEqual(findingsOf('P1', text, own), [])
    })
  for (const text of DOES_NOT)
    test(`does not invite: ${text}`, () => {
      assert.equal(findingsOf('P1', text, own).length, 1)
    })

  test('is looked at only when it is the first, public, and about the customer’s own dispute', () => {
    const text = 'Nous sommes désolés.'
    assert.deepEqual(findingsOf('P1', text, { ...own, isFirstAnswer: false }), [])
    assert.deepEqual(findingsOf('P1', text, { ...own, audience: 'private' }), [])
    assert.deepEqual(findingsOf('P1', text, { isOwnDispute: false }), [])
  })

  test('blocks when the dispute is known, warns when it is guessed from the message', () => {
    const text = 'Nous sommes désolés.'
    assert.equal(findingsOf('P1', text, own)[0]?.severity, 'block')
    assert.equal(findingsOf('P1', text)[0]?.severity, 'warn')
    assert.deepEqual(findingsOf('P1', 'Oui, jusqu’à 19 h.', { incoming: 'vous êtes ouverts dimanche ?' }), [])
    assert.deepEqual(
      findingsOf('P1', 'Merci, toute l’équipe rougit !', { incoming: 'vos bouquets sont sublimes, bravo' }),
      [],
    )
  })

  test('a case that the file shows settled is closed without inviting, a false closing is not', () => {
    const facts = [{ kind: 'refund', status: 'done' }] as const
    assert.deepEqual(findingsOf('P1', 'Le remboursement a été fait, merci de votre patience.', { ...own, facts }), [])
    assert.equal(findingsOf('P1', 'Votre colis a été livré, merci de votre patience.', { ...own, facts }).length, 1)
  })

  test('the customer’s own number, repeated, invites nobody', () => {
    assert.equal(findingsOf('P1', 'Le 06 12 45 78 89 est noté.', { ...own, incoming: '0612457889' }).length, 1)
  })

  test('the fix adds a way that is open, never one that cannot arrive', () => {
    const text = 'Nous sommes désolés.'
    const [finding] = findingsOf('P1', text, { ...own, privateWays: [message(false), phone] })
    const [fix] = finding?.fixes ?? []
    assert.ok(fix?.kind === 'edit')
    const said = applyEdit(text, fix.edit)
    assert.equal(said, 'Nous sommes désolés. Appelez-nous au 02 40 12 34 56.')
    assert.deepEqual(findingsOf('P1', said, own), [])
    assert.deepEqual(findingsOf('P1', text, { ...own, privateWays: [message(false)] })[0]?.fixes, [])
  })
})

describe('a private message that cannot arrive (P2)', () => {
  const text = 'Désolés. Écrivez-nous en MP. Merci.'

  test('is not proposed, and another way is', () => {
    const [finding] = findingsOf('P2', text, { privateWays: [message(false), phone] })
    assert.equal(finding?.severity, 'block')
    const fix = finding?.fixes.find((f) => f.label === 'offer-open-way')
    assert.ok(fix?.kind === 'edit')
    assert.equal(applyEdit(text, fix.edit), 'Désolés. Appelez-nous au 02 40 12 34 56. Merci.')
  })

  test('is proposed freely where it arrives, or where the desk does not know', () => {
    assert.deepEqual(findingsOf('P2', text, { privateWays: [message(true)] }), [])
    assert.deepEqual(findingsOf('P2', text), [])
  })
})

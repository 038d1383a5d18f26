import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDraft } from '../check-draft.ts'
import type { CaseFact } from '../guard-input.ts'

const LIES = [
  'Vous avez été remboursé hier.',
  'Vous avez été remboursé par un collègue.',
  'Votre colis a été livré par une de nos collègues.',
  'You have been refunded by a colleague.',
  'Cette cliente a été remboursée.',
  'Tous les clients concernés ont été remboursés.',
  'Chaque client touché aura un message de notre part. Tous les clients ont été remboursés.',
  'Votre colis a bien été livré hier.',
  'Votre article a été remplacé.',
  'Le problème est réglé.',
  'You have been refunded.',
  'Your order was delivered yesterday.',
]
const FILES: readonly (readonly CaseFact[])[] = [
  [],
  [{ kind: 'owner', status: 'done', proof: 'Aïcha' }],
  [{ kind: 'order', status: 'done', proof: 'FP-20417' }],
  [
    { kind: 'refund', status: 'done', proof: 'VIR-2291' },
    { kind: 'refund', status: 'cancelled' },
  ],
  [{ kind: 'refund', status: 'requested' }],
]

test('a plain lie is held in whatever the customer said, and whatever else the case file holds (G4)', () => {
  for (const lie of LIES)
    for (const facts of FILES)
      for (const incoming of [
        '',
        'Toujours rien.',
        'Where is my refund?',
        'Merci !',
        'Livrez-vous le lundi de Pâques ?',
      ])
        for (const isFirstAnswer of [true, false]) {
          const found = checkDraft({
            ...{ text: `Bonjour Noé, ${lie}`, audience: 'public', incoming, isFirstAnswer, facts, settled: false },
            ...{ privateWays: [], customer: { displayName: 'Noé Faure', handle: 'noefaure' }, recentReplies: [] },
            brand: { name: 'Fleurs du Port', account: 'fleursduport', ownAccounts: ['fleursduport'] },
          })
          assert.ok(
            found.some(({ rule, severity }) => rule === 'G4' && severity === 'block'),
            `${lie} ${JSON.stringify(facts)} « ${incoming} »`,
          )
        }
})

test('« prise en charge par » somebody is held in until the file names who holds it, whatever is said behind it (G4)', () => {
  for (const text of [
    'Bonjour, votre demande est prise en charge par Aïcha, nous revenons ici.',
    'Votre dossier est pris en charge par notre service client, nous revenons vers vous.',
    'Your case is being handled by Sarah, we will be back here.',
  ])
    for (const facts of FILES)
      for (const incoming of ['', 'Toujours rien.', 'Merci !']) {
        const found = checkDraft({
          ...{ text, audience: 'public', incoming, isFirstAnswer: true, facts, settled: false },
          ...{ privateWays: [], customer: { displayName: 'Noé Faure', handle: 'noefaure' }, recentReplies: [] },
          brand: { name: 'Fleurs du Port', account: 'fleursduport', ownAccounts: ['fleursduport'] },
        })
        const held = found.some(({ rule, severity }) => rule === 'G4' && severity === 'block')
        assert.equal(held, !facts.some(({ kind }) => kind === 'owner'), `${text} ${JSON.stringify(facts)}`)
      }
})

test('what a colleague did to words is told freely: it is our fault, and no claim (G4)', () => {
  for (const text of [
    'Votre message a été supprimé par un collègue, et c’était une erreur de notre part.',
    'Your message was removed by a colleague, and that was a mistake of ours.',
  ]) {
    const found = checkDraft({
      ...{
        text: `Bonjour Noé, ${text}`,
        audience: 'public',
        incoming: 'Vous avez supprimé mon message !',
        isFirstAnswer: false,
      },
      ...{ facts: [], settled: false, privateWays: [], recentReplies: [] },
      ...{ customer: { displayName: 'Noé Faure', handle: 'noefaure' } },
      brand: { name: 'Fleurs du Port', account: 'fleursduport', ownAccounts: ['fleursduport'] },
    })
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'G4'),
      [],
      text,
    )
  }
})

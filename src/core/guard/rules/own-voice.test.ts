import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../draft-example.ts'

const question = { incoming: 'Livrez-vous le lundi de Pâques ?' }

test('what somebody meant for their own account waits for a second person under the brand’s name (G5, G6)', () => {
  for (const [rule, text] of [
    ['G5', 'Bon week-end à tous, moi je file chez ma belle-mère avec les enfants, ras-le-bol de ce boulot.'],
    ['G5', 'Ce week-end je fête mon anniversaire chez moi avec mes copains, ma femme a fait un gâteau.'],
    [
      'G6',
      'Je trouve ironique que Nantes soit la ville des ponts et que personne ici ne sache conduire, bande d’abrutis.',
    ],
  ] as const)
    assert.equal(findingsOf(rule, text, question)[0]?.severity, 'approve', text)
})

test('a professional first person, and a fault that is owned, go out alone', () => {
  for (const text of [
    'Bonjour Inès, je demande à ma collègue Sarah et je vous réponds ici dans l’heure.',
    'Bonjour Inès, nous nous sommes trompés de date sur le site, j’en suis désolée.',
  ])
    for (const rule of ['G5', 'G6'] as const) assert.deepEqual(findingsOf(rule, text, question), [])
})

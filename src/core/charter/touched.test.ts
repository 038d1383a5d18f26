import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RuleCode } from '#core/guard/finding.ts'
import type { Charter } from './charter.ts'
import { starterCharter } from './starter.ts'
import { touchedClauses } from './touched.ts'

const names = { network: (id: string) => id, account: (id: string) => id }
const known = { name: 'Fleurs du Port', week: [], networks: [], ownHosts: ['fleursduport.example'], otherBrands: [] }
const charter: Charter = {
  ...starterCharter('fr', known),
  competitors: ['Roses Express'],
  otherBrands: ['Café du Quai'],
}
const touched = (text: string, ...rules: RuleCode[]) =>
  touchedClauses(
    charter,
    names,
    text,
    rules.map((rule) => ({ rule })),
  ).map(({ id }) => id)

test('of the clauses that share a rule, a sentence touches those whose words it holds', () => {
  assert.deepEqual(touched('Mieux que chez Roses Express !', 'G9'), ['competitors'])
  assert.deepEqual(touched('Les élections ? Nous en parlons avec le gouvernement.', 'G9'), [
    'subject:politique et religion',
  ])
  assert.deepEqual(touched('Suite à votre demande, voilà.', 'H1'), ['word:suite a votre demande'])
  assert.deepEqual(touched('Ici le Café du Quai.', 'G5'), ['other-brands', 'always:G5'])
  assert.deepEqual(touched('Je vais au cinéma.', 'G5'), ['always:G5'])
})

test('a sensitive subject is touched without any finding, and a quiet sentence touches nothing', () => {
  assert.deepEqual(touched('Notre avocat vous écrira.'), ['sensitive:menace de proces'])
  assert.deepEqual(touched('Bonjour Camille, oui, nous ouvrons à 9 h. Aïcha'), [])
})

test('a link is judged by the clause on links, a number by the standing one', () => {
  assert.deepEqual(touched('Voyez https://ailleurs.example', 'link'), ['own-hosts'])
  assert.deepEqual(touched('Votre numéro de téléphone ?', 'G1'), ['always:G1'])
})

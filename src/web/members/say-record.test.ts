import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordView } from '#contract/autonomy.ts'
import { ALL_READ, SENSITIVE_READ } from '#core/autonomy/standing.ts'
import { en as wordsEn } from '../words/en.ts'
import { makeFormat } from '../words/format.ts'
import { fr as wordsFr } from '../words/fr.ts'
import { en } from './autonomy-words-en.ts'
import { fr } from './autonomy-words-fr.ts'
import { sayProposal, sayRecord, sayStanding } from './say-record.ts'

const view = (standing: { level: string; subjects: readonly string[]; upToCents: number | null }) =>
  ({ ...standing, subjects: [...standing.subjects] }) as RecordView['standing']
const record: RecordView = {
  ...{ member: { id: 'tom', name: 'Tom Rivière' }, role: 'trainee', since: null },
  ...{ standing: view(ALL_READ), replies: 22, days: 12, read: 31, returned: 2 },
  proposal: {
    ...{ direction: 'up', to: view(SENSITIVE_READ) },
    grounds: { kind: 'streak', replies: 22, days: 12, subject: null, amounts: false },
  },
}

test('a record and its step are said in figures that are its own, in both languages', () => {
  const f = makeFormat('fr')
  assert.equal(
    sayProposal(fr, { w: wordsFr, f }, record),
    'Proposé : seuls les sujets sensibles sont relus. 22 réponses d’affilée validées telles quelles en 12 jours, aucune rendue. L’apprentissage est alors fini : le rôle devient « Réponse ».',
  )
  assert.equal(
    sayProposal(en, { w: wordsEn, f: makeFormat('en') }, record),
    'Proposed: only sensitive subjects are read first. 22 replies in a row approved as written over 12 days, none given back. The training is then over: the role becomes “Agent”.',
  )
  assert.equal(
    sayRecord(fr, f, { ...record, proposal: null, replies: 1, days: 0, read: 1, returned: 0 }, 0),
    '1 réponse relue, aucune rendue ; 1 d’affilée validée telle quelle. À 20 d’affilée, sur 10 jours au moins, le bureau proposera de ne relire que les sujets sensibles.',
  )
})

test('what somebody has earned is named: subjects, amounts, or both', () => {
  const f = makeFormat('fr')
  const say = (subjects: string[], upToCents: number | null) =>
    sayStanding(fr, f, { level: 'alone-on', subjects, upToCents }).replaceAll('\u00a0', ' ')
  assert.equal(say(['Prix', 'Presse'], 1_500), 'répond sans relecture sur « Prix » et « Presse » et jusqu’à 15 €')
  assert.equal(say([], 1_500), 'répond sans relecture jusqu’à 15 €')
})

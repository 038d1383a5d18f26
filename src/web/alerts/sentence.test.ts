import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en as readingEn } from '../case/reading-words-en.ts'
import { fr as readingFr } from '../case/reading-words-fr.ts'
import { en } from '../words/en.ts'
import { makeFormat } from '../words/format.ts'
import { fr } from '../words/fr.ts'
import { alertSentence } from './sentence.ts'

const why = { overMs: 300_000, counted: 54, usual: 2, times: 27.02, weekday: 2, hour: 14, negativeShare: null }
const alert = {
  id: 'a',
  account: null,
  topic: null,
  raisedAt: 0,
  bucketAt: 0,
  score: 1,
  why,
  tellings: 1,
  gravity: null,
  taken: null,
}
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('one sentence says how unusual the moment is, in both languages', () => {
  const french = { w: fr, f: makeFormat('fr') }
  const english = { w: en, f: makeFormat('en') }
  assert.equal(
    plain(alertSentence(french, alert, readingFr.topics)),
    '27 fois l’habitude d’un mardi 14 h : 54 messages en 5 minutes.',
  )
  assert.equal(
    alertSentence(english, alert, readingEn.topics),
    '27 times the usual for a Tuesday 14:00: 54 messages in 5 minutes.',
  )
  const account = { id: 'b', handle: 'fleursduport', network: 'Bluesky' }
  const first = { ...alert, account, why: { ...why, counted: 9, times: null, usual: 0.1 } }
  assert.equal(
    plain(alertSentence(french, first, readingFr.topics)),
    'Presque aucun message d’habitude un mardi 14 h : 9 messages en 5 minutes, sur fleursduport (Bluesky).',
  )
  assert.equal(
    plain(alertSentence(french, { ...alert, why: { ...why, times: 3.42 } }, readingFr.topics)).slice(0, 8),
    '3,4 fois',
  )
  const ofRefunds = { ...alert, topic: 'refund' as const, why: { ...why, negativeShare: 0.812 } }
  assert.equal(
    plain(alertSentence(french, ofRefunds, readingFr.topics)),
    '27 fois l’habitude d’un mardi 14 h : 54 messages en 5 minutes, dont 81 % négatifs, à propos d’un sujet : remboursement.',
  )
  assert.equal(
    alertSentence(english, ofRefunds, readingEn.topics),
    '27 times the usual for a Tuesday 14:00: 54 messages in 5 minutes, 81% of them negative, all about one topic: refund.',
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adapt, comeBack, nextMoment, textFor } from './texts.ts'

const accounts = [
  { id: 'a', connector: 'pigeon', language: 'fr' },
  { id: 'b', connector: 'clairon', language: 'fr' },
  { id: 'c', connector: 'clairon', language: 'en' },
] as const

test('a prepared text stands in common where most accounts share it, and apart where one says it otherwise', () => {
  const wordings = [
    { language: 'fr', connector: null, text: 'Point sur {{sujet}}' },
    { language: 'en', connector: null, text: 'Update on {{subject}}' },
  ] as const
  const texts = adapt(wordings, accounts, { subject: 'X' })
  assert.deepEqual(
    accounts.map(({ id }) => textFor(texts, id)),
    ['Point sur X', 'Point sur X', 'Update on X'],
  )
  assert.deepEqual(texts.own, { c: 'Update on X' })
})

test('the hour that is announced is the next one that the clock shows', () => {
  const noon = new Date(2026, 2, 2, 12).getTime()
  assert.equal(nextMoment('16:30', noon), new Date(2026, 2, 2, 16, 30).getTime())
  assert.equal(nextMoment('09:00', noon), new Date(2026, 2, 3, 9).getTime())
  assert.equal(nextMoment('', noon), null)
})

test('what came back is there to be taken up again', () => {
  const post = { caseId: 'k', said: null, delivery: null, readBack: null, flags: [] }
  const asked = { id: 'r', by: { id: 'm', name: 'Aïcha' }, reason: null, leavesAt: null }
  const posts = [
    { ...post, accountId: 'a', asked: { ...asked, state: 'returned' as const, text: 'Un' } },
    { ...post, accountId: 'b', asked: { ...asked, state: 'taken-back' as const, text: 'Deux' } },
    { ...post, accountId: 'c', asked: { ...asked, state: 'waiting' as const, text: 'Trois' } },
  ]
  const texts = comeBack({ id: 's', incidentId: null, madeAt: 0, by: asked.by, posts })
  assert.deepEqual(texts, { common: 'Un', own: { b: 'Deux' } })
})

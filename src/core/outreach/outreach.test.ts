import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TWO_READERS_ABOVE } from '#core/approval/approval-policy.ts'
import { MINUTE_MS } from '#core/time.ts'
import { countOutreach, type Standing } from './count.ts'
import { fillMessage, firstNameOf, unknownSlots } from './fill-message.ts'
import { asksToStop, withOptOut } from './opt-out.ts'
import { decideOutreach, type Outreach, readersFor } from './outreach.ts'
import { minutesLeft, roomNow } from './pace.ts'

const filling = {
  firstName: 'Inès',
  orders: ['FL-1'],
  solution: 'relivraison mardi',
  day: '2026-05-31',
  language: 'fr',
} as const

test('one message for each person, and none with a hole in it (A3, A4)', () => {
  const template = 'Bonjour {prénom},\nvotre commande {commande} du {date} : {solution}.'
  assert.deepEqual(fillMessage(template, filling), {
    text: 'Bonjour Inès,\nvotre commande FL-1 du 31 mai 2026 : relivraison mardi.',
  })
  assert.deepEqual(fillMessage(template, { ...filling, firstName: null, orders: [] }), {
    missing: ['firstName', 'order'],
  })
  assert.deepEqual(fillMessage('Bonjour {Prénom | Madame, Monsieur} !', { ...filling, firstName: null }), {
    text: 'Bonjour Madame, Monsieur !',
  })
  assert.deepEqual(fillMessage('Hello {first name}, order {order}, {date}', { ...filling, language: 'en' }), {
    text: 'Hello Inès, order FL-1, 31 May 2026',
  })
  assert.deepEqual(unknownSlots('Bonjour {nom}, {prénom}'), ['nom'])
})

test('a first name is taken from a full name only where it surely is one', () => {
  assert.equal(firstNameOf('Camille Roux'), 'Camille')
  for (const name of [null, '', 'camille', 'Mme Roux', 'C. Roux', 'Roux', 'SARL Roux & Fils 44'])
    assert.ok(['SARL', null].includes(firstNameOf(name)))
})

test('« stop » is an opt-out; a stop in a sentence is a customer who speaks', () => {
  for (const text of [
    'STOP',
    ' Stop. ',
    'stop svp\n\nEnvoyé de mon téléphone',
    'Désabonnez-moi',
    'Unsubscribe',
    'Ne m’écrivez plus',
  ])
    assert.ok(asksToStop(text), text)
  assert.ok(asksToStop('', 'Stop'))
  for (const text of [
    'Stop, ça suffit ces retards !',
    'La livraison est au stop',
    'Merci',
    '',
    'Arrêtez de me mentir, où est mon bouquet ?',
  ])
    assert.ok(!asksToStop(text), text)
  assert.match(withOptOut('Bonjour', 'fr'), /^Bonjour\n\n.*« stop »/)
})

const asked = (readersNeeded: 1 | 2): Outreach => ({ state: 'asked', writerId: 'aicha', approvedBy: [], readersNeeded })
const decide = (one: Outreach, ...deeds: ['approve' | 'return' | 'pause' | 'resume' | 'withdraw', string][]) =>
  deeds.reduce<ReturnType<typeof decideOutreach>>(
    (state, [kind, by]) => ('refused' in state ? state : decideOutreach(state, { kind }, by)),
    one,
  )

test('somebody else reads it before anything leaves, two above the charter’s number of people or where it wants two for the words (V1)', () => {
  assert.equal(readersFor(50, TWO_READERS_ABOVE, []), 1)
  assert.equal(readersFor(51, TWO_READERS_ABOVE, []), 2)
  assert.equal(readersFor(51, 200, []), 1, 'as the charter says')
  assert.equal(readersFor(1, 0, []), 2)
  assert.equal(readersFor(3, TWO_READERS_ABOVE, [{ kind: 'subject', name: 'santé', approvers: 2 }]), 2)
  assert.deepEqual(decide(asked(1), ['approve', 'aicha']), { refused: 'own-words' })
  assert.deepEqual(decide(asked(2), ['approve', 'sarah'], ['approve', 'sarah']), { refused: 'already-approved' })
  const half = decide(asked(2), ['approve', 'sarah'])
  assert.equal('state' in half && half.state, 'asked')
  const whole = decide(asked(2), ['approve', 'sarah'], ['approve', 'julien'])
  assert.deepEqual('state' in whole && [whole.state, whole.approvedBy], ['running', ['sarah', 'julien']])
})

test('words that are returned are approved anew, and an outreach that is over is not moved', () => {
  const again = decide(asked(2), ['approve', 'sarah'], ['return', 'julien'])
  assert.deepEqual('state' in again && [again.state, again.approvedBy], ['draft', []])
  assert.deepEqual(decide(asked(1), ['withdraw', 'sarah'], ['approve', 'sarah']), { refused: 'not-under-way' })
  assert.deepEqual(decide({ ...asked(1), state: 'over' }, ['withdraw', 'sarah']), { refused: 'not-under-way' })
  const draft: Outreach = { ...asked(1), state: 'draft' }
  assert.deepEqual(decideOutreach(draft, { kind: 'ask', sendable: 0, readersNeeded: 1 }, 'aicha'), {
    refused: 'nobody-to-tell',
  })
})

test('so many in any minute, and no burst after a pause', () => {
  assert.equal(roomNow([], 10, 0), 10)
  assert.equal(roomNow([0, 1, 2], 10, 100), 7)
  assert.equal(roomNow([0, 1, 2], 2, 100), 0)
  assert.equal(roomNow([0, 1, 2], 2, 2 + MINUTE_MS), 2)
  assert.equal(
    minutesLeft(
      [...Array(25)].map((_, n) => ({ accountId: n < 21 ? 'a' : 'b' })),
      10,
    ),
    3,
  )
})

test('everybody of the list stands in exactly one place, and sent is what the network took (G4)', () => {
  const standing = fc.record({
    state: fc.constantFrom<Standing['state']>('planned', 'held-back', 'no-way', 'opted-out', 'given', 'withdrawn'),
    delivery: fc.constantFrom<Standing['delivery']>(
      null,
      'held',
      'queued',
      'sending',
      'sent',
      'refused',
      'unknown',
      'cancelled',
      'stale',
    ),
    answered: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(standing), (people) => {
      const { people: all, answered, ...places } = countOutreach(people)
      assert.equal(all, people.length)
      assert.equal(
        Object.values(places).reduce((sum, one) => sum + one, 0),
        all,
      )
      assert.equal(places.sent, people.filter((one) => one.state === 'given' && one.delivery === 'sent').length)
      assert.ok(answered <= places.sent)
    }),
  )
})

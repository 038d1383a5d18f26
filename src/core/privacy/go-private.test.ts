import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { allowedAudiences, chooseFallback, choosePrivateWay } from './go-private.ts'
import type { ConversationFacts, FallbackWay, PersonFacts, PrivateCapability } from './private-way.ts'

const NOON = Date.UTC(2026, 10, 23, 12)
const DAY_MINUTES = 24 * 60
const phone: FallbackWay = { kind: 'phone', value: '02 40 00 00 00' }
const mail: FallbackWay = { kind: 'email', value: 'bonjour@fleursduport.example' }

const direct: PrivateCapability = { privateWay: 'depends-on-person', how: 'direct-message', mayLandInRequests: true }
const oneReply: PrivateCapability = {
  privateWay: 'always',
  how: 'private-reply',
  publicWindowMinutes: 7 * DAY_MINUTES,
  privateWindowMinutes: DAY_MINUTES,
  oncePerMessage: true,
}
const theyFirst: PrivateCapability = {
  privateWay: 'after-first-contact',
  how: 'direct-message',
  privateWindowMinutes: 2 * DAY_MINUTES,
}
const mailbox: PrivateCapability = { privateWay: 'always', how: 'same-thread' }

function way(
  capability: PrivateCapability,
  person: PersonFacts,
  more: Partial<ConversationFacts> = {},
  now = NOON,
  ways = [phone, mail],
) {
  const facts: ConversationFacts = {
    audience: 'public',
    customerWroteAt: NOON - HOUR_MS,
    lastPrivateInAt: null,
    lastPrivateOutAt: null,
    ...more,
  }
  return choosePrivateWay(capability, person, facts, ways, now)
}
const why = (...args: Parameters<typeof way>) => {
  const found = way(...args)
  return found.can ? found.how : found.why
}
const known: PersonFacts = { canReceive: true }
const unasked: PersonFacts = { canReceive: null }

describe('a network where it depends on the person', () => {
  test('carries a message to whoever can receive it, and says where it may land', () => {
    const found = way(direct, known)
    assert.deepEqual(found, { can: true, how: 'direct-message', conditions: ['may-land-in-requests'], until: null })
    const friends = way(direct, known, { lastPrivateInAt: NOON - HOUR_MS })
    assert.deepEqual(friends, { can: true, how: 'direct-message', conditions: [], until: null })
  })

  test('says why it cannot, and offers the brand’s own way', () => {
    for (const whyNot of ['not-mutual', 'recipient-closed', 'blocked'] as const) {
      assert.deepEqual(way(direct, { canReceive: false, whyNot }), { can: false, why: whyNot, offer: phone })
    }
    assert.equal(why(direct, { canReceive: false }), 'unknown')
    assert.deepEqual(way(direct, unasked, {}, NOON, []), { can: false, why: 'unknown', offer: null })
  })

  test('a person who blocked us is not reached in a thread that was open once', () => {
    const before = { audience: 'private', lastPrivateInAt: NOON - HOUR_MS } as const
    assert.equal(why(direct, { canReceive: false, whyNot: 'blocked' }, before), 'blocked')
  })
})

describe('a network with one private reply to a public message', () => {
  test('says that there is only one, and until when', () => {
    assert.deepEqual(way(oneReply, unasked), {
      can: true,
      how: 'private-reply',
      conditions: ['only-one-message'],
      until: NOON - HOUR_MS + 7 * DAY_MINUTES * MINUTE_MS,
    })
  })

  test('the window closes after seven days', () => {
    const at = NOON - HOUR_MS + 7 * DAY_MINUTES * MINUTE_MS
    assert.equal(why(oneReply, unasked, {}, at - 1), 'private-reply')
    assert.equal(why(oneReply, unasked, {}, at), 'window-expired')
  })

  test('once used, only the customer can open the way again: by answering, or by a new public message', () => {
    const used = { lastPrivateOutAt: NOON - HOUR_MS / 2 }
    assert.equal(why(oneReply, unasked, used), 'already-used')
    assert.equal(why(oneReply, unasked, { ...used, customerWroteAt: NOON - 1 }), 'private-reply')
    const answered = way(oneReply, unasked, { ...used, lastPrivateInAt: NOON - MINUTE_MS })
    assert.deepEqual(answered, {
      can: true,
      how: 'private-reply',
      conditions: [],
      until: NOON - MINUTE_MS + DAY_MINUTES * MINUTE_MS,
    })
  })

  test('a private conversation that fell silent is closed after its day', () => {
    const silent = { audience: 'private', lastPrivateInAt: NOON - 25 * HOUR_MS } as const
    assert.equal(why(oneReply, unasked, silent), 'window-expired')
  })
})

describe('other networks', () => {
  test('where the customer must write first', () => {
    assert.equal(why(theyFirst, known), 'must-write-first')
    assert.equal(why(theyFirst, unasked, { lastPrivateInAt: NOON - HOUR_MS }), 'direct-message')
    assert.equal(why(theyFirst, unasked, { lastPrivateInAt: NOON - 49 * HOUR_MS }), 'window-expired')
  })

  test('without private messages, the brand’s phone', () => {
    const found = way({ privateWay: 'none' }, unasked)
    assert.deepEqual(found, { can: false, why: 'no-private-messages', offer: phone })
  })

  test('what came in private is answered in the same thread', () => {
    const inPrivate = { audience: 'private', lastPrivateInAt: NOON - HOUR_MS } as const
    assert.equal(why(mailbox, unasked, inPrivate), 'same-thread')
    assert.equal(why(direct, known, inPrivate), 'same-thread')
    assert.equal(why({ privateWay: 'none' }, unasked, inPrivate), 'same-thread')
    assert.equal(why(oneReply, unasked, { audience: 'private' }), 'same-thread')
  })
})

test('private stays private', () => {
  assert.deepEqual(allowedAudiences('private'), ['private'])
  assert.deepEqual(allowedAudiences('public'), ['public', 'private'])
})

test('a way where somebody is there now goes before one that nobody would answer', () => {
  const closed: FallbackWay = {
    ...phone,
    hours: { timeZone: 'Europe/Paris', weekly: [[], [], [], [], [], [], []], holidays: [], openings: [] },
  }
  assert.equal(chooseFallback([closed, mail], NOON), mail)
  assert.equal(chooseFallback([closed], NOON), closed)
  assert.equal(chooseFallback([{ ...phone, hours: 'always' }, mail], NOON)?.kind, 'phone')
  assert.equal(chooseFallback([], NOON), null)
})

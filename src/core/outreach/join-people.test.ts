import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chooseWay, isOptedOut, type KnownConversation } from './choose-way.ts'
import { joinPeople, type Trace } from './join-people.ts'

const trace = (more: Partial<Trace>): Trace => ({
  ...{ source: 'order', order: null, day: null, solution: null, firstName: null, name: null },
  ...{ email: null, authorId: null, customerId: null, caseId: null },
  ...more,
})

test('an order of the file and the case that names it are one person, told once (C2)', () => {
  const people = joinPeople([
    trace({ order: 'FL-1', firstName: 'Camille', email: 'c@x.test', day: '2026-05-31' }),
    trace({ order: 'FL-2', firstName: 'Camille', email: 'c@x.test' }),
    trace({ source: 'wrote', authorId: 'a1', caseId: 'k1', name: 'Camille R.' }),
    trace({ source: 'fact', authorId: 'a1', caseId: 'k1', order: 'fl-2' }),
    trace({ source: 'wrote', authorId: 'a2', caseId: 'k2', name: 'Noé' }),
  ])
  assert.equal(people.length, 2)
  const [camille] = people
  assert.deepEqual(
    [camille?.sources, camille?.orders, camille?.emails, camille?.caseIds, camille?.name, camille?.day],
    [['order', 'wrote', 'fact'], ['FL-1', 'FL-2', 'fl-2'], ['c@x.test'], ['k1'], 'Camille R.', '2026-05-31'],
  )
})

test('an order that the file gives to two addresses joins nobody', () => {
  const people = joinPeople([
    trace({ order: '7', email: 'a@x.test' }),
    trace({ order: '7', email: 'b@x.test' }),
    trace({ source: 'fact', order: '7', authorId: 'a1', caseId: 'k1' }),
  ])
  assert.equal(people.length, 3)
})

test('every sign belongs to exactly one person, and no two people share an address, an account or a customer file', () => {
  const some = (letter: string) =>
    fc.option(
      fc.integer({ min: 0, max: 4 }).map((n) => `${letter}${n}`),
      { nil: null },
    )
  const signs = fc.array(
    fc
      .record({ email: some('e'), authorId: some('a'), customerId: some('c'), order: some('o') })
      .map((marks) => trace(marks)),
    { maxLength: 15 },
  )
  fc.assert(
    fc.property(signs, (traces) => {
      const people = joinPeople(traces)
      for (const key of ['emails', 'authorIds', 'customerIds'] as const) {
        const all = people.flatMap((one) => one[key])
        assert.equal(new Set(all).size, all.length)
      }
      assert.ok(people.length <= traces.length)
      assert.equal(people.length === 0, traces.length === 0)
    }),
  )
})

const conversation = (more: Partial<KnownConversation> = {}): KnownConversation => ({
  ...{ caseId: 'k1', accountId: 'x', audience: 'public', lastInAt: 1, open: true },
  way: { can: true, how: 'direct-message', conditions: [], until: null },
  ...more,
})
const closed = (why: 'not-mutual' | 'window-expired') => ({ can: false, why, offer: null }) as const
const nobody = { emails: [], conversations: [], optedOut: false, mailAccountId: 'mail' }

test('one speaks where the customer already speaks in private, then where the network carries it, then by mail (P2)', () => {
  const conversations = [conversation({ lastInAt: 9 }), conversation({ caseId: 'k2', audience: 'private' })]
  const emails = ['c@x.test']
  assert.deepEqual(chooseWay({ ...nobody, emails, conversations }), {
    ...{ kind: 'private-conversation', caseId: 'k2', accountId: 'x' },
  })
  assert.deepEqual(chooseWay({ ...nobody, emails, conversations: conversations.slice(0, 1) }).kind, 'private-message')
  const shut = [conversation({ way: closed('not-mutual') })]
  assert.deepEqual(chooseWay({ ...nobody, emails, conversations: shut }), {
    ...{ kind: 'email', address: 'c@x.test', accountId: 'mail' },
  })
})

test('where there is no way it is said, and why; nobody is ever told in public (G2, P2)', () => {
  const why = (more: object) => chooseWay({ ...nobody, ...more })
  assert.deepEqual(why({}), { kind: 'none', why: 'no-address' })
  assert.deepEqual(why({ emails: ['a@x.test'], mailAccountId: null }), { kind: 'none', why: 'no-mail-account' })
  assert.deepEqual(why({ conversations: [conversation({ way: closed('not-mutual') })] }), {
    kind: 'none',
    why: 'not-mutual',
  })
  assert.deepEqual(why({ conversations: [conversation({ open: false })] }), { kind: 'none', why: 'account-closed' })
})

test('whoever asked for no more is left alone by every way, for ever', () => {
  const person = { emails: ['a@x.test'], authorIds: ['a1'], customerIds: [] }
  assert.ok(isOptedOut(person, [{ kind: 'email', value: 'a@x.test' }]))
  assert.ok(isOptedOut(person, [{ kind: 'author', value: 'a1' }]))
  assert.ok(!isOptedOut(person, [{ kind: 'customer', value: 'a1' }]))
  assert.deepEqual(chooseWay({ ...nobody, conversations: [conversation()], optedOut: true }), {
    kind: 'none',
    why: 'opted-out',
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OpenAccount, Outgoing } from '../connector.ts'
import { FetchRefused } from '../safe-fetch.ts'
import { toolsWith } from '../suite/tools.ts'
import { connect } from './connect.ts'
import { webhook } from './index.ts'
import { newSecret } from './signature.ts'

const NOW = Date.parse('2026-03-02T09:00:00Z')
const account: OpenAccount = {
  id: 'a',
  externalId: 'forum',
  handle: 'forum',
  secret: { secrets: [newSecret()] },
  settings: { replyUrl: 'https://forum.example/replies' },
}
const reply: Outgoing = {
  key: '6b8c4a52-6f9e-4f0f-8f6e-0d4a1c2b3e4f',
  audience: 'public',
  text: 'Bonjour Camille',
  to: { externalId: 'u-12', handle: 'camille.roux', displayName: 'Camille Roux' },
  conversationKey: 'public/fil-7/u-12',
  thread: [],
  attachments: [],
  since: NOW - 60_000,
}

const sendTo = (fetch: () => Promise<Response>, outgoing = reply, to = account) =>
  webhook
    .open(to, toolsWith({ now: () => NOW, fetch: fetch as typeof globalThis.fetch }))
    .send(outgoing, new AbortController().signal)
const sendWith = (status: number, body = '', headers: Record<string, string> = {}) =>
  sendTo(async () => new Response(body === '' ? null : body, { status, headers }))
const never = () => Promise.reject(new Error('nothing may leave'))

describe('a reply to a source', () => {
  it('is sent when the source says under which id it is there, and in doubt when it does not', async () => {
    assert.deepEqual(await sendWith(200, '{"id":"r-1","more":1}'), { kind: 'sent', externalId: 'r-1' })
    assert.deepEqual(await sendWith(201, '{"id":"r-1","permalink":"https://forum.example/r/1"}'), {
      kind: 'sent',
      externalId: 'r-1',
      permalink: 'https://forum.example/r/1',
    })
    for (const body of [
      '',
      'ok',
      '{}',
      '{"id":""}',
      '{"id":1}',
      '<html>',
      '{"id":"r-1","permalink":"javascript:alert(1)"}',
    ]) {
      assert.equal((await sendWith(200, body)).kind, 'ambiguous', body)
    }
  })

  it('is in doubt after anything that may have been done', async () => {
    for (const status of [408, 409, 425, 500, 502, 503, 504])
      assert.equal((await sendWith(status)).kind, 'ambiguous', String(status))
    assert.equal((await sendTo(() => Promise.reject(new TypeError('terminated')))).kind, 'ambiguous')
  })

  it('waits for as long as the source asks', async () => {
    const later = { kind: 'later', reason: 'too-many-requests', wholeAccount: true }
    assert.deepEqual(await sendWith(429, '', { 'retry-after': '120' }), { ...later, retryAt: NOW + 120_000 })
    assert.deepEqual(await sendWith(429, '', { 'retry-after': 'Mon, 02 Mar 2026 09:05:00 GMT' }), {
      ...later,
      retryAt: NOW + 300_000,
    })
    assert.deepEqual(await sendWith(429, '', { 'retry-after': 'soon' }), later)
    assert.deepEqual(await sendWith(429), later)
  })

  it('is refused for the reason that the source gives', async () => {
    const reasonOf = async (status: number, body = '') => {
      const outcome = await sendWith(status, body)
      return outcome.kind === 'refused' ? outcome.reason : outcome.kind
    }
    assert.equal(await reasonOf(422, '{"refused":"thread-closed","detail":"closed by its author"}'), 'thread-closed')
    assert.equal(await reasonOf(422, '{"refused":"Not Kebab"}'), 'not-accepted')
    assert.equal(await reasonOf(401), 'not-authorised')
    assert.equal(await reasonOf(410), 'not-found')
    assert.equal(await reasonOf(302), 'redirected')
    const shut = await sendTo(() => Promise.reject(new FetchRefused('private-address', 'intranet')))
    assert.deepEqual(shut, { kind: 'refused', reason: 'address-not-allowed', detail: 'intranet', permanent: true })
  })

  it('does not leave when there is no address for it, no secret, or no right to say it there', async () => {
    const reasonOf = async (outgoing: Partial<Outgoing>, to: Partial<OpenAccount> = {}) => {
      const outcome = await sendTo(never, { ...reply, ...outgoing }, { ...account, ...to })
      return outcome.kind === 'refused' ? outcome.reason : outcome.kind
    }
    assert.equal(await reasonOf({}, { settings: {} }), 'listen-only')
    assert.equal(await reasonOf({}, { secret: {} }), 'no-secret')
    assert.equal(await reasonOf({ audience: 'private' }), 'must-write-first')
    assert.equal(await reasonOf({ conversationKey: 'private/fil-7/u-12' }), 'audience-is-private')
    assert.equal(await reasonOf({ conversationKey: 'elsewhere' }), 'unknown-conversation')
  })

  it('says the same words at each attempt', async () => {
    const bodies: string[] = []
    let clock = NOW
    const fetch: typeof globalThis.fetch = async (_, init) => {
      bodies.push(String(init?.body))
      return new Response('{"id":"r-1"}')
    }
    const session = webhook.open(account, toolsWith({ now: () => (clock += 5000), fetch }))
    for (const _ of [1, 2]) await session.send(reply, new AbortController().signal)
    assert.equal(bodies[0], bodies[1])
    assert.deepEqual(JSON.parse(bodies[0] ?? ''), {
      type: 'reply',
      id: reply.key,
      conversation: 'fil-7',
      to: { id: 'u-12', handle: 'camille.roux', name: 'Camille Roux' },
      audience: 'public',
      text: 'Bonjour Camille',
      inReplyTo: null,
      sentAt: '2026-03-02T08:59:00.000Z',
    })
  })
})

describe('connecting a source', () => {
  it('makes a secret and shows it once', async () => {
    const connected = await connect({ name: 'Forum d’entraide', replyUrl: 'https://forum.example/replies' })
    assert.ok(connected.kind === 'connected')
    assert.equal(connected.account.externalId, 'forum-d-entraide')
    assert.deepEqual(connected.secret, { secrets: [connected.reveal?.secret] })
    assert.deepEqual(connected.settings, { replyUrl: 'https://forum.example/replies' })
  })

  it('takes the secret of a source that makes its own, beside the one before, and does not show them', async () => {
    const [secret, previousSecret] = [newSecret(), newSecret()]
    const connected = await connect({ name: 'Avis', secret, previousSecret })
    assert.ok(connected.kind === 'connected')
    assert.deepEqual(connected.secret, { secrets: [secret, previousSecret] })
    assert.equal(connected.reveal, undefined)
  })

  it('refuses what is not a name, an address or a secret', async () => {
    const reasonOf = async (credentials: Record<string, string>) => {
      const connected = await connect(credentials)
      return connected.kind === 'refused' ? connected.reason : connected.kind
    }
    assert.equal(await reasonOf({}), 'bad-name')
    assert.equal(await reasonOf({ name: '💐' }), 'bad-name')
    assert.equal(await reasonOf({ name: 'x'.repeat(81) }), 'bad-name')
    for (const replyUrl of ['forum', 'ftp://forum.example', 'https://me:secret@forum.example/']) {
      assert.equal(await reasonOf({ name: 'Forum', replyUrl }), 'bad-reply-url', replyUrl)
    }
    assert.equal(await reasonOf({ name: 'Forum', secret: 'azerty' }), 'bad-secret')
    assert.equal(await reasonOf({ name: 'Forum', previousSecret: 'azerty' }), 'bad-secret')
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outgoing } from '../connector.ts'
import type { Answer } from './answer.ts'
import { no, scriptedAccount, yes } from './scripted-account.ts'
import { send } from './send.ts'

const calm = new AbortController().signal
const parent = { uri: 'at://did:plc:camille/app.bsky.feed.post/3n2udi6jxzs2p', cid: 'bafy1' }

const letter = (more: Partial<Outgoing> = {}): Outgoing => ({
  key: '0199f3c2-0000-7000-8000-000000000001',
  audience: 'public',
  text: 'Bonjour Camille',
  to: { externalId: 'did:plc:camille', handle: 'camille.test', displayName: 'Camille' },
  conversationKey: 'x',
  inReplyTo: { messageId: parent.uri, meta: { ...parent, root: parent }, text: '?', sentAt: 0 },
  thread: [parent.uri],
  attachments: [],
  since: 0,
  ...more,
})

const nobody = no(400, 'RecordNotFound')

const sending = async (changed: Record<string, Answer>, outgoing = letter()) => {
  const { account, asked } = scriptedAccount({
    'app.bsky.feed.getPosts': yes({ posts: [parent] }),
    'com.atproto.repo.getRecord': nobody,
    ...changed,
  })
  const outcome = await send(account, outgoing, 'fr', calm)
  const published = asked.filter(({ method }) => method === 'com.atproto.repo.putRecord')
  return { outcome, published, asked }
}

test('what the network would refuse is refused before it is asked', async () => {
  const image = { name: 'a.png', mediaType: 'image/png', content: new Uint8Array(10) }
  const cases: [Partial<Outgoing>, string][] = [
    [{ audience: 'private' }, 'not-supported-here'],
    [{ text: '\n ' }, 'empty'],
    [{ text: 'é'.repeat(301) }, 'too-long'],
    [{ text: '👨‍👩‍👧‍👦'.repeat(121) }, 'too-long'],
    [{ inReplyTo: { messageId: 'x', meta: {}, text: '', sentAt: 0 } }, 'nothing-to-answer'],
    [{ attachments: Array.from({ length: 5 }, () => image) }, 'too-many-media'],
    [{ attachments: [{ ...image, mediaType: 'image/gif' }] }, 'media-type'],
    [{ attachments: [{ ...image, content: new Uint8Array(2_000_001) }] }, 'media-too-big'],
  ]
  for (const [more, reason] of cases) {
    const { outcome, asked } = await sending({}, letter(more))
    assert.equal(outcome.kind === 'refused' && outcome.reason, reason)
    assert.deepEqual(asked, [])
  }
})

test('a network that does not answer before the publishing leaves nothing in doubt', async () => {
  const attachments = [{ name: 'a.png', mediaType: 'image/png', content: new Uint8Array(10) }]
  const away: [Record<string, Answer>, Outgoing][] = [
    [{ 'app.bsky.feed.getPosts': { kind: 'doubt', detail: 'reset' } }, letter()],
    [{ 'com.atproto.repo.uploadBlob': { kind: 'doubt', detail: 'reset' } }, letter({ attachments })],
    [{ 'com.atproto.identity.resolveHandle': no(502, '') }, letter({ text: 'Voyez @lucas.test' })],
    [{ 'app.bsky.feed.getPosts': { kind: 'signed-out', reason: 'wrong-password', detail: '' } }, letter()],
  ]
  for (const [answers, outgoing] of away) {
    const { outcome, published } = await sending(answers, outgoing)
    assert.equal(outcome.kind, 'later', JSON.stringify(outcome))
    assert.deepEqual(published, [])
  }
})

test('a yes to something else is in doubt', async () => {
  const elsewhere = yes({ uri: 'at://did:plc:other/app.bsky.feed.post/1', cid: 'bafy' })
  const { outcome } = await sending({ 'com.atproto.repo.putRecord': elsewhere })
  assert.equal(outcome.kind, 'ambiguous')
  const nothing = await sending({ 'com.atproto.repo.putRecord': yes(true) })
  assert.equal(nothing.outcome.kind, 'ambiguous')
})

test('a taken key whose post cannot be read is in doubt; so is a refusal that cannot look back', async () => {
  const taken = { 'com.atproto.repo.putRecord': no(400, 'InvalidSwap') }
  const away = { 'com.atproto.repo.getRecord': no(503, '') }
  assert.equal((await sending({ ...taken, ...away })).outcome.kind, 'ambiguous')
  assert.equal((await sending(taken)).outcome.kind, 'ambiguous')
  const gated = { 'app.bsky.feed.getPosts': yes({ posts: [{ ...parent, viewer: { replyDisabled: true } }] }) }
  assert.equal((await sending({ ...gated, ...away })).outcome.kind, 'ambiguous')
  const { outcome } = await sending(gated)
  assert.equal(outcome.kind === 'refused' && outcome.reason, 'thread-gated')
})

test('the same delivery is the same post to the byte', async () => {
  const [one, other] = [await sending({}), await sending({})]
  assert.equal(one.published.length, 1)
  assert.deepEqual(one.published, other.published)
  assert.equal(one.published[0]?.params.swapRecord, null)
})

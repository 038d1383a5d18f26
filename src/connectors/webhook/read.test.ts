import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exchangeOf, keyOfExchange } from './conversation.ts'
import { read } from './read.ts'

const camille = {
  id: 'u-12',
  handle: 'camille.roux',
  name: 'Camille Roux',
  url: 'https://forum.example/u/12',
  followers: 84,
}
const message = {
  type: 'message',
  id: 'p-1',
  conversation: 'fil-7',
  author: camille,
  audience: 'public',
  text: 'Toujours rien reçu 😡',
  sentAt: '2026-03-02T10:00:00+01:00',
}
const raw = (payload: unknown) => ({ raw: Buffer.from(JSON.stringify(payload)) })

describe('what a source hands in', () => {
  it('is a message, with the source’s own instant whenever it arrives', () => {
    assert.deepEqual(read(raw(message)), [
      {
        kind: 'message',
        messageId: 'p-1',
        conversationKey: 'public/fil-7/u-12',
        author: {
          externalId: 'u-12',
          handle: 'camille.roux',
          displayName: 'Camille Roux',
          profileUrl: 'https://forum.example/u/12',
          followers: 84,
        },
        audience: 'public',
        form: 'mention',
        text: 'Toujours rien reçu 😡',
        attachments: [],
        sentAt: Date.parse('2026-03-02T09:00:00Z'),
      },
    ])
  })

  it('keeps its place in the thread, its attachments and its language', () => {
    const attachments = [{ kind: 'image', url: 'https://forum.example/i/1.jpg', alt: 'Un bouquet fané' }]
    const [activity] = read(
      raw({ ...message, parentId: 'p-0', permalink: 'https://forum.example/p/1', language: 'fr', attachments }),
    )
    assert.ok(activity?.kind === 'message')
    assert.equal(activity.form, 'reply')
    assert.equal(activity.parentId, 'p-0')
    assert.equal(activity.language, 'fr')
    assert.deepEqual(activity.attachments, attachments)
  })

  it('is a change, a deletion, or the brand’s own words', () => {
    assert.deepEqual(read(raw({ type: 'edit', id: 'p-1', text: 'Reçu !', editedAt: '2026-03-02T09:05:00Z' })), [
      { kind: 'edit', messageId: 'p-1', text: 'Reçu !', editedAt: Date.parse('2026-03-02T09:05:00Z') },
    ])
    assert.deepEqual(read(raw({ type: 'deletion', id: 'p-1', deletedAt: '2026-03-02T09:06:00Z' })), [
      { kind: 'deletion', messageId: 'p-1', deletedAt: Date.parse('2026-03-02T09:06:00Z') },
    ])
    const replyId = '6b8c4a52-6f9e-4f0f-8f6e-0d4a1c2b3e4f'
    const own = { type: 'own', id: 'p-2', audience: 'public', text: 'Bonjour', sentAt: '2026-03-02T09:07:00Z', replyId }
    const sentAt = Date.parse('2026-03-02T09:07:00Z')
    assert.deepEqual(read(raw(own)), [
      { kind: 'own', messageId: 'p-2', audience: 'public', text: 'Bonjour', sentAt, mark: replyId },
    ])
  })

  it('is refused with the place of the fault when it is not to the letter', () => {
    const { sentAt: _, ...timeless } = message
    const cases: [unknown, RegExp][] = [
      [timeless, /sentAt/],
      [{ ...message, sentAt: 'hier' }, /sentAt/],
      [{ ...message, sentAt: '2026-03-02T09:00:00' }, /sentAt/],
      [{ ...message, sentAt: 1_772_442_000 }, /sentAt/],
      [{ ...message, txet: 'x' }, /txet/],
      [{ ...message, author: { ...camille, id: '' } }, /author\.id/],
      [{ ...message, author: { ...camille, url: 'javascript:alert(1)' } }, /author\.url/],
      [{ ...message, permalink: 'ftp://forum.example/1' }, /permalink/],
      [{ ...message, audience: 'friends' }, /audience/],
      [{ ...message, text: 'a'.repeat(100_001) }, /text/],
      [
        { ...message, attachments: Array.from({ length: 21 }, () => ({ kind: 'image', url: 'https://a.example/' })) },
        /attachments/,
      ],
      [{ ...message, type: 'shout' }, /type/],
      [[message], /payload/],
    ]
    for (const [payload, place] of cases) assert.throws(() => read(raw(payload)), place)
    assert.throws(() => read({ raw: Buffer.from([0x22, 0xff, 0x22]) }), /encoded data/)
    assert.throws(() => read({ raw: new Uint8Array(1_000_001) }), /at most/)
  })
})

describe('one customer’s exchange', () => {
  it('is found again from its key, whatever the ids are made of', () => {
    for (const [conversation, personId] of [
      ['a/b', 'c'],
      ['a', 'b/c'],
      ['é %2F', '#?'],
      ['https://x.example/1', '👩‍👧'],
    ] as const) {
      const exchange = { audience: 'private', conversation, personId } as const
      assert.deepEqual(exchangeOf(keyOfExchange(exchange)), exchange)
    }
    assert.notEqual(
      keyOfExchange({ audience: 'public', conversation: 'a/b', personId: 'c' }),
      keyOfExchange({ audience: 'public', conversation: 'a', personId: 'b/c' }),
    )
    for (const key of ['', 'public', 'public/a', 'open/a/b', 'public/a/b/c', 'public/%ZZ/b'])
      assert.equal(exchangeOf(key), null, key)
  })
})

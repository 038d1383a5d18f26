import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Activity } from '#core/mention.ts'
import { boundedKey } from './bounded-key.ts'
import { claimedAt, cleanActivity, isKeepableJson } from './clean.ts'
import { excerptOf } from './excerpt.ts'
import { isSubstantial } from './hear-change.ts'

const hostile = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${text}\0\ud800`)

describe('the ids of a network', () => {
  test('are kept as they are when they can be', () => {
    for (const id of ['at://did:plc:x/app.bsky.feed.post/3k', '<abc@mail.example>', 'é 💐'])
      assert.equal(boundedKey(id), id)
  })

  test('fit in an index whatever they are, and two of them never become one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(hostile, fc.string({ maxLength: 3_000 })), { minLength: 2, maxLength: 20 }),
        (ids) => {
          const kept = ids.map(boundedKey)
          assert.equal(new Set(kept).size, ids.length)
          for (const key of kept) assert.ok(Buffer.byteLength(key) <= 500 && key.isWellFormed() && !key.includes('\0'))
        },
      ),
    )
  })
})

test('whatever a network put into a message, what is kept of it can be kept', () => {
  const message = fc.record({ text: hostile, name: hostile, id: hostile, meta: fc.dictionary(hostile, hostile) }).map(
    ({ text, name, id, meta }): Activity => ({
      kind: 'message',
      messageId: id,
      conversationKey: id,
      author: { externalId: id, handle: name, displayName: name },
      audience: 'public',
      form: 'mention',
      text,
      attachments: [{ kind: 'file', name }],
      sentAt: 0,
      meta,
    }),
  )
  fc.assert(
    fc.property(message, (said) => {
      const kept = cleanActivity(said)
      assert.ok(isKeepableJson(JSON.stringify(kept)))
      assert.deepEqual(cleanActivity(kept), kept, 'cleaning twice is cleaning once')
    }),
  )
})

test('a text without harm is left alone', () => {
  const said: Activity = { kind: 'edit', messageId: 'a', text: 'L’été \\u0000 « coûte » 💐\n', editedAt: 1 }
  assert.deepEqual(cleanActivity(said), said)
})

test('a claimed time is believed when it can be true', () => {
  const received = Date.UTC(2026, 2, 2)
  assert.equal(claimedAt(received - 5, received), received - 5)
  for (const claim of [received + 1, Number.NaN, Number.POSITIVE_INFINITY, -8e15, 0])
    assert.equal(claimedAt(claim, received), received)
})

describe('the line of the inbox', () => {
  test('is one line, two hundred characters as a reader counts them', () => {
    assert.equal(excerptOf('  Bonjour,\n\n où est\tmon colis ?  '), 'Bonjour, où est mon colis ?')
    const family = '👩‍👩‍👧‍👦'
    assert.equal(excerptOf(family.repeat(201)), `${family.repeat(200)}…`)
    assert.equal(excerptOf(family.repeat(200)), family.repeat(200))
    assert.equal(excerptOf('é'.repeat(1_000_000)), `${'é'.repeat(200)}…`)
  })

  test('never ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 6_000 }), (text) =>
        assert.ok(excerptOf(text).isWellFormed()),
      ),
    )
  })
})

test('spaces, case and punctuation are no new words; a number or an emoji is', () => {
  assert.equal(isSubstantial('Colis perdu !', 'colis   perdu'), false)
  assert.equal(isSubstantial('Livré le 3', 'Livré le 13'), true)
  assert.equal(isSubstantial('Merci', 'Merci 😡'), true)
})

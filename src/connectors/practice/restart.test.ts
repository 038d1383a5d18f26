import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Activity } from '#core/mention.ts'
import { MINUTE_MS, SECOND_MS } from '#core/time.ts'
import type { Memory, OpenAccount, Outgoing } from '../connector.ts'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import { practice } from './index.ts'

const START = Date.parse('2026-03-02T09:00:00Z')
const account: OpenAccount = {
  id: 'a',
  externalId: 'practice-fleursduport',
  handle: 'fleursduport',
  secret: {},
  settings: { brand: 'Fleurs du Port', pace: 'lively', seed: 'redémarrage' },
}
const calm = new AbortController().signal

const answerTo = (message: Extract<Activity, { kind: 'message' }>, since: number): Outgoing => ({
  key: `key of ${message.messageId}`,
  audience: message.audience,
  text: 'Bonjour, nous sommes désolés, écrivez-nous en message privé, nous regardons.',
  to: message.author,
  conversationKey: message.conversationKey,
  inReplyTo: { messageId: message.messageId, meta: {}, text: message.text, sentAt: message.sentAt },
  thread: [],
  attachments: [],
  since,
})

/** Runs a desk for some minutes; the power is cut at each of these writes, and the desk starts again. */
const run = async (cuts: ReadonlySet<number>) => {
  let now = START
  let writes = 0
  const kept = memoryOf()
  const touch = async (write: () => Promise<void>): Promise<void> => {
    writes += 1
    if (cuts.has(writes)) throw new Error('the power is cut')
    await write()
  }
  const memory: Memory = {
    ...kept,
    put: (key, value) => touch(() => kept.put(key, value)),
    delete: (key) => touch(() => kept.delete(key)),
  }
  let cursor: unknown = null
  const receipts = new Map<string, Activity[]>()
  const open = () => practice.open(account, toolsWith({ memory, now: () => now, newId: () => 'the-same' }))
  const until = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
    for (let tries = 0; tries < 50; tries++) {
      const done = await attempt().catch(() => undefined)
      if (done !== undefined) return done
    }
    return assert.fail('the power never came back')
  }
  for (; now < START + 4 * MINUTE_MS; now += 10 * SECOND_MS) {
    const fresh: Activity[] = []
    for (let more = true; more; ) {
      const polled = await until(async () => open().poll?.(cursor, calm))
      assert.ok(polled.kind === 'polled')
      for (const { key, body } of polled.receipts) {
        if (receipts.has(key)) continue
        receipts.set(key, practice.read({ body }, account))
        fresh.push(...(receipts.get(key) ?? []))
      }
      cursor = polled.cursor
      more = polled.more
    }
    for (const message of fresh) {
      if (message.kind !== 'message' || message.messageId.length % 2 === 1) continue
      await until(async () => {
        const outcome = await open().send(answerTo(message, now), calm)
        return outcome.kind === 'ambiguous' ? undefined : outcome
      })
    }
  }
  return [...receipts].map(([key, activities]) => ({ key, activities }))
}

describe('the town, when the power is cut', () => {
  it('lives the same life as if it had not been, wherever it was cut', async () => {
    const undisturbed = await run(new Set())
    assert.ok(undisturbed.length > 20)
    assert.ok(undisturbed.some(({ activities }) => activities.some((one) => one.kind === 'own')))
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        assert.deepEqual(await run(new Set(places)), undisturbed)
      }),
      { numRuns: 25 },
    )
  })

  it('remembers nothing that it did not show, and shows nothing twice', async () => {
    const keys = (await run(new Set([1, 2, 3, 17, 18, 40, 41, 90]))).map(({ key }) => key)
    assert.equal(new Set(keys).size, keys.length)
    const places = keys.map((key) => Number(key.split(':')[1]))
    assert.deepEqual(
      places,
      places.map((_, place) => place + 1),
      'nothing is missing',
    )
  })
})

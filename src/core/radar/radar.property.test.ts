import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS } from '#core/time.ts'
import { addAuthor, countAuthors } from './authors.ts'
import { hearMessages } from './hear-messages.ts'
import { likeness, signatureOf } from './min-hash.ts'
import { hearOne, noPace, paceAt } from './pace.ts'
import { type HeardMessage, startRadar } from './radar.ts'

const word = fc.constantFrom(
  'bouquet',
  'fané',
  'livreur',
  'retard',
  'rose',
  'colis',
  'Nantes',
  'promo',
  'panne',
  'camion',
  'le',
  'merci',
)
const texts = fc.array(
  fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
  { maxLength: 40 },
)
const message = (text: string, i: number): HeardMessage => ({
  ...{ id: `m${i}`, at: i * 60_000, text, author: (i * 2_654_435_761) >>> 0, followers: 10, network: 'x' },
  ...{ topic: null, sentiment: i % 2 === 0 ? 'negative' : null },
})

test('every message with words is in exactly one story, and figures add up, however the batches are cut', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), (all, cut) => {
      const messages = all.map(message)
      const whole = hearMessages(startRadar(0), messages)
      const parts = hearMessages(hearMessages(startRadar(0), messages.slice(0, cut)), messages.slice(cut))
      assert.deepEqual(parts, whole)
      const told = whole.stories.reduce((sum, { count }) => sum + count, 0)
      const mute = messages.filter(({ text }) => /^(?:le|merci| )*$/.test(text)).length
      assert.equal(told, messages.length - mute)
      for (const { count, negative, networks, samples } of whole.stories) {
        assert.ok(negative <= count && samples.length <= count && samples.length > 0)
        assert.equal(networks.x, count)
      }
    }),
    { numRuns: 60 },
  )
})

test('a text is like itself, likeness goes both ways, and lies between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.array(word, { minLength: 1 }), (a, b) => {
      const [x, y] = [signatureOf(a), signatureOf(b)]
      assert.equal(likeness(x, x), 1)
      assert.equal(likeness(x, y), likeness(y, x))
      assert.ok(likeness(x, y) >= 0 && likeness(x, y) <= 1)
    }),
    { numRuns: 100 },
  )
})

test('a pace fades and never grows by itself; authors are counted exactly while few', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100 * HOUR_MS)), fc.nat(100 * HOUR_MS), (times, later) => {
      const pace = times.toSorted((a, b) => a - b).reduce(hearOne, noPace(0))
      const faded = paceAt(pace, pace.at + later)
      assert.ok(faded.fast <= pace.fast && faded.slow <= pace.slow && faded.fast <= faded.slow + 1e-9)
      assert.equal(paceAt(pace, pace.at - later).fast, pace.fast)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { maxLength: 60 }), (who) => {
      const kept = [...who, ...who].reduce<readonly number[]>(addAuthor, [])
      assert.equal(countAuthors(kept), new Set(who).size)
    }),
  )
})

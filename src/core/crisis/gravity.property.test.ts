import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS } from '#core/time.ts'
import { gaugeGravity } from './gravity.ts'
import type { GravityFacts } from './gravity-facts.ts'
import { type HeardMessage, hearGravity, type Voice } from './hear-gravity.ts'
import { HEATS, heatListOf } from './heat.ts'
import { SPEAKERS } from './speaker.ts'
import { sayGravityEn } from './words/gravity-en.ts'
import { sayGravityFr } from './words/gravity-fr.ts'

const few = fc.nat({ max: 60 })
const facts: fc.Arbitrary<GravityFacts> = fc.record({
  volume: fc.option(
    fc.record({
      counted: fc.nat(500),
      usual: fc.double({ min: 0, max: 50, noNaN: true }),
      overMs: fc.constant(300_000),
    }),
  ),
  wording: fc
    .record({
      ordinary: few,
      by: fc.uniqueArray(
        fc.record({
          heat: fc.constantFrom(...HEATS),
          people: fc.integer({ min: 1, max: 30 }),
          words: fc.constant([] as string[]),
        }),
        { selector: ({ heat }) => heat },
      ),
    })
    .map(({ ordinary, by }) => {
      const heated = Math.max(0, ...by.map(({ people }) => people))
      return { people: ordinary + heated, heated, by }
    }),
  speakers: fc.record({
    counts: fc.record(
      Object.fromEntries(SPEAKERS.map((kind) => [kind, fc.nat(4)])) as Record<
        (typeof SPEAKERS)[number],
        fc.Arbitrary<number>
      >,
    ),
    ...{ greatest: fc.option(fc.nat(2_000_000)), untold: few, guessed: fc.constant([]) },
  }),
  spread: fc
    .record({
      people: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }),
      new: fc.double({ min: 0, max: 1, noNaN: true }),
      lastedMs: fc.nat(8 * HOUR_MS),
    })
    .map(({ people: by, new: share, lastedMs }) => {
      const people = by.reduce((a, b) => a + b, 0)
      return {
        networks: by.map((n, i) => ({ network: `n${i}`, people: n, since: i })),
        people,
        newcomers: Math.floor(share * people),
        since: 0,
        lastedMs,
      }
    }),
})

test('the level is the one of its grades, never under the floor, and never a half', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { level, total, signs, floor } = gaugeGravity(given)
      assert.equal(
        total,
        Object.values(signs).reduce((sum, { grade }) => sum + grade, 0),
      )
      assert.ok(level >= 1 && level <= 4 && total >= 0 && total <= 12)
      if (floor !== null) assert.ok(level >= 2)
    }),
  )
})

test('more of any sign never makes it less grave', () => {
  fc.assert(
    fc.property(facts, few, (given, more) => {
      const before = gaugeGravity(given).total
      const { volume, wording, speakers, spread } = given
      const graver: GravityFacts[] = [
        { ...given, volume: volume && { ...volume, counted: volume.counted + more } },
        { ...given, wording: { ...wording, people: wording.people + more, heated: wording.heated + more } },
        { ...given, speakers: { ...speakers, counts: { ...speakers.counts, press: speakers.counts.press + more } } },
        {
          ...given,
          speakers: { ...speakers, counts: { ...speakers.counts, activist: speakers.counts.activist + more } },
        },
        { ...given, speakers: { ...speakers, greatest: (speakers.greatest ?? 0) + more * 50_000 } },
        { ...given, spread: { ...spread, lastedMs: spread.lastedMs + more * HOUR_MS } },
        { ...given, spread: { ...spread, newcomers: spread.newcomers + more, people: spread.people + more } },
        {
          ...given,
          spread: { ...spread, networks: [...spread.networks, { network: 'more', people: more + 1, since: 9 }] },
        },
      ]
      for (const one of graver) assert.ok(gaugeGravity(one).total >= before, JSON.stringify(one))
    }),
  )
})

test('what is said to raise or lower it does: the next level is exactly so many grades away', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { level, total, raise, lower, signs, floor } = gaugeGravity(given)
      if (raise !== null) {
        assert.ok(raise.level > level && raise.grades >= 1)
        assert.ok(raise.signs.every((sign) => signs[sign].next !== null))
        if (floor === null) assert.ok(raise.grades <= 3)
      } else assert.equal(level, 4)
      if (lower !== null) {
        assert.equal(lower.level, level - 1)
        assert.ok(lower.grades >= 1 && lower.grades <= total)
        assert.ok(lower.signs.every((sign) => signs[sign].back !== null))
      }
    }),
  )
})

test('both languages always say the level, four signs, and no empty sentence', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const gravity = gaugeGravity(given)
      for (const say of [sayGravityFr, sayGravityEn]) {
        const said = say(gravity)
        assert.ok(said.headline.includes(String(gravity.level)))
        assert.equal(said.signs.length, 4)
        for (const text of [
          said.headline,
          ...said.signs.map(({ sentence }) => sentence),
          ...said.notes,
          said.raise ?? '-',
          said.lower ?? '-',
        ])
          assert.ok(text.trim() !== '' && !/undefined|NaN|, ,|si ou|if or/.test(text), text)
      }
    }),
  )
})

const WORDS = [
  'Boycott !',
  'Merci beaucoup',
  'C’est une arnaque',
  'Où est mon bouquet ?',
  'Mon père est à l’hôpital',
  'not a scam',
]
const voice: fc.Arbitrary<Voice> = fc.record({
  id: fc.uuid(),
  handle: fc.constantFrom('camille_roux', 'JulieB_BFMTV', 'noe'),
  displayName: fc.constantFrom('Camille Roux', 'Maire de Nantes', 'Collectif Loire'),
  bio: fc.option(fc.constantFrom('Journaliste', 'fleurs et mer')),
  followers: fc.option(fc.nat(200_000)),
  network: fc.constantFrom('Bluesky', 'E-mail'),
  firstAt: fc.nat(HOUR_MS),
  wasKnown: fc.boolean(),
})
const heard = fc.record({
  voices: fc.uniqueArray(voice, { selector: ({ id }) => id, maxLength: 12 }),
  messages: fc.array(
    fc.record<HeardMessage>({
      by: fc.constantFrom('a', 'b', 'c', 'd'),
      text: fc.constantFrom(...WORDS),
      alsoHeat: fc.constant([]),
    }),
    { maxLength: 20 },
  ),
})
const list = heatListOf(['rupture de chaîne du froid'])
const read = ({ voices, messages }: { voices: readonly Voice[]; messages: readonly HeardMessage[] }) =>
  hearGravity({ volume: null, voices, messages, list, since: 0, now: HOUR_MS })

test('whoever says a thing twice, or a hundred times, counts once, in whatever order it came', () => {
  fc.assert(
    fc.property(heard, fc.nat(5), (given, times) => {
      const once = read(given)
      const repeated = {
        ...given,
        messages: [...given.messages, ...Array.from({ length: times }, () => given.messages).flat()],
      }
      assert.deepEqual(read(repeated), once)
      assert.deepEqual(read({ voices: given.voices.toReversed(), messages: given.messages.toReversed() }), once)
      assert.equal(
        Object.values(once.speakers.counts).reduce((a, b) => a + b, 0),
        given.voices.length,
      )
    }),
  )
})

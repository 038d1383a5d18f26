import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { type Choices, defaultChoices, eachTopic, MEANS, type QuietSlot } from './choices.ts'
import { decideTelling, MOST_TRIES, retryAt, type Standing } from './decide.ts'
import { quietUntil } from './quiet-hours.ts'
import { sumUp } from './sum-up.ts'
import { thingOf } from './thing.ts'
import { isGrave, KNOWN_KINDS, topicOf } from './topics.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

const PARIS = 'Europe/Paris'
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const NIGHT: QuietSlot = { days: EVERY_DAY, from: '20:00', until: '08:00' }
const UNSEEN: Standing = { seen: false, over: false, told: false }

const choicesWith = (slots: readonly QuietSlot[], timeZone = PARIS): Choices => ({
  means: eachTopic(() => MEANS),
  quiet: { timeZone, slots },
})
const at = (iso: string) => Date.parse(iso)

test('a note that names Aïcha in the evening reaches her at eight, a lost account at once', () => {
  const evening = at('2026-03-02T21:00:00Z')
  const later = evening + HOUR_MS
  const told = (kind: string) =>
    decideTelling({ kind, createdAt: evening }, choicesWith([NIGHT]), 'email', UNSEEN, later)
  assert.deepEqual(told('named-in-note'), { kind: 'later', at: at('2026-03-03T07:00:00Z') })
  assert.deepEqual(told('channel-needs-attention'), { kind: 'now' })
})

test('the desk’s own screen has the word first, and shorter where it is grave', () => {
  const now = at('2026-03-02T10:00:00Z')
  const told = (kind: string) => decideTelling({ kind, createdAt: now }, choicesWith([]), 'push', UNSEEN, now)
  assert.deepEqual(told('case-given'), { kind: 'later', at: now + MINUTE_MS })
  assert.deepEqual(told('published-outside'), { kind: 'later', at: now + 15_000 })
})

test('what was not chosen, seen, done, told or forgotten goes nowhere', () => {
  const createdAt = at('2026-03-02T10:00:00Z')
  const one = { kind: 'case-given', createdAt }
  const why = (standing: Partial<Standing>, now = createdAt + HOUR_MS, choices = choicesWith([])) => {
    const decision = decideTelling(one, choices, 'email', { ...UNSEEN, ...standing }, now)
    return decision.kind === 'never' ? decision.why : decision.kind
  }
  assert.equal(why({}), 'now')
  assert.equal(why({ seen: true }), 'seen')
  assert.equal(why({ over: true }), 'over')
  assert.equal(why({ told: true }), 'told')
  assert.equal(why({}, createdAt + 7 * DAY_MS), 'too-old')
  assert.equal(why({}, createdAt + HOUR_MS, defaultChoices(PARIS)), 'not-chosen')
})

test('quiet hours follow the wall: the nights of the clock changes end at eight too', () => {
  const quiet = { timeZone: PARIS, slots: [NIGHT] }
  assert.equal(quietUntil(quiet, at('2026-03-28T22:00:00Z')), at('2026-03-29T06:00:00Z'))
  assert.equal(quietUntil(quiet, at('2026-10-24T22:00:00Z')), at('2026-10-25T07:00:00Z'))
  const skipped = { timeZone: PARIS, slots: [{ days: [7], from: '02:15', until: '02:45' }] }
  assert.equal(quietUntil(skipped, at('2026-03-29T00:30:00Z')), null)
})

test('a night and the Sunday that follows it are one quiet, and Monday’s night begins it again', () => {
  const slots = [
    { days: [6], from: '20:00', until: '00:00' },
    { days: [7], from: '00:00', until: '00:00' },
  ]
  assert.equal(quietUntil({ timeZone: PARIS, slots }, at('2026-03-07T21:00:00Z')), at('2026-03-08T23:00:00Z'))
  assert.equal(quietUntil({ timeZone: PARIS, slots }, at('2026-03-09T00:00:00Z')), null)
})

const wall = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const slot = fc.record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })), from: wall, until: wall })
const zone = fc.constantFrom(
  PARIS,
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'UTC',
)
const aroundChanges = fc
  .tuple(
    fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-03-08T07:00:00Z', '2026-04-04T15:00:00Z'),
    fc.integer({ min: -3 * 1440, max: 3 * 1440 }),
  )
  .map(([iso, minutes]) => at(iso) + minutes * MINUTE_MS)
const kind = fc.constantFrom(...KNOWN_KINDS)
const setting = fc.record({ kind, slots: fc.array(slot, { maxLength: 4 }), timeZone: zone, createdAt: aroundChanges })

test('what is grave is never held back by quiet hours, and what is not never breaks them', () => {
  fc.assert(
    fc.property(setting, fc.integer({ min: 0, max: 3000 }), ({ kind, slots, timeZone, createdAt }, minutes) => {
      const now = createdAt + minutes * MINUTE_MS
      const decision = decideTelling({ kind, createdAt }, choicesWith(slots, timeZone), 'email', UNSEEN, now)
      if (isGrave(topicOf(kind)))
        assert.deepEqual(decision, minutes > 0 ? { kind: 'now' } : { kind: 'later', at: now + 15_000 })
      else if (decision.kind === 'now') assert.equal(quietUntil({ timeZone, slots }, now), null)
    }),
  )
})

test('later is later, and when it has come it is now: nobody waits for ever, and nobody is told twice', () => {
  fc.assert(
    fc.property(setting, ({ kind, slots, timeZone, createdAt }) => {
      const choices = choicesWith(slots, timeZone)
      let now = createdAt
      let told = 0
      for (let n = 0; n < 5; n += 1) {
        const decision = decideTelling({ kind, createdAt }, choices, 'push', { ...UNSEEN, told: told > 0 }, now)
        if (decision.kind === 'now') told += 1
        if (decision.kind === 'later') {
          assert.ok(decision.at > now)
          now = decision.at
        }
        if (decision.kind === 'never') assert.ok(decision.why === 'told' || now - createdAt >= 7 * DAY_MS)
      }
      assert.ok(told === 1 || (told === 0 && now - createdAt >= 7 * DAY_MS))
    }),
  )
})

test('a minute lies in quiet hours exactly when the wall says so', () => {
  fc.assert(
    fc.property(wall, wall, fc.integer({ min: 0, max: 7 * 1440 - 1 }), (from, until, minutes) => {
      const moment = at('2026-06-01T00:00:00Z') + minutes * MINUTE_MS
      const day = Math.floor(minutes / 1440) + 1
      const shown = new Date(moment).toISOString().slice(11, 16)
      const before = day === 1 ? 7 : day - 1
      for (const days of [[1, 2, 3], [7], EVERY_DAY]) {
        const expected =
          until > from
            ? days.includes(day) && from <= shown && shown < until
            : (days.includes(day) && shown >= from) || (days.includes(before) && shown < until)
        assert.equal(quietUntil({ timeZone: 'UTC', slots: [{ days, from, until }] }, moment) !== null, expected)
      }
    }),
  )
})

test('a failure is tried again later and later, and not for ever', () => {
  const waits = Array.from({ length: MOST_TRIES }, (_, n) => retryAt(n + 1, 0))
  assert.deepEqual(waits.at(-1), null)
  assert.deepEqual(waits.slice(0, 3), [MINUTE_MS, 2 * MINUTE_MS, 4 * MINUTE_MS])
  assert.ok(waits.every((wait) => wait === null || wait <= HOUR_MS))
})

test('one message says each thing of a case once, what is grave first', () => {
  const quiet = { kind: 'named-in-note', caseId: 'a', caseNumber: 12 }
  const { lines, more } = sumUp([quiet, quiet, { kind: 'speech.stopped', caseId: null, caseNumber: null }])
  assert.deepEqual(
    lines.map((line) => [line.kind, line.count]),
    [
      ['speech.stopped', 1],
      ['named-in-note', 2],
    ],
  )
  assert.equal(more, 0)
  const many = Array.from({ length: 30 }, (_, n) => ({ ...quiet, caseId: `c${n}` }))
  assert.equal(sumUp(many).more, 10)
})

test('a thing is the same whatever order its particulars come in', () => {
  const one = { kind: 'rota.hole', caseId: null, data: { a: 1, b: { c: 2, d: [3] } } }
  assert.equal(thingOf(one), thingOf({ ...one, data: { b: { d: [3], c: 2 }, a: 1 } }))
  assert.notEqual(thingOf(one), thingOf({ ...one, data: { a: 2, b: { c: 2, d: [3] } } }))
})

test('every kind has its sentence in both languages', () => {
  for (const words of [fr, en])
    for (const one of KNOWN_KINDS) assert.notEqual(words.sentence(one), words.sentence('unheard-of'), one)
})

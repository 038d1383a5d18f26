import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { GRAVITY_LEVELS, gaugeGravity, LEVEL_FROM } from './gravity.ts'
import type { GravityFacts } from './gravity-facts.ts'
import { sayGravityEn } from './words/gravity-en.ts'
import { sayGravityFr } from './words/gravity-fr.ts'

const SINCE = Date.UTC(2026, 2, 3, 13)
const nobody = { press: 0, elected: 0, activist: 0, 'large-audience': 0, ordinary: 0 }

/** An ordinary Tuesday: three messages of ordinary people on one network. */
const calm: GravityFacts = {
  volume: { counted: 3, usual: 2, overMs: 30 * MINUTE_MS },
  wording: { people: 3, heated: 0, by: [] },
  speakers: { counts: { ...nobody, ordinary: 3 }, greatest: 210, untold: 1, guessed: [] },
  spread: {
    networks: [{ network: 'Bluesky', people: 3, since: SINCE }],
    ...{ people: 3, newcomers: 1, since: SINCE, lastedMs: 20 * MINUTE_MS },
  },
}
/** Mother's day: bouquets that never came. */
const undelivered: GravityFacts = {
  volume: { counted: 54, usual: 2, overMs: 5 * MINUTE_MS },
  wording: {
    people: 35,
    heated: 12,
    by: [
      { heat: 'boycott', people: 8, words: ['boycottez'] },
      { heat: 'deceit', people: 5, words: ['arnaque'] },
    ],
  },
  speakers: {
    ...{ counts: { ...nobody, press: 1, ordinary: 34 }, greatest: 18_000, untold: 0 },
    guessed: [{ name: 'Julie Bernard', kind: 'press', guess: { from: 'bio', words: 'journaliste' } }],
  },
  spread: {
    networks: [
      { network: 'Bluesky', people: 28, since: SINCE },
      { network: 'E-mail', people: 7, since: SINCE + HOUR_MS },
    ],
    ...{ people: 35, newcomers: 30, since: SINCE, lastedMs: 2 * HOUR_MS + 10 * MINUTE_MS },
  },
}

const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

test('an ordinary day is level 1, and says what would raise it', () => {
  const gravity = gaugeGravity(calm)
  assert.equal(gravity.level, 1)
  assert.equal(gravity.total, 0)
  assert.equal(gravity.lower, null)
  assert.deepEqual(gravity.raise, { level: 2, grades: 3, signs: ['volume', 'wording', 'speakers', 'spread'] })
  const said = sayGravityFr(gravity)
  assert.equal(plain(said.headline), 'Gravité 1 sur 4 : aucun des quatre signes ne pèse.')
  assert.match(plain(said.raise), /^Monterait au niveau 2 avec 3 crans de plus, si le volume atteint 2 fois l’habitude/)
  assert.equal(said.lower, null)
})

test('loud, heated, in the press and on a second network is as grave as it gets, and each sign says its figures', () => {
  const gravity = gaugeGravity(undelivered)
  assert.deepEqual(
    Object.values(gravity.signs).map(({ sign, grade }) => [sign, grade]),
    [
      ['volume', 3],
      ['wording', 3],
      ['speakers', 2],
      ['spread', 2],
    ],
  )
  assert.equal(gravity.total, 10)
  assert.equal(gravity.level, 4)
  assert.equal(gravity.raise, null)
  assert.deepEqual(gravity.lower, { level: 3, grades: 2, signs: ['volume', 'wording'] })
  const fr = sayGravityFr(gravity)
  assert.match(
    plain(fr.headline),
    /^Gravité 4 sur 4 : 27 fois l’habitude \(54 messages en 5 min, 2 d’habitude\) ; 12 personnes sur 35/,
  )
  assert.match(
    plain(fr.lower),
    /Reviendrait au niveau 3 avec 2 crans de moins, si le volume repasse sous 15 fois l’habitude ou si moins de 10 personnes, ou moins de 30 %/,
  )
  assert.ok(
    fr.notes.some(
      (note) =>
        plain(note) === 'Julie Bernard : journaliste ou média supposé, pour « journaliste » dans sa présentation.',
    ),
  )
  assert.equal(plain(fr.short), 'Gravité 4 sur 4 : volume, mots, qui parle, étendue.')
  const en = sayGravityEn(gravity)
  assert.match(
    en.headline,
    /^Gravity 4 of 4: 27 times the usual \(54 messages in 5 min, 2 as a rule\); 12 people of 35/,
  )
  assert.ok(
    en.notes.some(
      (note) =>
        note === 'Julie Bernard: supposed journalist or outlet, for “journaliste” in what they say of themselves.',
    ),
  )
})

test('one sign alone, however loud, makes no more than level 2', () => {
  const loud = gaugeGravity({ ...calm, volume: { counted: 10_000, usual: 1, overMs: 5 * MINUTE_MS } })
  assert.equal(loud.level, 2)
  const famous = gaugeGravity({
    ...calm,
    speakers: { ...calm.speakers, counts: { ...nobody, press: 9 }, greatest: 5_000_000 },
  })
  assert.equal(famous.level, 2)
})

test('two people who speak of danger are never level 1, and the sentence says so', () => {
  const gravity = gaugeGravity({
    ...calm,
    wording: { people: 40, heated: 2, by: [{ heat: 'danger', people: 2, words: ['hopital'] }] },
  })
  assert.equal(gravity.level, 2)
  assert.equal(gravity.floor, 'danger')
  assert.equal(gravity.signs.wording.grade, 2)
  assert.equal(gravity.lower, null)
  assert.ok(sayGravityFr(gravity).notes.some((note) => note.includes('danger')))
  const one = gaugeGravity({
    ...calm,
    wording: { people: 40, heated: 1, by: [{ heat: 'danger', people: 1, words: [] }] },
  })
  assert.equal(one.floor, null)
})

test('a feed that nobody hears is not calm: the level is a minimum', () => {
  const gravity = gaugeGravity({ ...undelivered, volume: null })
  assert.equal(gravity.atLeast, true)
  assert.equal(gravity.level, 3)
  assert.match(plain(sayGravityFr(gravity).headline), /^Gravité 3 sur 4 au moins/)
  assert.match(sayGravityEn(gravity).headline, /^Gravity 3 of 4 at least/)
  assert.ok(sayGravityEn(gravity).notes.some((note) => note.includes('minimum')))
})

test('few messages beyond the usual are no volume, whatever multiple they make', () => {
  assert.equal(gaugeGravity({ ...calm, volume: { counted: 4, usual: 0, overMs: 1 } }).signs.volume.grade, 0)
  assert.equal(gaugeGravity({ ...calm, volume: { counted: 5, usual: 0, overMs: 1 } }).signs.volume.grade, 2)
  assert.equal(gaugeGravity({ ...calm, volume: { counted: 105, usual: 100, overMs: 1 } }).signs.volume.grade, 0)
})

test('one visitor on a second network is not yet a spread, two are', () => {
  const on = (people: number) =>
    gaugeGravity({
      ...calm,
      spread: { ...calm.spread, networks: [...calm.spread.networks, { network: 'E-mail', people, since: SINCE }] },
    }).signs.spread
  assert.equal(on(1).grade, 0)
  assert.equal(on(2).grade, 1)
  assert.deepEqual(on(2).next, { kind: 'reach', by: ['network', 'newcomers', 'lasting'] })
})

test('level 4 that cannot fall says why', () => {
  const lasting = gaugeGravity({
    volume: null,
    wording: { people: 100, heated: 50, by: [{ heat: 'scandal', people: 50, words: [] }] },
    speakers: { counts: { ...nobody, elected: 3 }, greatest: null, untold: 3, guessed: [] },
    spread: { ...undelivered.spread, lastedMs: 5 * HOUR_MS },
  })
  assert.equal(lasting.level, 4)
  // 9 grades, 3 of them from words: one grade less is enough.
  assert.deepEqual(lasting.lower, { level: 3, grades: 1, signs: ['wording'] })
  const silent = gaugeGravity({ ...undelivered, volume: null, wording: { people: 9, heated: 0, by: [] } })
  assert.equal(silent.level, 2)
  assert.equal(silent.lower, null)
  assert.match(sayGravityEn(silent).lower ?? '', /^Does not fall while it lasts/)
})

test('the levels begin where they say', () => {
  assert.deepEqual(
    GRAVITY_LEVELS.map((level) => LEVEL_FROM[level]),
    [0, 3, 6, 9],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { type Judged, judgeCrisis, type ReportFacts } from './after-report.ts'
import { drawCurves, roundUp } from './curve.ts'
import { tellPublicStory } from './public-story.ts'
import { type ReportAround, reportDocument } from './report-document.ts'
import { reportEn } from './words/report-en.ts'
import { reportFr } from './words/report-fr.ts'

const START = Date.UTC(2026, 4, 31, 12)
const at = (minutes: number) => START + minutes * MINUTE_MS

/** The undelivered bouquets, run well. */
const well: ReportFacts = {
  ...{ title: 'Livraisons de la fête des mères', level: 2, now: at(400), firstAt: START, declaredBy: 'Sarah Duval' },
  alert: { raisedAt: at(6), takenAt: at(8) },
  ...{ declaredAt: at(14), pilotTakenAt: at(14), closedAt: at(300), unmet: [] },
  public: {
    updates: [
      { at: at(30), dueAt: at(44) },
      { at: at(85), dueAt: at(90) },
    ],
    nextDueAt: at(320),
  },
  counts: { mentions: 312, people: 280, cases: 250, answered: 250, owed: 0, broken: 0, medianMs: 22 * MINUTE_MS },
  maySay: { confirmed: 3, takenBack: 0, open: 0 },
  ...{ contests: { made: 2, upheld: 1, open: 0 }, heldIn: 4, unheard: 0 },
  handovers: [{ at: at(120), takenAfterMs: 2 * MINUTE_MS }],
  notes: [{ step: 'half-hour', dueAt: at(44), sentAt: at(50) }],
}
/** The same, run badly: told late, said too much, left people waiting. */
const badly: ReportFacts = {
  ...{ ...well, alert: { raisedAt: at(40), takenAt: null }, declaredAt: at(100), pilotTakenAt: null },
  public: { updates: [], nextDueAt: at(130) },
  counts: { ...well.counts, answered: 120, owed: 130, broken: 90 },
  maySay: { confirmed: 2, takenBack: 1, open: 1 },
  ...{ contests: { made: 2, upheld: 0, open: 2 }, unheard: 1, unmet: ['none-late'] },
  handovers: [{ at: at(120), takenAfterMs: null }],
  notes: [{ step: 'half-hour', dueAt: at(130), sentAt: null }],
}
const verdictOf = (facts: ReportFacts) => new Map(judgeCrisis(facts).map(({ on, verdict }) => [on, verdict]))
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('a crisis that was run well is judged well on every point, and one run badly fails on every point', () => {
  assert.deepEqual(new Set(verdictOf(well).values()), new Set(['well']))
  const failed = verdictOf(badly)
  assert.deepEqual(new Set(failed.values()), new Set(['failed']))
  assert.deepEqual(
    [...verdictOf(well).keys()].filter((on) => on !== 'pace'),
    [...failed.keys()],
  )
})

test('what the facts do not tell is not judged', () => {
  const found = verdictOf({
    ...{ ...well, alert: null, closedAt: null, now: at(20), pilotTakenAt: null, notes: [], handovers: [] },
    public: { updates: [], nextDueAt: at(44) },
    counts: { ...well.counts, cases: 0 },
    maySay: { confirmed: 0, takenBack: 0, open: 0 },
    contests: { made: 0, upheld: 0, open: 0 },
  })
  for (const on of ['seen', 'taken', 'piloted', 'first-word', 'answered', 'truth'] as const satisfies readonly Judged[])
    assert.equal(found.get(on), 'unknown', on)
  for (const on of ['closing', 'lead', 'contests', 'notes', 'pace'] as const satisfies readonly Judged[])
    assert.equal(found.has(on), false, on)
})

test('each word to the public is judged by what was due when it was said', () => {
  const thread = [
    { at: START, name: 'incident.declared', data: { level: 2 } },
    { at: at(20), name: 'incident.update-made', data: {} },
    { at: at(40), name: 'incident.level-set', data: { from: 2, to: 3 } },
    { at: at(60), name: 'incident.update-made', data: {} },
    { at: at(61), name: 'incident.update-planned', data: { at: at(200) } },
    { at: at(199), name: 'incident.update-made', data: {} },
  ]
  const { updates, nextDueAt } = tellPublicStory(START, thread)
  // Half an hour for the first at level 2; then an hour, which level 3 makes half an hour; then what was announced.
  assert.deepEqual(
    updates.map(({ dueAt }) => (dueAt - START) / MINUTE_MS),
    [30, 50, 200],
  )
  assert.equal(nextDueAt, at(229))
  const judged = judgeCrisis({ ...well, declaredAt: START, closedAt: at(220), public: { updates, nextDueAt } })
  const pace = judged.find(({ on }) => on === 'pace')
  assert.deepEqual([pace?.verdict, pace?.count, pace?.of, pace?.code], ['failed', 1, 2, 'C3'])
})

const around: ReportAround = {
  ...{ brand: 'Fleurs du Port', timeZone: 'Europe/Paris' },
  decisions: [{ at: at(35), by: 'Sarah Duval', words: 'Camion de réserve <demandé>' }],
  mentions: [
    { at: START, count: 3, usual: 2 },
    { at: at(5), count: 54, usual: null },
    { at: at(10), count: 180, usual: 2 },
  ],
  answers: [
    { at: START, answered: 0, owed: 3 },
    { at: at(10), answered: 40, owed: 140 },
  ],
}

test('the report says what failed first, with its rule and what to do, in both languages', () => {
  const fr = reportDocument(badly, around, reportFr('Europe/Paris'))
  assert.equal(plain(fr.headline), '14 points ont manqué, 0 point a été tenu.')
  assert.equal(fr.verdicts[0]?.verdict, 'failed')
  const first = fr.verdicts[0]?.lines.find(({ code }) => code === 'L3')
  assert.equal(plain(first?.text ?? ''), 'L’alerte a suivi le premier message en 40 min (repère : 10 min).')
  assert.ok((first?.advice ?? '').length > 10)
  const en = reportDocument(well, around, reportEn('Europe/Paris'))
  assert.equal(en.headline, 'The 15 points that the journal lets one judge were kept.')
  assert.deepEqual(
    en.verdicts.map(({ verdict }) => verdict),
    ['well'],
  )
  assert.deepEqual(
    en.story.lines.slice(0, 3).map(({ text }) => text),
    ['First message of the affair', 'Alert', 'Alert taken'],
  )
  for (const document of [fr, en])
    for (const text of document.verdicts.flatMap(({ lines }) => lines.flatMap((one) => [one.text, one.advice ?? '-'])))
      assert.ok(text !== '' && !/undefined|NaN|null/.test(text), text)
})

test('a curve keeps to its box, breaks where nothing is known, and ends at a round figure', () => {
  const { most, paths, from, until } = drawCurves(
    [
      { name: 'usual', style: 'dashed', points: around.mentions.map(({ at: x, usual: value }) => ({ at: x, value })) },
      { name: 'count', style: 'main', points: around.mentions.map(({ at: x, count: value }) => ({ at: x, value })) },
    ],
    100,
    50,
  )
  assert.deepEqual([most, from, until], [200, START, at(10)])
  assert.equal(paths[0]?.d, 'M0 49.5M100 49.5')
  assert.equal(paths[1]?.d, 'M0 49.3L50 36.5L100 5')
  assert.deepEqual(drawCurves([], 10, 10), { paths: [], most: 5, from: null, until: null })
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (n) => {
      assert.ok(roundUp(n) >= n && roundUp(n) <= Math.max(5, n * 2.5 + 1))
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.nat(HOUR_MS), value: fc.option(fc.nat(10_000)) })), (points) => {
      for (const { d } of drawCurves([{ name: 'x', style: 'main', points }], 100, 50).paths)
        for (const [, x, y] of d.matchAll(/[ML]([\d.]+) ([\d.]+)/g))
          assert.ok(Number(x) >= 0 && Number(x) <= 100 && Number(y) >= 0 && Number(y) <= 50)
    }),
  )
})

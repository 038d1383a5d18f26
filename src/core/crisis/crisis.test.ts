import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rota } from '#core/rota/rota.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { mayClose, readCriteria } from './closing.ts'
import { proposeLevel } from './level.ts'
import { belongsTo, findTooWide, type Matching, NOTHING_MATCHES } from './matching.ts'
import { whyNotPut } from './may-say-line.ts'
import { afterUpdate, atLevel, mayAnnounce, startClock } from './public-clock.ts'
import { choosePilot, type Held, isTakenCareOf } from './roles.ts'
import { findSame } from './same-incident.ts'
import { suggestMatching } from './suggest-matching.ts'

const NOON = Date.UTC(2026, 4, 31, 12)
const about = (more: Partial<Matching>): Matching => ({ ...NOTHING_MATCHES, ...more })
const mention = (text: string, more: { topic?: 'delivery' | 'quality'; accountId?: string } = {}) => ({
  text,
  topic: more.topic ?? null,
  accountId: more.accountId ?? 'account',
})

test('a mention belongs by its topic or by a word in any number, on the accounts of the incident, unless it says what means something else', () => {
  const late = about({ topics: ['delivery'], words: ['bouquet'], without: ['mariage'], accountIds: ['account'] })
  assert.ok(belongsTo(late, mention('Où sont mes BOUQUETS ?')))
  assert.ok(belongsTo(late, mention('Toujours rien reçu', { topic: 'delivery' })))
  assert.ok(!belongsTo(late, mention('Le bouquet du mariage était splendide')))
  assert.ok(!belongsTo(late, mention('Où est mon bouquet ?', { accountId: 'other' })))
  assert.ok(!belongsTo(late, mention('Bonne journée')))
})

test('the next word is announced for an hour to come, and not for one so far that the clock falls silent (C3)', () => {
  assert.ok(mayAnnounce(NOON + HOUR_MS, NOON))
  assert.ok(mayAnnounce(NOON + 72 * HOUR_MS, NOON))
  for (const at of [NOON, NOON - 1, NOON + 73 * HOUR_MS, Date.UTC(9999, 0)]) assert.ok(!mayAnnounce(at, NOON))
})

test('an incident of which nothing is said links nothing; one that is all of its accounts links all but what means something else', () => {
  assert.ok(!belongsTo(NOTHING_MATCHES, mention('Où est mon bouquet ?', { topic: 'delivery' })))
  assert.ok(belongsTo(about({ all: true }), mention('Bonjour')))
  assert.ok(!belongsTo(about({ all: true, without: ['recrutement'] }), mention('Votre recrutement')))
})

test('words that are the brand’s own name, or a part of it, would link every mention and are told apart', () => {
  assert.deepEqual(findTooWide(['orange', 'panne', 'ORANGÉ', '…'], ['Orange', '@orange_fr']), ['orange', 'ORANGÉ', '…'])
  assert.deepEqual(findTooWide(['fleurs', 'port', 'bouquet'], ['Fleurs du Port']), ['fleurs', 'port'])
})

test('what stands out of a surge is proposed, never the brand’s own name, and never everything unless all else is drowned', () => {
  const surge = Array.from({ length: 40 }, (_, n) => ({
    text: n % 4 === 0 ? 'Fleurs du Port, bonne fête' : 'Fleurs du Port : livraison promise samedi, toujours rien',
    topic: n % 4 === 0 ? null : ('delivery' as const),
  }))
  const before = Array.from({ length: 40 }, () => ({ text: 'Merci Fleurs du Port, toujours parfait', topic: null }))
  const at = { brandNames: ['Fleurs du Port'], accountIds: [], times: 27 }
  assert.deepEqual(
    suggestMatching(surge, before, at),
    about({ topics: ['delivery'], words: ['livraison', 'promise', 'rien'] }),
  )
  assert.ok(suggestMatching(before, before, at).all)
  assert.deepEqual(suggestMatching(before, before, { ...at, times: 4 }), NOTHING_MATCHES)
  assert.deepEqual(suggestMatching([], [], at), NOTHING_MATCHES)
})

test('an affair that is declared twice is one: of one alert, or with a topic or a word in common on the same accounts', () => {
  const open = [{ alertId: 'a', matching: about({ topics: ['delivery'], words: ['fête des mères'] }) }]
  const [first] = open
  const same = (alertId: string | null, matching: Matching) => findSame(open, { alertId, matching })
  assert.equal(same('a', about({ words: ['autre'] })), first)
  assert.equal(same(null, about({ words: ['Fete des meres'] })), first)
  assert.equal(same(null, NOTHING_MATCHES), first)
  assert.equal(same('b', about({ topics: ['quality'], words: ['pesticide'] })), null)
  const elsewhere = [{ alertId: null, matching: about({ topics: ['delivery'], accountIds: ['x'] }) }]
  assert.equal(
    findSame(elsewhere, { alertId: null, matching: about({ topics: ['delivery'], accountIds: ['y'] }) }),
    null,
  )
})

test('the public hears soon, then by the pace of the level; a higher level hastens, a lower one puts nothing off', () => {
  const clock = startClock(2, NOON)
  assert.equal(clock.nextAt - NOON, 30 * MINUTE_MS)
  assert.equal(atLevel(clock, 3, NOON).nextAt - NOON, 15 * MINUTE_MS)
  assert.equal(atLevel(clock, 1, NOON).nextAt, clock.nextAt)
  assert.deepEqual(afterUpdate(3, NOON), { lastAt: NOON, nextAt: NOON + 30 * MINUTE_MS })
})

test('the level follows how many times the usual, and how angry', () => {
  assert.equal(proposeLevel({ times: 27, negativeShare: 0.81 }), 3)
  assert.equal(proposeLevel({ times: 27, negativeShare: null }), 2)
  assert.equal(proposeLevel({ times: 3, negativeShare: 0.9 }), 1)
  assert.equal(proposeLevel(null), 2)
})

const rotaWith = (...absences: Rota['absences']): Rota => ({
  timeZone: 'Europe/Paris',
  hands: ['sarah', 'julien', 'aicha'].map((memberId) => ({ memberId, able: ['watch', 'answer'] })),
  ...{ shifts: [], absences, closedDays: [] },
})
const away = (memberId: string, standInId: string | null = null) => ({
  ...{ memberId, standInId, fromAt: NOON - HOUR_MS, untilAt: NOON + HOUR_MS },
})
const crew = (rota: Rota, able = ['sarah', 'julien', 'aicha']) => ({ rota, able, managers: ['sarah'] })
const held = (role: Held['role'], memberId: string, takenAt: number | null = NOON): Held => ({
  role,
  memberId,
  takenAt,
})

test('a pilot who is away or has left is followed by their stand-in, the cell, a manager, and never by nobody', () => {
  const cell = [held('pilot', 'aicha'), held('writes', 'julien')]
  assert.equal(choosePilot(cell, crew(rotaWith()), NOON), 'aicha')
  assert.equal(choosePilot(cell, crew(rotaWith(away('aicha', 'sarah'))), NOON), 'sarah')
  assert.equal(choosePilot(cell, crew(rotaWith(away('aicha'))), NOON), 'julien')
  assert.equal(choosePilot([held('pilot', 'gone')], crew(rotaWith()), NOON), 'sarah')
  const nobody = rotaWith(away('sarah'), away('julien'), away('aicha'))
  assert.equal(choosePilot(cell, crew(nobody), NOON), 'sarah')
  assert.equal(choosePilot([], { rota: nobody, able: [], managers: [] }, NOON), null)
})

test('« we are on it » is true once a named pilot has said so', () => {
  assert.ok(isTakenCareOf([held('pilot', 'aicha')]))
  assert.ok(!isTakenCareOf([held('pilot', 'aicha', null), held('writes', 'julien')]))
  assert.ok(!isTakenCareOf([]))
})

test('nothing is confirmed without a proof, nothing forbidden without something to know it by', () => {
  const line = { state: 'confirmed', says: 'x', words: [], claims: [], dates: false, proof: null } as const
  assert.equal(whyNotPut(line), 'proof-needed')
  assert.equal(whyNotPut({ ...line, proof: 'la logistique' }), null)
  assert.equal(whyNotPut({ ...line, state: 'forbidden' }), 'nothing-to-know-it-by')
  assert.equal(whyNotPut({ ...line, state: 'unconfirmed', dates: true }), null)
  assert.equal(whyNotPut({ ...line, state: 'withdrawn' }), null)
})

test('a cell closes when it is calm, nobody is late, nothing is left open and the public was told; else with a reason', () => {
  const calm = {
    now: NOON,
    declaredAt: NOON - 3 * HOUR_MS,
    lastHour: 2,
    usualHour: 4,
    late: 0,
    unconfirmed: 0,
    lastPublicAt: NOON,
    untold: 0,
  }
  assert.ok(mayClose(readCriteria(calm), null))
  const loud = readCriteria({ ...calm, lastHour: 40, late: 1 })
  assert.deepEqual(
    loud.flatMap(({ name, met }) => (met ? [] : [name])),
    ['calm', 'none-late'],
  )
  assert.ok(!mayClose(loud, ' '))
  assert.ok(mayClose(loud, 'fausse alerte'))
  assert.ok(!mayClose(readCriteria({ ...calm, untold: 7 }), null))
  assert.ok(!mayClose(readCriteria({ ...calm, declaredAt: NOON - MINUTE_MS }), null))
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Planned, play, silent, type Team } from '#test/drill/play.ts'
import type { DrillCode } from './codes.ts'
import type { Happening, Moment } from './happening.ts'
import { readScenarioValue } from './read/read-scenario.ts'
import type { Scenario } from './scenario.ts'

/** Noé has not got his parcel; accounts can refund him; Inès follows along. */
const scenarioWith = (changes: Readonly<Record<string, unknown>> = {}): Scenario => {
  const read = readScenarioValue({
    format: 'vigie-drill/1',
    id: 'parcel',
    ...{ title: 'Le colis', source: 'Inventé', briefing: 'Un colis.', lesson: 'Répondre.' },
    codes: { A1: 1, A2: 1, G4: 1 },
    brand: { name: 'Fleurs du Port', handle: 'fleursduport', trade: 'fleuriste' },
    begins: { weekday: 1, time: '09:00' },
    ...{ lasts: 200, promise: 30, validation: 10, sensitive: ['avocat*'] },
    crowd: { usual: 1, most: 100 },
    people: [
      {
        id: 'noe',
        name: 'Noé Faure',
        handle: 'noefaure',
        language: 'fr',
        temper: 'patient',
        wants: 'repair',
        followers: 900,
      },
      {
        id: 'ines',
        name: 'Inès Bouvier',
        handle: 'ines',
        language: 'fr',
        temper: 'loyal',
        wants: 'answer',
        followers: 700,
      },
    ],
    facts: [{ id: 'refunded', says: 'Noé est remboursé.', kind: 'refund', about: ['noe'] }],
    departments: [
      {
        ...{ id: 'accounts', name: 'Comptabilité', otherwise: { after: 5, says: 'Qui ?' } },
        answers: [{ id: 'pay', asked: ['rembours*'], about: ['noe'], after: 10, says: 'Fait.', makes: ['refunded'] }],
      },
    ],
    injects: [{ id: 'noe-writes', at: 1, kind: 'message', by: 'noe', text: 'Où est mon colis @fleursduport ?' }],
    voices: [{ mood: 'stirring', text: 'Et alors {at} ?' }],
    ...changes,
  })
  assert.deepEqual(read.faults, [])
  assert.ok(read.scenario)
  return read.scenario
}

const doing = (...acts: readonly Planned[]): Team => ({ ...silent, acts })
const answer = (minute: number, text: string, more: object = {}): Planned => ({
  ...{ minute, kind: 'reply' as const, to: 'noe', audience: 'public' as const, text },
  ...more,
})

const said = (happenings: readonly Happening[], person: string): string[] =>
  happenings.flatMap((one) =>
    one.kind === 'activity' && one.person === person && one.activity.kind === 'message'
      ? ['situation' in one.because ? one.because.situation : one.because.inject]
      : [],
  )
const moments = (happenings: readonly Happening[], code: DrillCode): Moment[] =>
  happenings.flatMap((one) => (one.kind === 'moment' && one.moment.code === code ? [one.moment] : []))

const GOOD =
  'Bonjour Noé, je suis désolée. Je regarde et je vous réponds avant midi. Écrivez-moi en message privé. Aïcha'

describe('somebody who waits', () => {
  it('asks again, sharper each time, and at last shouts for all to hear (A1)', () => {
    const { log, debrief } = play(scenarioWith(), silent)
    assert.deepEqual(said(log.happenings, 'noe'), ['noe-writes', 'ignored', 'ignored-again', 'shout'])
    assert.deepEqual(
      moments(log.happenings, 'A1').map(({ is }) => is),
      ['missed'],
    )
    assert.ok((debrief.curve.at(-1)?.opinion ?? 0) < 0)
  })

  it('is answered late when the promise has passed, and late is not never (A2)', () => {
    const { log } = play(scenarioWith(), doing(answer(40, GOOD)))
    assert.equal(moments(log.happenings, 'A1')[0]?.is, 'kept')
    assert.equal(moments(log.happenings, 'A2')[0]?.is, 'missed')
  })

  it('comes back when they were told « we are on it » and hear no more', () => {
    const { log } = play(scenarioWith(), doing(answer(5, 'Bonjour Noé, pardon, je m’en occupe tout de suite. Aïcha')))
    assert.deepEqual(said(log.happenings, 'noe').slice(0, 3), ['noe-writes', 'calmed', 'comes-back'])
  })
})

describe('somebody who is answered', () => {
  it('writes in private when invited there (P1), and says in public that it is settled once it is', () => {
    const { log } = play(
      scenarioWith(),
      doing(
        answer(5, GOOD),
        { minute: 6, kind: 'ask', department: 'accounts', person: 'noe', text: 'Merci de rembourser Noé.' },
        answer(40, 'Noé, c’est fait : vous avez été remboursé, virement confirmé. Aïcha', { audience: 'private' }),
      ),
    )
    const heard = said(log.happenings, 'noe')
    for (const situation of ['private-opening', 'private-settled', 'thanks-in-public'])
      assert.ok(heard.includes(situation), situation)
    assert.deepEqual(
      moments(log.happenings, 'P1').map(({ is }) => is),
      ['kept'],
    )
    assert.deepEqual(moments(log.happenings, 'G4'), [])
  })

  it('is hurt by a reproach, an insult or a question in public, and each is told by its code', () => {
    const hurts: readonly [DrillCode, string, string][] = [
      ['G3', 'Vous êtes ridicule, calmez-vous et arrêtez de pleurer.', 'insulted'],
      ['G7', 'Cessez de vous plaindre en public, vous auriez dû nous appeler.', 'blamed'],
      ['G1', 'Donnez-nous ici votre numéro de téléphone et votre adresse complète.', 'data-refused'],
    ]
    for (const [code, text, situation] of hurts) {
      const { log } = play(scenarioWith(), doing(answer(5, text)))
      const [fault] = moments(log.happenings, code)
      assert.equal(fault?.is, 'fault', code)
      assert.ok(text.includes(fault?.quote ?? '…'), `${code} quotes the very words`)
      assert.ok(said(log.happenings, 'noe').includes(situation), `${code}: ${said(log.happenings, 'noe')}`)
    }
  })

  it('notices what was told to somebody else, word for word (A4)', () => {
    const scenario = scenarioWith({
      injects: [
        { id: 'noe-writes', at: 1, kind: 'message', by: 'noe', text: 'Où est mon colis @fleursduport ?' },
        { id: 'ines-writes', at: 2, kind: 'message', by: 'ines', text: 'Et le mien @fleursduport ?' },
      ],
    })
    const { log } = play(scenario, doing(answer(5, GOOD), answer(6, GOOD, { to: 'ines' })))
    assert.deepEqual(
      moments(log.happenings, 'A4').map(({ is, person }) => [is, person]),
      [['fault', 'ines']],
    )
    assert.ok(said(log.happenings, 'ines').includes('canned'))
  })
})

describe('a private way', () => {
  const closed = scenarioWith({
    people: [
      {
        ...{ id: 'noe', name: 'Noé Faure', handle: 'noefaure', language: 'fr', temper: 'patient', wants: 'repair' },
        ...{ followers: 900, door: 'not-mutual' },
      },
    ],
  })

  it('that does not open for this person is told them in vain (P2); one that does brings them there', () => {
    const vain = play(closed, doing(answer(5, GOOD))).log
    assert.deepEqual(said(vain.happenings, 'noe').slice(0, 2), ['noe-writes', 'private-closed'])
    assert.equal(moments(vain.happenings, 'P2')[0]?.is, 'fault')
    const text =
      'Bonjour Noé, je suis désolée. Je regarde avant midi : écrivez-moi à bonjour@fleursduport.example. Aïcha'
    const open = play(closed, doing(answer(5, text))).log
    assert.ok(said(open.happenings, 'noe').includes('private-opening'))
    assert.deepEqual(moments(open.happenings, 'P2'), [])
  })
})

describe('what is not true', () => {
  const lie = answer(5, 'Bonjour Noé, c’est fait : vous avez été remboursé hier. Aïcha')

  it('is believed, then found out, and spreads with a screenshot of the very words (G4)', () => {
    const { log } = play(scenarioWith(), doing(lie))
    const found = log.happenings.find(
      (one) => one.kind === 'activity' && 'situation' in one.because && one.because.situation === 'lie-found',
    )
    assert.ok(found?.kind === 'activity' && found.activity.kind === 'message')
    assert.match(found.activity.attachments[0]?.alt ?? '', /remboursé/)
    assert.equal(moments(log.happenings, 'G4')[0]?.is, 'fault')
  })

  it('is found out by nobody when it has become true by then, and was a fault all the same', () => {
    const ask: Planned = {
      minute: 5,
      kind: 'ask',
      department: 'accounts',
      person: 'noe',
      text: 'Merci de rembourser Noé.',
    }
    const { log } = play(scenarioWith(), doing(lie, ask))
    assert.ok(!said(log.happenings, 'noe').includes('lie-found'))
    assert.equal(moments(log.happenings, 'G4')[0]?.is, 'fault')
  })
})

describe('work around the words', () => {
  it('forestalls a complaint by telling people first (C2)', () => {
    const { log } = play(
      scenarioWith({ injects: [{ id: 'noe-writes', at: 30, kind: 'message', by: 'noe', text: 'Où est mon colis ?' }] }),
      doing({
        minute: 5,
        kind: 'contact',
        people: ['noe'],
        text: 'Bonjour Noé, votre colis a pris du retard : je regarde et je vous réponds avant midi. Aïcha',
      }),
    )
    assert.ok(!said(log.happenings, 'noe').includes('noe-writes'))
    assert.equal(moments(log.happenings, 'C2')[0]?.is, 'kept')
  })

  it('keeps the public waiting when a reader does not come, unless a holding answer went out (V2)', () => {
    const submit: Planned = { minute: 5, kind: 'submit', draft: 'd', person: 'noe' }
    const late = play(scenarioWith(), doing(submit)).log
    assert.deepEqual(
      moments(late.happenings, 'V2').map(({ is }) => is),
      ['missed'],
    )
    const held = play(
      scenarioWith(),
      doing(
        submit,
        answer(9, 'Bonjour Noé, nous avons bien lu votre message et nous vous répondons dans l’heure.', {
          holding: true,
        }),
        { minute: 30, kind: 'decide', draft: 'd', agreed: true },
      ),
    ).log
    assert.deepEqual(
      moments(held.happenings, 'V2').map(({ is }) => is),
      ['kept'],
    )
    assert.deepEqual(
      moments(held.happenings, 'A1').map(({ is }) => is),
      ['missed'],
      'to hold is not to answer',
    )
  })

  it('wants a second person on what is sensitive, and not oneself (V1)', () => {
    const text = 'Bonjour Noé, notre avocat vous écrira. Écrivez-nous en message privé. Aïcha'
    const alone = play(scenarioWith(), doing(answer(5, text, { approvedBy: 'aicha' }))).log
    const read = play(scenarioWith(), doing(answer(5, text, { approvedBy: 'julien' }))).log
    assert.deepEqual(
      moments(alone.happenings, 'V1').map(({ is }) => is),
      ['fault'],
    )
    assert.deepEqual(
      moments(read.happenings, 'V1').map(({ is }) => is),
      ['kept'],
    )
  })

  it('takes what is told to many as a private answer where somebody waits already, and as a word beforehand where nobody does (C2)', () => {
    const contact: Planned = {
      minute: 10,
      kind: 'contact',
      people: ['noe', 'ines'],
      text: 'Bonjour, un camion est en panne. Je regarde où est votre colis et je vous écris avant midi. Aïcha',
    }
    const { log } = play(scenarioWith(), doing(contact))
    const [answered] = moments(log.happenings, 'A1')
    assert.deepEqual([answered?.is, answered?.person], ['kept', 'noe'])
    assert.deepEqual(
      moments(log.happenings, 'C2').map(({ is, person }) => [is, person]),
      [['kept', 'ines']],
    )
    assert.ok(!said(log.happenings, 'noe').includes('ignored'))
    assert.ok(said(log.happenings, 'ines').includes('contacted-thanks'))
  })

  it('shows around what the desk has hidden, and misses nothing that the law forbids (D1)', () => {
    const people = [
      {
        id: 'noe',
        name: 'Noé Faure',
        handle: 'noefaure',
        language: 'fr',
        temper: 'hot',
        wants: 'repair',
        followers: 9,
      },
      {
        ...{
          id: 'fake',
          name: 'Aide Colis',
          handle: 'aidecolis',
          language: 'fr',
          temper: 'patient',
          wants: 'attention',
        },
        ...{ role: 'impostor', followers: 9 },
      },
    ]
    const hide = (person: string, text: string, cause = 'spam'): Planned => ({
      ...{ minute: 8, kind: 'hide', messageId: 'm', person, cause, text },
    })
    const after = (act: Planned) => play(scenarioWith({ people }), doing(act)).log.happenings
    const criticism = after(hide('noe', 'Où est mon colis ?', 'personal-data'))
    assert.deepEqual(
      moments(criticism, 'D1').map(({ is, weight, quote }) => [is, weight, quote]),
      [['fault', 3, 'Où est mon colis ?']],
    )
    assert.ok(said(criticism, 'noe').includes('deleted-found'))
    for (const lawful of [
      after(hide('noe', 'Appelez-moi au 06 12 34 56 78', 'personal-data')),
      after(hide('fake', 'Envoyez votre RIB', 'impersonation')),
    ]) {
      assert.deepEqual(moments(lawful, 'D1'), [])
      assert.ok(!said(lawful, 'noe').includes('deleted-found'))
    }
  })

  it('holds in what is scheduled, and lets nobody speak whom a removed message has not yet reached (D1)', () => {
    const scenario = scenarioWith({
      injects: [
        { id: 'noe-writes', at: 1, kind: 'message', by: 'noe', text: 'Où est mon colis ?' },
        { id: 'gone', at: 10, kind: 'removal', of: 'noe-writes', who: 'un collègue' },
        { id: 'ad', at: 20, kind: 'own', who: 'programmé', text: 'Belle journée !', unless: [{ done: 'pause' }] },
      ],
    })
    const own = (happenings: readonly Happening[]) =>
      happenings.filter((one) => one.kind === 'activity' && one.activity.kind === 'own').length
    const { log } = play(scenario, silent)
    const written = log.happenings.find((one) => one.kind === 'activity' && one.person === 'noe')
    const removed = log.happenings.find((one) => one.kind === 'activity' && one.activity.kind === 'deletion')
    assert.ok(written?.kind === 'activity' && removed?.kind === 'activity')
    assert.equal(
      'messageId' in removed.activity && removed.activity.messageId,
      'messageId' in written.activity && written.activity.messageId,
    )
    assert.ok(said(log.happenings, 'noe').includes('deleted-found'))
    assert.equal(own(log.happenings), 1)
    assert.equal(own(play(scenario, doing({ minute: 5, kind: 'pause' })).log.happenings), 0)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { MINUTE_MS } from '#core/time.ts'
import { type Planned, play, silent, type Team } from '#test/drill/play.ts'
import * as airline from '#test/drill/teams/airline-weekend.ts'
import * as outage from '#test/drill/teams/operators-outage.ts'
import * as safety from '#test/drill/teams/product-safety.ts'
import * as bouquet from '#test/drill/teams/undelivered-bouquet.ts'
import * as wrongAccount from '#test/drill/teams/wrong-account.ts'
import type { Act } from './act.ts'
import type { DrillCode } from './codes.ts'
import { scoreOf } from './debrief/score-code.ts'
import type { Debrief } from './debrief.ts'
import type { Happening, Moment } from './happening.ts'
import { MOST_PASSERS_BY } from './passer-by.ts'
import type { Scenario } from './scenario.ts'
import { builtInScenarios } from './scenarios/index.ts'
import { beginDrill } from './state.ts'
import { endDrill, stepDrill } from './step.ts'

const teams: Readonly<Record<string, { good: Team; bad: Team }>> = {
  'undelivered-bouquet': bouquet,
  'operators-outage': outage,
  'wrong-account': wrongAccount,
  'airline-weekend': airline,
  'product-safety': safety,
}
const teamOf = (scenario: Scenario): { good: Team; bad: Team } => teams[scenario.id] ?? { good: silent, bad: silent }

const aScenario = fc.constantFrom(...builtInScenarios)
const seed = fc.string({ maxLength: 6 })

/** The same acts, handed over at the given instants. */
const replay = (scenario: Scenario, seed: string, startedAt: number, acts: readonly Act[], cuts: readonly number[]) => {
  let state = beginDrill(scenario, { id: 'drill', seed, startedAt })
  const happenings: Happening[] = []
  let from = startedAt - 1
  for (const minutes of [...cuts.toSorted((a, b) => a - b), scenario.lasts + 1]) {
    const now = startedAt + minutes * MINUTE_MS
    const step = stepDrill(
      scenario,
      state,
      now,
      acts.filter(({ at }) => at > from && at <= now),
    )
    from = now
    state = structuredClone(step.state)
    happenings.push(...step.happenings)
  }
  return { state, happenings }
}

const wordsOf = (happenings: readonly Happening[]): readonly unknown[] =>
  happenings.map((one) => (one.kind === 'activity' ? one.activity : one))

describe('a drill', () => {
  it('is the same for the same seed and the same acts, into however many steps it is cut', () => {
    fc.assert(
      fc.property(aScenario, seed, fc.array(fc.nat(240), { maxLength: 12 }), (scenario, seed, cuts) => {
        const { log } = play(scenario, teamOf(scenario).bad, seed)
        const again = replay(scenario, seed, log.startedAt, log.acts, cuts)
        assert.deepEqual(wordsOf(again.happenings), wordsOf(log.happenings))
      }),
      { numRuns: 10 },
    )
  })

  it('keeps itself as plain data between two steps', () => {
    for (const scenario of builtInScenarios) {
      const { state } = play(scenario, teamOf(scenario).bad, 'kept')
      assert.deepEqual(JSON.parse(JSON.stringify(state)), state)
      assert.ok(JSON.stringify(state).length < 40_000)
    }
  })

  it('lets nobody speak before their time has come', () => {
    fc.assert(
      fc.property(aScenario, seed, (scenario, seed) => {
        const { log } = play(scenario, teamOf(scenario).bad, seed)
        const begun = new Set<string>()
        for (const one of log.happenings) {
          if (one.kind === 'call') begun.add(one.person)
          if (one.kind !== 'activity' || one.person === null || one.person.startsWith('passer-by-')) continue
          const { because, person } = one
          const inject = 'inject' in because ? scenario.injects.find(({ id }) => id === because.inject) : undefined
          if (inject) {
            assert.ok(one.at >= log.startedAt + inject.at * MINUTE_MS, `${person} comes too early`)
            begun.add(person)
          }
          const mayAnyTime = 'situation' in because && ['lie-found', 'contacted-thanks'].includes(because.situation)
          assert.ok(begun.has(person) || mayAnyTime, `${person} speaks out of turn: ${JSON.stringify(because)}`)
        }
      }),
      { numRuns: 10 },
    )
  })

  it('is bounded in what is said, in what is counted and in what is scored', () => {
    fc.assert(
      fc.property(aScenario, seed, fc.boolean(), (scenario, seed, isSilent) => {
        const { log, debrief, state } = play(scenario, isSilent ? silent : teamOf(scenario).bad, seed)
        for (const { volume, opinion, late, waiting } of debrief.curve) {
          assert.ok(volume >= scenario.crowd.usual && volume <= scenario.crowd.most, `${volume} mentions`)
          assert.ok(opinion >= -100 && opinion <= 100)
          assert.ok(late <= waiting && waiting <= scenario.people.length)
        }
        assert.ok(state.passersBy <= MOST_PASSERS_BY)
        const most = scenario.injects.length + MOST_PASSERS_BY + scenario.people.length * 20
        assert.ok(state.messages <= most, `${state.messages} messages`)
        for (const { score } of debrief.codes) assert.ok(score === null || (score >= 0 && score <= 100))
        assert.ok(debrief.total >= 0 && debrief.total <= 100)
        assert.deepEqual(
          log.happenings.map(({ seq }) => seq),
          log.happenings.map((_, at) => at + 1),
        )
        assert.ok(log.happenings.every(({ at }, place, all) => place === 0 || at >= (all[place - 1]?.at ?? 0)))
      }),
      { numRuns: 12 },
    )
  })

  const anyText = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constantFrom('', '¤'.repeat(9_000), 'Bonjour, __proto__ constructor.'),
  )
  const anyId = fc.constantFrom('camille', 'nobody', '__proto__', 'constructor', 'passer-by-1', '')
  const anyAct: fc.Arbitrary<Act> = fc
    .tuple(
      fc.string({ minLength: 1, maxLength: 4 }),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.oneof(
        fc.record({
          kind: fc.constant('reply' as const),
          to: anyId,
          audience: fc.constantFrom('public' as const, 'private' as const),
          text: anyText,
        }),
        fc.record({ kind: fc.constant('statement' as const), text: anyText }),
        fc.record({ kind: fc.constant('contact' as const), people: fc.array(anyId, { maxLength: 3 }), text: anyText }),
        fc.record({
          kind: fc.constant('hide' as const),
          ...{ messageId: anyId, person: fc.option(anyId), cause: anyId, text: anyText },
        }),
        fc.record({
          kind: fc.constant('ask' as const),
          department: fc.constantFrom('accounts', 'nowhere', '__proto__'),
          person: anyId,
          text: anyText,
        }),
        fc.record({ kind: fc.constant('submit' as const), draft: anyId, person: fc.constantFrom(null, 'camille') }),
        fc.record({ kind: fc.constant('decide' as const), draft: anyId, agreed: fc.boolean() }),
        fc.record({ kind: fc.constant('take' as const), person: fc.constantFrom(null, '__proto__') }),
        fc.record({
          kind: fc.constant('stopped' as const),
          codes: fc.constant(['G1']),
          text: anyText,
          person: fc.constant(null),
        }),
      ),
    )
    .map(([id, shift, act]): Act => ({ id, at: 1_800_000_000_000 + shift, by: null, ...act }))

  it('takes whatever it is handed, and does not fall', () => {
    const [scenario] = builtInScenarios
    assert.ok(scenario)
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), fc.integer({ min: -60, max: 400 }), (acts, minutes) => {
        const before = beginDrill(scenario, { id: 'd', seed: 's', startedAt: 1_800_000_000_000 })
        const { state, happenings } = stepDrill(scenario, before, 1_800_000_000_000 + minutes * MINUTE_MS, acts)
        assert.ok(happenings.every(({ at }) => at >= before.startedAt))
        const ended = endDrill(scenario, state, state.now)
        assert.equal(ended.state.over, true)
        assert.deepEqual(stepDrill(scenario, ended.state, state.now + MINUTE_MS, acts).happenings, [])
      }),
      { numRuns: 40 },
    )
  })

  it('takes an act in once, however often it is handed over', () => {
    const { good } = bouquet
    const [scenario] = builtInScenarios
    assert.ok(scenario)
    const { log } = play(scenario, good, 'once')
    const once = replay(scenario, 'once', log.startedAt, log.acts, [])
    const twice = replay(scenario, 'once', log.startedAt, [...log.acts, ...log.acts], [])
    assert.deepEqual(wordsOf(twice.happenings), wordsOf(once.happenings))
  })
})

/** A way to be worse, and the rules that it breaks. */
type Worse = { readonly breaks: readonly DrillCode[]; readonly make: (team: Team) => Team }

/** Leaves out something that a good team does by itself. */
const without = (scenario: Scenario, nth: number): Worse => {
  const { acts } = teamOf(scenario).good
  const left = acts[nth % acts.length]
  return {
    breaks: scenario.expects.filter(({ does }) => does === left?.kind).map(({ code }) => code),
    make: (team) => ({ ...team, acts: team.acts.filter((act) => act !== left) }),
  }
}

const slower = (minutes: number): Worse => ({
  breaks: ['A2'],
  make: (team) => ({ ...team, answersAfter: (team.answersAfter ?? 0) + minutes }),
})

const WORSE_WORDS: readonly (readonly [DrillCode, string])[] = [
  ['G3', 'Vous êtes ridicule, calmez-vous et arrêtez de pleurer.'],
  ['G1', 'Donnez-nous ici votre numéro de téléphone et votre adresse complète.'],
  ['G7', 'Cessez de vous plaindre en public, vous auriez dû nous appeler.'],
  ['A4', 'Votre demande a bien été prise en compte, nous mettons tout en œuvre dans les meilleurs délais.'],
]

const saying = (scenario: Scenario, minute: number, [code, text]: (typeof WORSE_WORDS)[number]): Worse => {
  const act: Planned = { minute, kind: 'reply', to: scenario.people[0]?.id ?? '', audience: 'public', text }
  return { breaks: [code], make: (team) => ({ ...team, acts: [...team.acts, act] }) }
}

const scores = ({ codes }: Debrief): Map<DrillCode, number> =>
  new Map(codes.flatMap(({ code, score }) => (score === null ? [] : [[code, score] as const])))

describe('worse behaviour', () => {
  const aWorse = (scenario: Scenario): fc.Arbitrary<Worse> =>
    fc.oneof(
      fc.nat(20).map((nth) => without(scenario, nth)),
      fc.constantFrom(70, 130).map(slower),
      fc
        .tuple(fc.integer({ min: 30, max: 200 }), fc.constantFrom(...WORSE_WORDS))
        .map(([minute, said]) => saying(scenario, minute, said)),
    )

  it('never scores better on the rule that it breaks, nor in all unless another rule was kept better for it', () => {
    const place = fc.nat(builtInScenarios.length - 1)
    const several = place.chain((nth) => {
      const scenario = builtInScenarios[nth]
      assert.ok(scenario)
      return fc.tuple(fc.constant(scenario), fc.array(aWorse(scenario), { minLength: 1, maxLength: 3 }), seed)
    })
    fc.assert(
      fc.property(fc.noShrink(several), ([scenario, list, seed]) => {
        let team = teamOf(scenario).good
        let before = play(scenario, team, seed).debrief
        for (const { breaks, make } of list) {
          team = make(team)
          const now = play(scenario, team, seed).debrief
          const [was, is] = [scores(before), scores(now)]
          for (const code of breaks)
            assert.ok((is.get(code) ?? 0) <= (was.get(code) ?? 100), `${scenario.id}: ${code} is better now`)
          const isBetterElsewhere = [...is].some(([code, score]) => score > (was.get(code) ?? 0))
          assert.ok(isBetterElsewhere || now.total <= before.total, `${before.total} became ${now.total}`)
          before = now
        }
      }),
      { numRuns: 6 },
    )
  })

  const aMoment = fc.record({
    is: fc.constantFrom('kept' as const, 'missed' as const, 'fault' as const),
    weight: fc.integer({ min: 1, max: 3 }),
  })
  const moment = ({ is, weight }: { is: Moment['is']; weight: number }): Moment => ({
    ...{ at: 0, code: 'A1', is, weight, member: null, person: null, act: null, messageId: null },
    ...{ quote: null, why: { fr: '', en: '' }, instead: null, from: null },
  })

  it('takes marks away: a fault more, or an occasion missed instead of kept, never raises a score', () => {
    fc.assert(
      fc.property(fc.array(aMoment, { maxLength: 12 }), aMoment, fc.nat(11), (list, one, nth) => {
        const moments = list.map(moment)
        const before = scoreOf('G4', moments, true) ?? 100
        assert.ok((scoreOf('G4', [...moments, moment({ ...one, is: 'fault' })], true) ?? 100) <= before)
        assert.ok((scoreOf('G4', [...moments, moment({ ...one, is: 'missed' })], true) ?? 100) <= before)
        assert.ok(
          (scoreOf('G4', [...moments, moment({ ...one, is: 'kept' })], true) ?? 100) >= before || before === 100,
        )
        const worse = moments.map((m, at): Moment => (at === nth && m.is === 'kept' ? { ...m, is: 'missed' } : m))
        assert.ok((scoreOf('G4', worse, true) ?? 100) <= before)
      }),
    )
  })
})

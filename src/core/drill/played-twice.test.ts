import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Planned, play, silent, type Team } from '#test/drill/play.ts'
import * as airline from '#test/drill/teams/airline-weekend.ts'
import * as outage from '#test/drill/teams/operators-outage.ts'
import * as safety from '#test/drill/teams/product-safety.ts'
import * as bouquet from '#test/drill/teams/undelivered-bouquet.ts'
import * as wrongAccount from '#test/drill/teams/wrong-account.ts'
import type { DrillCode } from './codes.ts'
import type { Debrief } from './debrief.ts'
import { builtInScenarios } from './scenarios/index.ts'

type Played = {
  readonly id: string
  readonly good: Team
  readonly bad: Team
  /** What the bad team is told it broke, and a word that the debrief quotes for it. */
  readonly broken: readonly (readonly [DrillCode, RegExp])[]
}

const played: readonly Played[] = [
  {
    id: 'undelivered-bouquet',
    ...bouquet,
    broken: [
      ['G7', /n’est pas l’endroit|au lieu de vous/],
      ['G4', /remboursée|réglée/],
      ['D1', /rien supprimé|problème technique/],
      ['A1', /./],
    ],
  },
  {
    id: 'operators-outage',
    ...outage,
    broken: [
      ['C1', /./],
      ['C3', /./],
      ['G4', /est rétabli|Tout fonctionne/i],
      ['G1', /numéro de ligne/],
      ['A4', /prise en compte|meilleurs délais/],
      ['K1', /./],
    ],
  },
  {
    id: 'wrong-account',
    ...wrongAccount,
    broken: [
      ['G4', /piraté/],
      ['G6', /trait d’humour|licencié/],
      ['G5', /./],
      ['C4', /./],
    ],
  },
  {
    id: 'airline-weekend',
    ...airline,
    broken: [
      ['V2', /lundi/],
      ['G4', /non annoncée|aurait dû prévenir/],
      ['A2', /./],
      ['G9', /réglementation/],
    ],
  },
  {
    id: 'product-safety',
    ...safety,
    broken: [
      ['G4', /aucun risque/],
      ['G7', /mal ouvert/],
      ['G9', /de l’eau/],
      ['C2', /./],
      ['C3', /cas isolé/],
    ],
  },
]

const scenarioOf = (id: string) => {
  const found = builtInScenarios.find((one) => one.id === id)
  assert.ok(found, `no scenario is called ${id}`)
  return found
}

const scoreOf = (debrief: Debrief, code: DrillCode): number | null =>
  debrief.codes.find((one) => one.code === code)?.score ?? null

const volumes = (debrief: Debrief): number[] => debrief.curve.map(({ volume }) => volume)
const most = (debrief: Debrief): number => Math.max(...volumes(debrief))

for (const { id, good, bad, broken } of played) {
  describe(`the drill « ${id} »`, () => {
    const scenario = scenarioOf(id)
    const well = play(scenario, good).debrief
    const badly = play(scenario, bad).debrief

    it('grows under a team that plays it badly, and the debrief says why, by the right codes and with their words', () => {
      assert.equal(badly.outcome, 'grew')
      assert.ok(most(badly) > scenario.crowd.most / 3, `${most(badly)} mentions at most`)
      assert.match(badly.says[0]?.fr ?? '', /a grandi/)
      for (const [code, quote] of broken) {
        const score = scoreOf(badly, code)
        assert.ok(score !== null && score < 60, `${code} has ${score}`)
        const wrong = badly.codes.find((one) => one.code === code)?.moments.filter(({ is }) => is !== 'kept') ?? []
        assert.ok(
          wrong.some((moment) => quote.test(moment.quote ?? '.')),
          `${code}: ${wrong.map((one) => one.quote)}`,
        )
        assert.ok(wrong.every(({ why }) => why.fr !== '' && why.en !== ''))
      }
      assert.ok(badly.codes.every(({ score, instead }) => score === null || score === 100 || instead !== null))
    })

    it('calms under a team that plays it well, on any seed', () => {
      for (const seed of ['b', 'c']) {
        const { debrief } = play(scenario, good, seed)
        assert.equal(debrief.outcome, 'calmed', `${seed}: ${volumes(debrief)}`)
        assert.ok(
          debrief.total >= 90,
          `${seed}: ${debrief.total} ${debrief.codes.map(({ code, score }) => `${code} ${score}`)}`,
        )
        for (const [code] of broken) assert.ok((scoreOf(debrief, code) ?? 100) >= 75, `${seed}: ${code}`)
      }
    })

    it('says less well of silence than of good work, and better of good work than of bad', () => {
      const { debrief } = play(scenario, silent)
      assert.ok(debrief.total < 30, `silence has ${debrief.total}`)
      assert.ok(well.total > badly.total + 40, `${well.total} against ${badly.total}`)
      assert.equal(debrief.outcome, 'grew')
      assert.ok(most(well) < most(debrief) && most(well) < most(badly))
    })

    it('does not make a lie true, nor an offence disappear, by good work around it', () => {
      const worst = bad.acts.filter((act) => act.kind === 'statement' || act.kind === 'reply')
      const acts: readonly Planned[] = [...good.acts, ...worst]
      const { debrief } = play(scenario, { ...good, acts })
      assert.ok(debrief.total < well.total, `${debrief.total} against ${well.total}`)
    })
  })
}

it('plays every scenario that comes with the desk', () => {
  assert.deepEqual(builtInScenarios.map(({ id }) => id).toSorted(), played.map(({ id }) => id).toSorted())
})

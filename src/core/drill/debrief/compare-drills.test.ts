import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { play, silent } from '#test/drill/play.ts'
import { bad, good } from '#test/drill/teams/undelivered-bouquet.ts'
import { builtInScenarios } from '../scenarios/index.ts'
import { compareDrills } from './compare-drills.ts'

const [scenario] = builtInScenarios
assert.ok(scenario)
const badly = play(scenario, bad).debrief
const nothing = play(scenario, silent).debrief
const well = play(scenario, good).debrief

describe('a drill beside earlier ones', () => {
  it('has nothing to be compared with when it is the first', () => {
    const { earlier, total, says } = compareDrills(well, [])
    assert.deepEqual([earlier, total.before, total.best], [0, null, null])
    assert.match(says[0]?.fr ?? '', /Premier exercice/)
  })

  it('says rule by rule what is better and what is worse (M3)', () => {
    const { earlier, total, codes, says } = compareDrills(well, [nothing, badly])
    assert.equal(earlier, 2)
    assert.deepEqual(total, { now: well.total, before: badly.total, best: Math.max(badly.total, nothing.total) })
    const d1 = codes.find(({ code }) => code === 'D1')
    assert.deepEqual([d1?.now, d1?.before, d1?.trend], [100, 0, 'better'])
    assert.match(says.map(({ fr }) => fr).join(' '), /En progrès : .*D1 \(0 → 100\)/)
    const back = compareDrills(badly, [well])
    assert.equal(back.codes.find(({ code }) => code === 'G4')?.trend, 'worse')
    assert.match(back.says.map(({ en }) => en).join(' '), /Slipping: /)
  })

  it('leaves drills of other scenarios aside', () => {
    const other = { ...badly, scenario: 'operators-outage' }
    assert.equal(compareDrills(well, [other]).earlier, 0)
  })

  it('can be kept as it is and read again', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(badly)), badly)
  })
})

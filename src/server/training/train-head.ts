import type { Fault, Head } from '#core/guard/faults/fault.ts'
import { EXCHANGE_PLACES } from '#core/guard/faults/places.ts'
import { encodeTable } from '#core/guard/learned/linear.ts'
import type { FaultExample } from './examples.ts'
import { stirrer } from './stir.ts'

const EPOCHS = 10
const RATE = 0.05
const DECAY = 0.006
/** Fewer examples than this tell of themselves and not of the fault; lighter weights decide nothing, and must not be carried to every browser. */
const LEAST_MET = 4
const LEAST_WEIGHT = 0.14
/** Rare faults weigh more, up to this. */
const MOST_WEIGHT = 2

/** Logistic regression by AdaGrad, one example at a time; where a place was never seen its weight stays nothing. */
export const trainHead = (fault: Fault, examples: readonly FaultExample[]): Head => {
  const table = new Float64Array(EXCHANGE_PLACES)
  const seen = new Float64Array(EXCHANGE_PLACES).fill(1e-4)
  let bias = -1
  let seenBias = 1e-4
  const wanted = examples.filter((e) => e.has.has(fault)).length
  const weight = Math.min(MOST_WEIGHT, 0.4 * Math.sqrt(examples.length / Math.max(1, wanted)))
  const rows = examples.map((e) => ({
    has: e.has.has(fault),
    places: Uint32Array.from(e.features.keys()),
    values: Float64Array.from(e.features.values()),
  }))
  const order = rows.map((_, i) => i)
  const stir = stirrer(7)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    stir(order)
    for (const i of order) {
      const row = rows[i]
      if (row === undefined) continue
      const { places, values, has } = row
      let sum = bias
      for (let k = 0; k < places.length; k++) sum += (table[places[k] ?? 0] ?? 0) * (values[k] ?? 0)
      const error = (1 / (1 + Math.exp(-sum)) - (has ? 1 : 0)) * (has ? weight : 1)
      seenBias += error * error
      bias -= (RATE * error) / Math.sqrt(seenBias)
      for (let k = 0; k < places.length; k++) {
        const place = places[k] ?? 0
        const step = error * (values[k] ?? 0) + DECAY * (table[place] ?? 0)
        seen[place] = (seen[place] ?? 0) + step * step
        table[place] = (table[place] ?? 0) - (RATE * step) / Math.sqrt(seen[place] ?? 1)
      }
    }
  }
  const met = new Uint16Array(EXCHANGE_PLACES)
  for (const { places } of rows) for (const place of places) met[place] = (met[place] ?? 0) + 1
  for (let place = 0; place < EXCHANGE_PLACES; place++)
    if ((met[place] ?? 0) < LEAST_MET || Math.abs(table[place] ?? 0) < LEAST_WEIGHT) table[place] = 0
  return { bias: Math.round(bias * 1000) / 1000, ...encodeTable([...table]) }
}

import type { Features } from '#core/triage/features.ts'
import { PLACES } from '#core/triage/letters.ts'
import { chance, stirrer } from './stir.ts'

/** One message to learn from: which of the labels it has, and how much it counts. */
export type ColumnExample = { readonly features: Features; readonly label: number; readonly counts: number }

/** What is learned of one label: its bias, and a weight for each place that tells of it. */
export type Column = { readonly bias: number; readonly weights: ReadonlyMap<number, number> }

/** How often the messages are read. The weights are the mean of those after each of the last times: what one late message pulled at counts less. */
const EPOCHS = 8
const AVERAGED = 5
const RATE = 0.04
const DECAY = 1e-4
const BIAS_RATE = 0.02
/** A message that is understood this well teaches nothing more. */
const LEAST_ERROR = 0.004
/** Places met in fewer messages tell of these messages only. */
const LEAST_MET = 2
const FIRST_STEP = 0.01
/** How much a place counts from the start: the more, the more it sets one label apart from the others (naive Bayes), within bounds. */
const PLAIN = 0.25
const MOST_TELLING = 3

export type Training = { readonly leaveOut?: number; readonly epochs?: number; readonly averaged?: number }

type Row = { readonly at: Int32Array; readonly values: Float64Array; readonly label: number; readonly counts: number }

/** The places that are met often enough, numbered, and the messages in these numbers. */
const numbered = (examples: readonly ColumnExample[]) => {
  const met = new Uint32Array(PLACES)
  for (const { features } of examples) for (const place of new Set(features.places)) met[place] = (met[place] ?? 0) + 1
  const places: number[] = []
  const number = new Int32Array(PLACES).fill(-1)
  for (let place = 0; place < PLACES; place++)
    if ((met[place] ?? 0) >= LEAST_MET) number[place] = places.push(place) - 1
  const rows = examples.map(({ features, label, counts }): Row => {
    const kept = features.places.flatMap((place, i) => ((number[place] ?? -1) < 0 ? [] : [i]))
    return {
      at: Int32Array.from(kept, (i) => number[features.places[i] ?? 0] ?? 0),
      values: Float64Array.from(kept, (i) => features.values[i] ?? 0),
      label,
      counts,
    }
  })
  return { places, rows }
}

const tellingOf = (rows: readonly Row[], places: number, labels: number): Float64Array => {
  const counts = new Float64Array(places * labels).fill(0.5)
  const totals = new Float64Array(labels).fill(1)
  for (const { at, label, counts: weight } of rows) {
    totals[label] = (totals[label] ?? 0) + weight
    for (const place of new Set(at)) counts[place * labels + label] = (counts[place * labels + label] ?? 0) + weight
  }
  const all = totals.reduce((a, b) => a + b)
  const telling = new Float64Array(places * labels)
  for (let place = 0; place < places; place++) {
    const from = place * labels
    const sum = counts.subarray(from, from + labels).reduce((a, b) => a + b)
    for (let label = 0; label < labels; label++) {
      const here = counts[from + label] ?? 0
      const total = totals[label] ?? 1
      const ratio = Math.abs(Math.log(here / total / ((sum - here) / (all - total))))
      telling[from + label] = Math.min(MOST_TELLING, PLAIN + ratio)
    }
  }
  return telling
}

/** A part of a message's places, the others left out by chance; those that stay count more. */
const thinned = (row: Row, leaveOut: number, draw: () => number): Row => {
  if (leaveOut === 0) return row
  const kept: number[] = []
  for (let i = 0; i < row.at.length; i++) if (draw() >= leaveOut) kept.push(i)
  return {
    ...row,
    at: Int32Array.from(kept, (i) => row.at[i] ?? 0),
    values: Float64Array.from(kept, (i) => (row.values[i] ?? 0) / (1 - leaveOut)),
  }
}

/**
 * Logistic regression over several labels by AdaGrad, each place counting from the start by what it tells; the same examples teach the
 * same. Where a share is left out each time a message is read, no word may be relied upon alone.
 */
export const trainColumns = (
  examples: readonly ColumnExample[],
  labels: number,
  { leaveOut = 0, epochs = EPOCHS, averaged = AVERAGED }: Training = {},
): readonly Column[] => {
  const { places, rows } = numbered(examples)
  const telling = tellingOf(rows, places.length, labels)
  const weights = new Float64Array(places.length * labels)
  const seen = new Float64Array(places.length * labels).fill(FIRST_STEP)
  const bias = new Float64Array(labels)
  const errors = new Float64Array(labels)
  const order = rows.map((_, i) => i)
  const stir = stirrer(7)
  const draw = chance(7)
  const mean = new Float64Array(weights.length)
  const meanBias = new Float64Array(labels)
  for (let epoch = 0; epoch < epochs; epoch++) {
    stir(order)
    for (const index of order) {
      const row = rows[index]
      if (row === undefined) continue
      const { at, values } = thinned(row, leaveOut, draw)
      errors.set(bias)
      for (let i = 0; i < at.length; i++) {
        const from = (at[i] ?? 0) * labels
        const value = values[i] ?? 0
        for (let k = 0; k < labels; k++)
          errors[k] = (errors[k] ?? 0) + (weights[from + k] ?? 0) * (telling[from + k] ?? 0) * value
      }
      const most = errors.reduce((a, b) => Math.max(a, b))
      for (let k = 0; k < labels; k++) errors[k] = Math.exp((errors[k] ?? 0) - most)
      const sum = errors.reduce((a, b) => a + b)
      for (let k = 0; k < labels; k++) {
        errors[k] = ((errors[k] ?? 0) / sum - (k === row.label ? 1 : 0)) * row.counts
        bias[k] = (bias[k] ?? 0) - BIAS_RATE * (errors[k] ?? 0)
      }
      for (let i = 0; i < at.length; i++) {
        const from = (at[i] ?? 0) * labels
        const value = values[i] ?? 0
        for (let k = 0; k < labels; k++) {
          const error = errors[k] ?? 0
          if (error < LEAST_ERROR && error > -LEAST_ERROR) continue
          const x = from + k
          const step = error * value * (telling[x] ?? 0) + DECAY * (weights[x] ?? 0)
          const so = (seen[x] ?? 0) + step * step
          seen[x] = so
          weights[x] = (weights[x] ?? 0) - (RATE * step) / Math.sqrt(so)
        }
      }
    }
    if (epoch < epochs - averaged) continue
    weights.forEach((weight, x) => {
      mean[x] = (mean[x] ?? 0) + weight / averaged
    })
    bias.forEach((value, k) => {
      meanBias[k] = (meanBias[k] ?? 0) + value / averaged
    })
  }
  return Array.from({ length: labels }, (_, k) => columnOf(places, mean, telling, labels, k, meanBias[k] ?? 0))
}

const columnOf = (
  places: readonly number[],
  weights: Float64Array,
  telling: Float64Array,
  labels: number,
  label: number,
  bias: number,
): Column => {
  const kept = places.map((place, i): [number, number] => {
    const at = i * labels + label
    return [place, (weights[at] ?? 0) * (telling[at] ?? 0)]
  })
  return { bias, weights: new Map(kept) }
}

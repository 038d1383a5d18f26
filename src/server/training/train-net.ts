import { type Net, sentenceFaults } from '#core/guard/faults/fault.ts'
import { PLACES } from '#core/guard/faults/features.ts'
import { encodePlaces, encodeWeights } from '#core/guard/learned/net-letters.ts'
import type { FaultExample } from './examples.ts'
import { chance, stirrer } from './stir.ts'

const HIDDEN = 48
const EPOCHS = 10
const RATE = 0.05
/** How much slower the last steps are than the first. */
const SLOWING = 0.8
const DECAY = 1e-4
/** So many signs of a sentence, and so much of its gist, are left out at each step: what is learned must not hang on one word. */
const LEFT_OUT = 0.3
/** Fewer sentences than this tell of themselves and not of the fault. */
const LEAST_MET = 6
const FIRST_STEP = 0.01
/** Rare faults weigh more, up to this. */
const MOST_WEIGHT = 2
const LEAST_ERROR = 0.003
const SEED = 5
const FIRST_SIZE = 0.1
const FIRST_BIAS = -2
/** A sentence, the one before it and the one after it; those beside it start with less to say. */
const BESIDE = [0, -1, 1] as const
const BESIDE_SIZE = 0.3

type Sentence = {
  readonly at: Int32Array
  readonly values: Float32Array
  /** 1: has the fault, 0: has it not, -1: nobody knows. */
  readonly has: Int8Array
}

const WIDTH = BESIDE.length * HIDDEN
const KINDS = sentenceFaults.length
const rounded = (list: Float32Array): number[] => Array.from(list, (x) => Math.round(x * 1000) / 1000)

/** The sentences of each draft in their order, by the numbers of the places that are met often enough. */
const readDrafts = (examples: readonly FaultExample[]) => {
  const met = new Uint32Array(PLACES)
  for (const { features } of examples) for (const place of features.keys()) met[place] = (met[place] ?? 0) + 1
  const places: number[] = []
  const number = new Int32Array(PLACES).fill(-1)
  for (let place = 0; place < PLACES; place++)
    if ((met[place] ?? 0) >= LEAST_MET) number[place] = places.push(place) - 1
  const drafts = new Map<number, Sentence[]>()
  for (const { line, features, has, unsure } of examples) {
    const kept = [...features].filter(([place]) => (number[place] ?? -1) >= 0)
    const draft = drafts.get(line) ?? []
    drafts.set(line, draft)
    draft.push({
      at: Int32Array.from(kept, ([place]) => number[place] ?? 0),
      values: Float32Array.from(kept, ([, value]) => value),
      has: Int8Array.from(sentenceFaults, (fault) => (has.has(fault) ? 1 : unsure.has(fault) ? -1 : 0)),
    })
  }
  return { places, drafts: [...drafts.values()] }
}

/** Weights that learn by AdaGrad. */
const learning = (size: number) => ({ now: new Float32Array(size), seen: new Float32Array(size).fill(FIRST_STEP) })
type Learning = ReturnType<typeof learning>
const step = ({ now, seen }: Learning, at: number, slope: number, rate: number): void => {
  const so = (seen[at] ?? 0) + slope * slope
  seen[at] = so
  now[at] = (now[at] ?? 0) - (rate * slope) / Math.sqrt(so)
}

/** One reading of sentences for all faults, each seen with its neighbours; the same examples always teach the same net. */
export const trainNet = (examples: readonly FaultExample[]): Net => {
  const { places, drafts } = readDrafts(examples)
  const next = chance(SEED)
  const inwards = learning(places.length * HIDDEN)
  const bias = learning(HIDDEN)
  const outwards = learning(KINDS * WIDTH)
  const outBias = learning(KINDS)
  for (let i = 0; i < inwards.now.length; i++) inwards.now[i] = (next() - 0.5) * FIRST_SIZE
  for (let i = 0; i < outwards.now.length; i++)
    outwards.now[i] = (((next() - 0.5) * 2) / Math.sqrt(HIDDEN)) * (i % WIDTH < HIDDEN ? 1 : BESIDE_SIZE)
  outBias.now.fill(FIRST_BIAS)
  const all = drafts.flat()
  const weights = sentenceFaults.map((_, k) => {
    const many = all.filter((s) => s.has[k] === 1).length
    return Math.min(MOST_WEIGHT, 0.4 * Math.sqrt(all.length / Math.max(1, many)))
  })
  const more = 1 / (1 - LEFT_OUT)

  const learnFrom = (draft: readonly Sentence[], rate: number): void => {
    const kept = draft.map(({ at }) => Array.from(at.keys()).filter(() => next() >= LEFT_OUT))
    const masks = draft.map(() => Float32Array.from({ length: HIDDEN }, () => (next() < LEFT_OUT ? 0 : more)))
    const gists = draft.map(({ at, values }, i) => {
      const sums = Float32Array.from(bias.now)
      for (const k of kept[i] ?? []) {
        const from = (at[k] ?? 0) * HIDDEN
        const value = (values[k] ?? 0) * more
        for (let j = 0; j < HIDDEN; j++) sums[j] = (sums[j] ?? 0) + (inwards.now[from + j] ?? 0) * value
      }
      return sums.map(Math.tanh)
    })
    const heard = gists.map((gist, i) => gist.map((x, j) => x * (masks[i]?.[j] ?? 0)))
    const slopes = draft.map(() => new Float32Array(HIDDEN))
    draft.forEach(({ has }, i) => {
      for (let k = 0; k < KINDS; k++) {
        const wanted = has[k] ?? -1
        if (wanted < 0) continue
        let sum = outBias.now[k] ?? 0
        for (const [q, beside] of BESIDE.entries()) {
          const gist = heard[i + beside]
          const from = k * WIDTH + q * HIDDEN
          if (gist !== undefined) for (let j = 0; j < HIDDEN; j++) sum += (outwards.now[from + j] ?? 0) * (gist[j] ?? 0)
        }
        const error = (1 / (1 + Math.exp(-sum)) - wanted) * (wanted === 1 ? (weights[k] ?? 1) : 1)
        step(outBias, k, error, rate)
        if (error < LEAST_ERROR && error > -LEAST_ERROR) continue
        for (const [q, beside] of BESIDE.entries()) {
          const [gist, slope, mask] = [heard[i + beside], slopes[i + beside], masks[i + beside]]
          if (gist === undefined || slope === undefined || mask === undefined) continue
          const from = k * WIDTH + q * HIDDEN
          for (let j = 0; j < HIDDEN; j++) {
            slope[j] = (slope[j] ?? 0) + (outwards.now[from + j] ?? 0) * error * (mask[j] ?? 0)
            step(outwards, from + j, error * (gist[j] ?? 0), rate)
          }
        }
      }
    })
    draft.forEach(({ at, values }, i) => {
      const slope = slopes[i] ?? new Float32Array(HIDDEN)
      const gist = gists[i] ?? slope
      for (let j = 0; j < HIDDEN; j++) {
        slope[j] = (slope[j] ?? 0) * (1 - (gist[j] ?? 0) ** 2)
        step(bias, j, slope[j] ?? 0, rate)
      }
      for (const k of kept[i] ?? []) {
        const from = (at[k] ?? 0) * HIDDEN
        const value = (values[k] ?? 0) * more
        for (let j = 0; j < HIDDEN; j++)
          step(inwards, from + j, (slope[j] ?? 0) * value + DECAY * (inwards.now[from + j] ?? 0), rate)
      }
    })
  }

  const stir = stirrer(SEED)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    stir(drafts)
    for (const draft of drafts) learnFrom(draft, RATE * (1 - (SLOWING * epoch) / EPOCHS))
  }
  return {
    hidden: HIDDEN,
    places: encodePlaces(places),
    ...encodeWeights(inwards.now),
    bias: rounded(bias.now),
    out: rounded(outwards.now),
    outBias: rounded(outBias.now),
  }
}

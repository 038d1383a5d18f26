import { type Net, sentenceFaults } from '#core/guard/faults/fault.ts'
import { PLACES } from '#core/guard/faults/places.ts'
import { encodePlaces, encodeWeights } from '#core/guard/learned/net-letters.ts'
import type { FaultExample } from './examples.ts'
import { chance, stirrer } from './stir.ts'

/** Nets that differ by their first weights alone err in different places: together they err less. */
const SEEDS = [5, 11, 17]
const HIDDEN = 40
const EPOCHS = 12
const RATE = 0.1
/** How much slower the last steps are than the first. */
const SLOWING = 0.8
const DECAY = 1e-4
/** So many signs of a sentence, and so much of its gist, are left out at each step: what is learned must not hang on one word. */
const SIGNS_LEFT_OUT = 0.5
const GIST_LEFT_OUT = 0.3
/** Fewer sentences than this tell of themselves and not of the fault. */
const LEAST_MET = 3
/** So many places say so little in the end that no browser needs to carry them. */
const FORGOTTEN = 0.6
const FIRST_STEP = 0.01
/** Rare faults weigh more, up to this. */
const MOST_WEIGHT = 2
const LEAST_ERROR = 0.003
const FIRST_SIZE = 0.02
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
type Drafts = readonly (readonly Sentence[])[]

const WIDTH = BESIDE.length * HIDDEN
const KINDS = sentenceFaults.length
const rounded = (list: Float32Array): number[] => Array.from(list, (x) => Math.round(x * 1000) / 1000)

/** The sentences of each draft in their order, by the numbers of the places that are met often enough. */
const readDrafts = (
  examples: readonly FaultExample[],
): { readonly places: readonly number[]; readonly drafts: Drafts } => {
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

/** What each place can add to a gist at most; those that add the least are left out of the file. */
const keepTheLoudest = (weights: Float32Array, places: readonly number[], drafts: Drafts) => {
  const most = new Float32Array(places.length)
  for (const { at, values } of drafts.flat())
    at.forEach((row, k) => {
      most[row] = Math.max(most[row] ?? 0, values[k] ?? 0)
    })
  const loudness = places.map((_, row) => {
    let sum = 0
    for (let j = row * HIDDEN; j < (row + 1) * HIDDEN; j++) sum += (weights[j] ?? 0) ** 2
    return Math.sqrt(sum) * (most[row] ?? 0)
  })
  const least = [...loudness].sort((a, b) => a - b)[Math.floor(places.length * FORGOTTEN)] ?? 0
  const kept = places.flatMap((_, row) => ((loudness[row] ?? 0) >= least ? [row] : []))
  const table = new Float32Array(kept.length * HIDDEN)
  for (const [i, row] of kept.entries()) table.set(weights.subarray(row * HIDDEN, (row + 1) * HIDDEN), i * HIDDEN)
  return { places: encodePlaces(kept.map((row) => places[row] ?? 0)), ...encodeWeights(table) }
}

/** One reading of sentences for all faults, each seen with its neighbours. */
const trainNet = (places: readonly number[], drafts: Drafts, seed: number): Net => {
  const next = chance(seed)
  const inwards = new Float32Array(places.length * HIDDEN)
  /** A place learns with one pace for all that it says. */
  const paces = new Float32Array(places.length).fill(FIRST_STEP)
  const bias = learning(HIDDEN)
  const outwards = learning(KINDS * WIDTH)
  const outBias = learning(KINDS)
  for (let i = 0; i < inwards.length; i++) inwards[i] = (next() - 0.5) * FIRST_SIZE
  for (let i = 0; i < outwards.now.length; i++)
    outwards.now[i] = (((next() - 0.5) * 2) / Math.sqrt(HIDDEN)) * (i % WIDTH < HIDDEN ? 1 : BESIDE_SIZE)
  outBias.now.fill(FIRST_BIAS)
  const all = drafts.flat()
  const weights = sentenceFaults.map((_, k) => {
    const many = all.filter((s) => s.has[k] === 1).length
    return Math.min(MOST_WEIGHT, 0.4 * Math.sqrt(all.length / Math.max(1, many)))
  })
  const moreSigns = 1 / (1 - SIGNS_LEFT_OUT)
  const moreGist = 1 / (1 - GIST_LEFT_OUT)

  const most = Math.max(1, ...drafts.map((draft) => draft.length))
  const many = Math.max(1, ...all.map(({ at }) => at.length))
  /** Of each sentence of the draft: the signs that were not left out, its gist, what of it is heard, and where it should go. */
  const kept = new Int32Array(most * many)
  const keptOf = new Int32Array(most)
  const gists = new Float32Array(most * HIDDEN)
  const heard = new Float32Array(most * HIDDEN)
  const masks = new Float32Array(most * HIDDEN)
  const slopes = new Float32Array(most * HIDDEN)

  const read = ({ at, values }: Sentence, i: number): void => {
    const own = i * HIDDEN
    for (let j = 0; j < HIDDEN; j++) gists[own + j] = bias.now[j] ?? 0
    let count = 0
    for (let k = 0; k < at.length; k++) {
      if (next() < SIGNS_LEFT_OUT) continue
      kept[i * many + count++] = k
      const from = (at[k] ?? 0) * HIDDEN
      const value = (values[k] ?? 0) * moreSigns
      for (let j = 0; j < HIDDEN; j++) gists[own + j] = (gists[own + j] ?? 0) + (inwards[from + j] ?? 0) * value
    }
    keptOf[i] = count
    for (let j = own; j < own + HIDDEN; j++) {
      const gist = Math.tanh(gists[j] ?? 0)
      const mask = next() < GIST_LEFT_OUT ? 0 : moreGist
      gists[j] = gist
      masks[j] = mask
      heard[j] = gist * mask
      slopes[j] = 0
    }
  }

  const judge = ({ has }: Sentence, i: number, length: number, rate: number): void => {
    for (let k = 0; k < KINDS; k++) {
      const wanted = has[k] ?? -1
      if (wanted < 0) continue
      let sum = outBias.now[k] ?? 0
      for (let q = 0; q < BESIDE.length; q++) {
        const other = i + (BESIDE[q] ?? 0)
        if (other < 0 || other >= length) continue
        const from = k * WIDTH + q * HIDDEN
        const gist = other * HIDDEN
        for (let j = 0; j < HIDDEN; j++) sum += (outwards.now[from + j] ?? 0) * (heard[gist + j] ?? 0)
      }
      const error = (1 / (1 + Math.exp(-sum)) - wanted) * (wanted === 1 ? (weights[k] ?? 1) : 1)
      step(outBias, k, error, rate)
      if (error < LEAST_ERROR && error > -LEAST_ERROR) continue
      for (let q = 0; q < BESIDE.length; q++) {
        const other = i + (BESIDE[q] ?? 0)
        if (other < 0 || other >= length) continue
        const from = k * WIDTH + q * HIDDEN
        const gist = other * HIDDEN
        for (let j = 0; j < HIDDEN; j++) {
          const mask = masks[gist + j] ?? 0
          if (mask === 0) continue
          slopes[gist + j] = (slopes[gist + j] ?? 0) + (outwards.now[from + j] ?? 0) * error * mask
          step(outwards, from + j, error * (heard[gist + j] ?? 0), rate)
        }
      }
    }
  }

  const correct = ({ at, values }: Sentence, i: number, rate: number): void => {
    const own = i * HIDDEN
    let steep = 0
    for (let j = 0; j < HIDDEN; j++) {
      const slope = (slopes[own + j] ?? 0) * (1 - (gists[own + j] ?? 0) ** 2)
      slopes[own + j] = slope
      steep += slope * slope
      step(bias, j, slope, rate)
    }
    const count = keptOf[i] ?? 0
    for (let c = 0; c < count; c++) {
      const k = kept[i * many + c] ?? 0
      const row = at[k] ?? 0
      const value = (values[k] ?? 0) * moreSigns
      const so = (paces[row] ?? 0) + (steep * value * value) / HIDDEN
      paces[row] = so
      const pace = rate / Math.sqrt(so)
      const stays = 1 - pace * DECAY
      const goes = pace * value
      const from = row * HIDDEN
      for (let j = 0; j < HIDDEN; j++)
        inwards[from + j] = (inwards[from + j] ?? 0) * stays - goes * (slopes[own + j] ?? 0)
    }
  }

  const learnFrom = (draft: readonly Sentence[], rate: number): void => {
    draft.forEach(read)
    for (const [i, sentence] of draft.entries()) judge(sentence, i, draft.length, rate)
    for (const [i, sentence] of draft.entries()) correct(sentence, i, rate)
  }

  const stir = stirrer(seed)
  const order = [...drafts]
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    stir(order)
    for (const draft of order) learnFrom(draft, RATE * (1 - (SLOWING * epoch) / EPOCHS))
  }
  return {
    hidden: HIDDEN,
    ...keepTheLoudest(inwards, places, drafts),
    bias: rounded(bias.now),
    out: rounded(outwards.now),
    outBias: rounded(outBias.now),
  }
}

/** Readings of sentences for all faults; the same examples always teach the same nets. */
export const trainNets = (examples: readonly FaultExample[]): readonly Net[] => {
  const { places, drafts } = readDrafts(examples)
  return SEEDS.map((seed) => trainNet(places, drafts, seed))
}

import { eachGram } from './grams.ts'

/** A logistic regression small enough for the browser: a weight a feature, and a table of weights for the words themselves. */
export type LinearModel = {
  readonly bias: number
  readonly weights: readonly number[]
  /** One letter a weight; see `encodeTable`. */
  readonly table: string
  /** What the step between two neighbouring letters is worth. */
  readonly step: number
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-'
const ZERO = (LETTERS.length - 1) / 2

const NOTHING = LETTERS.charAt(ZERO)
const MANY_NOTHINGS = new RegExp(`${NOTHING}{4,}`, 'g')

/** A letter a weight; a long run of weights that are nothing is its length between two points. */
export const encodeTable = (weights: readonly number[]): { table: string; step: number } => {
  const most = weights.reduce((a, w) => Math.max(a, Math.abs(w)), 1e-9)
  const step = most / ZERO
  const letters = weights.map((w) => LETTERS.charAt(ZERO + Math.round(w / step))).join('')
  return { table: letters.replace(MANY_NOTHINGS, (run) => `.${run.length.toString(36)}.`), step }
}

const decoded = new WeakMap<LinearModel, Float32Array>()

/** The way back from `encodeTable`. */
export const decodeTable = ({ table, step }: { readonly table: string; readonly step: number }): Float32Array =>
  Float32Array.from(
    table.replace(/\.([0-9a-z]+)\./g, (_, run: string) => NOTHING.repeat(Number.parseInt(run, 36))),
    (letter) => (LETTERS.indexOf(letter) - ZERO) * step,
  )

const tableOf = (model: LinearModel): Float32Array => {
  const before = decoded.get(model)
  if (before !== undefined) return before
  const table = decodeTable(model)
  decoded.set(model, table)
  return table
}

/** How likely, from 0 to 1. The same features always weigh the same: no chance and no clock. */
export const likelihood = (model: LinearModel, features: readonly number[], folded: string): number => {
  let sum = model.bias
  for (let i = 0; i < features.length; i++) sum += (features[i] ?? 0) * (model.weights[i] ?? 0)
  const table = tableOf(model)
  if (table.length === 0) return 1 / (1 + Math.exp(-sum))
  let [told, grams] = [0, 0]
  eachGram(folded, table.length, (place) => {
    told += table[place] ?? 0
    grams++
  })
  if (grams > 0) sum += told / Math.sqrt(grams)
  return 1 / (1 + Math.exp(-sum))
}

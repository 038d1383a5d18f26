import type { Features } from './features.ts'
import { PLACES } from './letters.ts'
import { eachWeight, type PackedColumn } from './packed.ts'

/** What is learned, column by column, and from which likelihood on a yes is said. */
export type TriageModel = {
  readonly columns: readonly PackedColumn[]
  readonly from: Readonly<Record<string, number>>
}

/** What was learned, ready to weigh messages: the columns of a place lie together, and are read once for all of them. */
export type Scale = {
  readonly names: readonly string[]
  /** Which column has a name. */
  readonly at: Readonly<Record<string, number>>
  readonly biases: Float64Array
  readonly from: Readonly<Record<string, number>>
  /** Which row of the table a place has; 0 is that of places of which nothing was learned. */
  readonly rows: Int32Array
  readonly table: Float32Array
}

export const unpackModel = ({ columns, from }: TriageModel): Scale => {
  const rows = new Int32Array(PLACES)
  let count = 1
  for (const column of columns)
    eachWeight(column, (place) => {
      if (rows[place] !== 0) return
      rows[place] = count++
    })
  const table = new Float32Array(count * columns.length)
  for (const [c, column] of columns.entries())
    eachWeight(column, (place, weight) => {
      table[(rows[place] ?? 0) * columns.length + c] = weight
    })
  const names = columns.map((c) => c.name)
  const at = Object.fromEntries(names.map((name, c) => [name, c]))
  return { names, at, biases: Float64Array.from(columns, (c) => c.bias), from, rows, table }
}

/** The sum of every column for a message. The same message always weighs the same: no chance and no clock. */
export const weigh = ({ biases, rows, table }: Scale, { places, values }: Features): Float64Array => {
  const sums = Float64Array.from(biases)
  const width = sums.length
  for (let i = 0; i < places.length; i++) {
    const row = rows[places[i] ?? 0] ?? 0
    if (row === 0) continue
    const value = values[i] ?? 0
    for (let c = 0; c < width; c++) sums[c] = (sums[c] ?? 0) + (table[row * width + c] ?? 0) * value
  }
  return sums
}

/** How much each token of a message adds to a column, more than it adds to the others of its kind. */
export const sharesOf = (
  { names, rows, table }: Scale,
  { places, values, from, to }: Features,
  column: number,
  others: readonly number[],
  tokens: number,
): Float64Array => {
  const shares = new Float64Array(tokens)
  const width = names.length
  for (let i = 0; i < places.length; i++) {
    const row = rows[places[i] ?? 0] ?? 0
    const [first, last] = [from[i] ?? 0, to[i] ?? 0]
    if (row === 0 || last <= first) continue
    const at = (c: number) => table[row * width + c] ?? 0
    const mean = others.length === 0 ? 0 : others.reduce((sum, c) => sum + at(c), 0) / others.length
    const share = ((at(column) - mean) * (values[i] ?? 0)) / (last - first)
    for (let t = first; t < last; t++) shares[t] = (shares[t] ?? 0) + share
  }
  return shares
}

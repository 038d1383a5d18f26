const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-'
const ZERO = (LETTERS.length - 1) / 2

/** A letter a weight; small weights are many and keep their differences, so letters stand for square roots. */
export const encodeWeights = (weights: Float32Array): { table: string; most: number } => {
  const most = weights.reduce((a, w) => Math.max(a, Math.abs(w)), 1e-9)
  const letters = Array.from(weights, (w) =>
    LETTERS.charAt(ZERO + Math.sign(w) * Math.round(ZERO * Math.sqrt(Math.abs(w) / most))),
  )
  return { table: letters.join(''), most }
}

/** The way back from `encodeWeights`, behind a first row that is nothing. */
export const decodeWeights = (table: string, most: number, width: number): Float32Array => {
  const worth = new Float32Array(128)
  for (let i = 0; i < LETTERS.length; i++) {
    const part = (i - ZERO) / ZERO
    worth[LETTERS.charCodeAt(i)] = Math.sign(part) * part * part * most
  }
  const weights = new Float32Array(width + table.length)
  for (let i = 0; i < table.length; i++) weights[width + i] = worth[table.charCodeAt(i)] ?? 0
  return weights
}

/** Places in rising order, each as the way from the one before. */
export const encodePlaces = (places: readonly number[]): string =>
  places.map((place, i) => (place - (places[i - 1] ?? 0)).toString(36)).join(' ')

const placesIn = (text: string): readonly number[] => {
  let place = 0
  return text.split(' ').map((step) => {
    place += Number.parseInt(step, 36)
    return place
  })
}

/** The rows of several nets of one width side by side, so that what they all learned of a place lies in one stretch of memory. */
export type Rows = {
  /** Which row each place has; 0 is that of places of which nothing was learned. */
  readonly rowOf: Int32Array
  readonly width: number
  /** The squares that the letters stand for, between -63² and 63². */
  readonly squares: Int16Array
  /** What a square is worth in each net. */
  readonly units: readonly number[]
}
type Letters = { readonly places: string; readonly table: string; readonly most: number; readonly hidden: number }

/** The way back from `encodePlaces` and `encodeWeights`, for nets that are read together; places are below `size`. */
export const decodeRows = (nets: readonly Letters[], size: number): Rows => {
  const places = nets.map((net) => placesIn(net.places))
  const rowOf = new Int32Array(size)
  let rows = 0
  for (const place of places.flat()) if (rowOf[place] === 0) rowOf[place] = ++rows
  const width = nets.reduce((sum, { hidden }) => sum + hidden, 0)
  const squares = new Int16Array((rows + 1) * width)
  const most = (LETTERS.length - 1) ** 2
  const worth = new Int16Array(128)
  for (let i = 0; i < LETTERS.length; i++) {
    const half = 2 * i - (LETTERS.length - 1)
    worth[LETTERS.charCodeAt(i)] = half * Math.abs(half)
  }
  let before = 0
  for (const [n, { table, hidden }] of nets.entries()) {
    for (const [i, place] of (places[n] ?? []).entries())
      for (let j = 0; j < hidden; j++)
        squares[(rowOf[place] ?? 0) * width + before + j] = worth[table.charCodeAt(i * hidden + j)] ?? 0
    before += hidden
  }
  return { rowOf, width, squares, units: nets.map((net) => net.most / most) }
}

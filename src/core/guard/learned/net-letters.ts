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

/** Which row each place of a table of `size` has; 0 is that of places of which nothing was learned. */
export const decodePlaces = (text: string, size: number): Int32Array => {
  const rows = new Int32Array(size)
  let place = 0
  text.split(' ').forEach((step, i) => {
    place += Number.parseInt(step, 36)
    rows[place] = i + 1
  })
  return rows
}

import { chance } from './stir.ts'

/** What meets what, and how strongly: a symmetric matrix, row by row, of which most is nothing. */
export type Meetings = {
  readonly size: number
  readonly from: Int32Array
  readonly at: Int32Array
  readonly worth: Float32Array
}

const ROUNDS = 8
/** So many more directions than are asked for are followed: the last ones settle slowly. */
const SPARE = 16
const SEED = 3
const SWEEPS = 12

const times = ({ size, from, at, worth }: Meetings, many: Float64Array, width: number): Float64Array => {
  const out = new Float64Array(size * width)
  for (let row = 0; row < size; row++)
    for (let k = from[row] ?? 0; k < (from[row + 1] ?? 0); k++) {
      const [other, value] = [(at[k] ?? 0) * width, worth[k] ?? 0]
      for (let j = 0; j < width; j++)
        out[row * width + j] = (out[row * width + j] ?? 0) + value * (many[other + j] ?? 0)
    }
  return out
}

/** Makes the columns stand upright on each other, each of length one. */
const upright = (many: Float64Array, size: number, width: number): void => {
  for (let j = 0; j < width; j++) {
    for (let i = 0; i < j; i++) {
      let shared = 0
      for (let r = 0; r < size; r++) shared += (many[r * width + i] ?? 0) * (many[r * width + j] ?? 0)
      for (let r = 0; r < size; r++)
        many[r * width + j] = (many[r * width + j] ?? 0) - shared * (many[r * width + i] ?? 0)
    }
    let length = 0
    for (let r = 0; r < size; r++) length += (many[r * width + j] ?? 0) ** 2
    length = Math.sqrt(length) || 1
    for (let r = 0; r < size; r++) many[r * width + j] = (many[r * width + j] ?? 0) / length
  }
}

/** The directions of a small symmetric matrix and how far each reaches, by turning two at a time (Jacobi). */
export const turned = (small: Float64Array, width: number): { reach: number[]; directions: Float64Array } => {
  const a = Float64Array.from(small)
  const v = new Float64Array(width * width)
  for (let i = 0; i < width; i++) v[i * width + i] = 1
  const turn = (m: Float64Array, p: number, q: number, c: number, s: number): void => {
    const [x, y] = [m[p] ?? 0, m[q] ?? 0]
    m[p] = c * x - s * y
    m[q] = s * x + c * y
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < width; p++)
      for (let q = p + 1; q < width; q++) {
        const off = a[p * width + q] ?? 0
        if (Math.abs(off) < 1e-12) continue
        const angle = 0.5 * Math.atan2(2 * off, (a[q * width + q] ?? 0) - (a[p * width + p] ?? 0))
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        for (let k = 0; k < width; k++) turn(a, k * width + p, k * width + q, c, s)
        for (let k = 0; k < width; k++) turn(a, p * width + k, q * width + k, c, s)
        for (let k = 0; k < width; k++) turn(v, k * width + p, k * width + q, c, s)
      }
  return { reach: Array.from({ length: width }, (_, i) => a[i * width + i] ?? 0), directions: v }
}

/** The directions in which a matrix reaches farthest, weighed by the root of how far: `width` numbers for each row. Halko, Martinsson and Tropp, 2011. */
export const principalDirections = (meetings: Meetings, width: number): Float64Array => {
  const { size } = meetings
  const wide = Math.min(size, width + SPARE)
  const next = chance(SEED)
  let basis: Float64Array = Float64Array.from({ length: size * wide }, () => next() - 0.5)
  for (let round = 0; round < ROUNDS; round++) {
    basis = times(meetings, basis, wide)
    upright(basis, size, wide)
  }
  const reached = times(meetings, basis, wide)
  const small = new Float64Array(wide * wide)
  for (let r = 0; r < size; r++)
    for (let i = 0; i < wide; i++)
      for (let j = 0; j < wide; j++)
        small[i * wide + j] = (small[i * wide + j] ?? 0) + (basis[r * wide + i] ?? 0) * (reached[r * wide + j] ?? 0)
  const { reach, directions } = turned(small, wide)
  const farthest = reach.map((_, i) => i).sort((i, j) => Math.abs(reach[j] ?? 0) - Math.abs(reach[i] ?? 0))
  const out = new Float64Array(size * width)
  for (const [k, direction] of farthest.slice(0, width).entries()) {
    const weight = Math.sqrt(Math.abs(reach[direction] ?? 0))
    for (let r = 0; r < size; r++) {
      let sum = 0
      for (let i = 0; i < wide; i++) sum += (basis[r * wide + i] ?? 0) * (directions[i * wide + direction] ?? 0)
      out[r * width + k] = sum * weight
    }
  }
  return out
}

/** One column of learned weights as letters: what was learned of few places among many, for a file that stays small. */
export type PackedColumn = {
  readonly name: string
  readonly bias: number
  /** The heaviest weight; the others are parts of it. */
  readonly most: number
  readonly table: string
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const MIDDLE = 31
const STEPS = 31
const DIGIT = 32
/** Lighter weights decide nothing, and are many. */
const LEAST_LETTER = 6

/** Small weights are many and keep their differences: letters stand for square roots. */
const letterOf = (weight: number, most: number): number =>
  MIDDLE + Math.sign(weight) * Math.round(STEPS * Math.sqrt(Math.abs(weight) / most))
const weightOf = (letter: number, most: number): number => {
  const part = (letter - MIDDLE) / STEPS
  return Math.sign(part) * part * part * most
}

/** Writes each weight that counts as the way from the one before, in letters of five bits, and its own letter. */
export const packColumn = (name: string, bias: number, weights: ReadonlyMap<number, number>): PackedColumn => {
  const most = [...weights.values()].reduce((a, w) => Math.max(a, Math.abs(w)), 1e-9)
  let [table, before] = ['', -1]
  for (const [place, weight] of [...weights].sort((a, b) => a[0] - b[0])) {
    const letter = letterOf(weight, most)
    if (Math.abs(letter - MIDDLE) < LEAST_LETTER) continue
    let gap = place - before - 1
    before = place
    while (gap >= DIGIT) {
      table += LETTERS.charAt(DIGIT + (gap % DIGIT))
      gap = Math.floor(gap / DIGIT)
    }
    table += LETTERS.charAt(gap) + LETTERS.charAt(letter)
  }
  return { name, bias: Math.round(bias * 1000) / 1000, most: Math.round(most * 10000) / 10000, table }
}

/** The way back from `packColumn`. */
export const eachWeight = ({ table, most }: PackedColumn, see: (place: number, weight: number) => void): void => {
  const values = new Int8Array(128).fill(-1)
  for (let i = 0; i < LETTERS.length; i++) values[LETTERS.charCodeAt(i)] = i
  let [place, i] = [-1, 0]
  while (i < table.length) {
    let [gap, unit] = [0, 1]
    let digit = values[table.charCodeAt(i++)] ?? 0
    while (digit >= DIGIT) {
      gap += (digit - DIGIT) * unit
      unit *= DIGIT
      digit = values[table.charCodeAt(i++)] ?? 0
    }
    place += gap + digit * unit + 1
    see(place, weightOf(values[table.charCodeAt(i++)] ?? MIDDLE, most))
  }
}

/** A labelled stretch of a series, by the places of its first and last rows. */
export type Window = { readonly from: number; readonly to: number }

export type Profile = { readonly falseAlarm: number; readonly missed: number }

/** The three of Numenta's benchmark: what a false alarm and a missed window cost, a window found being worth one. */
export const PROFILES = {
  standard: { falseAlarm: 0.11, missed: 1 },
  'few false alarms': { falseAlarm: 0.22, missed: 1 },
  'few misses': { falseAlarm: 0.11, missed: 2 },
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof PROFILES
export const PROFILE_NAMES: readonly ProfileName[] = ['standard', 'few false alarms', 'few misses']

/** From nearly 1 at the start of a window (-1) over 0 at its end to nearly -1 a window's length behind it, and -1 from three on. */
const fade = (place: number): number => (place >= 3 ? -1 : 2 / (1 + Math.exp(5 * place)) - 1)

/** The first rows, which a detector may use to learn and which do not count. */
export const probationOf = (rows: number): number => Math.min(Math.floor(0.15 * rows), 750)

/** What an alert on each row is worth, and the window that it finds, if any; rows of the probation are worth nothing. */
export type Worth = { readonly value: number; readonly window: number | null }

export const worthOfRows = (rows: number, windows: readonly Window[]): (Worth | null)[] => {
  const probation = probationOf(rows)
  return Array.from({ length: rows }, (_, row) => {
    if (row < probation) return null
    const inside = windows.findIndex(({ from, to }) => from <= row && row <= to)
    const found = windows[inside]
    if (found !== undefined) {
      const length = found.to - found.from + 1
      return { value: fade(-(found.to - row + 1) / length) / fade(-1), window: inside }
    }
    const before = windows.findLast(({ to }) => to < row)
    return { value: before === undefined ? -1 : fade((row - before.to) / (before.to - before.from)), window: null }
  })
}

/** What was alerted on at one threshold, before a profile weighs it. */
export type Tally = { readonly found: number; readonly worth: number; readonly alarms: number; readonly cost: number }

/** Thresholds in equal steps of their logarithm: the neighbours of one are as much above it as below. */
export const THRESHOLDS: readonly number[] = Array.from({ length: 241 }, (_, i) => Math.exp(-4 + i * 0.05))

const highestBelow = (score: number): number =>
  Math.min(THRESHOLDS.length - 1, Math.floor((Math.log(score) + 4) / 0.05))

/** What each threshold would have told of one series; in each window only the earliest alert counts. */
export const tallyOf = (scores: readonly number[], worths: readonly (Worth | null)[], windows: number): Tally[] => {
  const alarms = THRESHOLDS.map(() => 0)
  const cost = THRESHOLDS.map(() => 0)
  const best = Array.from({ length: windows }, () => THRESHOLDS.map(() => Number.NEGATIVE_INFINITY))
  scores.forEach((score, row) => {
    const worth = worths[row]
    const at = score > 0 ? highestBelow(score) : -1
    if (worth === null || worth === undefined || at < 0) return
    const list = worth.window === null ? undefined : best[worth.window]
    if (list !== undefined) list[at] = Math.max(list[at] ?? 0, worth.value)
    else {
      alarms[at] = (alarms[at] ?? 0) + 1
      cost[at] = (cost[at] ?? 0) - worth.value
    }
  })
  // A score that passes a threshold passes all lower ones.
  const tallies: Tally[] = []
  const tops = best.map(() => Number.NEGATIVE_INFINITY)
  let [count, paid] = [0, 0]
  for (let at = THRESHOLDS.length - 1; at >= 0; at--) {
    count += alarms[at] ?? 0
    paid += cost[at] ?? 0
    best.forEach((list, i) => {
      tops[i] = Math.max(tops[i] ?? 0, list[at] ?? 0)
    })
    const seen = tops.filter((top) => top > Number.NEGATIVE_INFINITY)
    tallies[at] = { found: seen.length, worth: seen.reduce((a, b) => a + b, 0), alarms: count, cost: paid }
  }
  return tallies
}

/** What a tally is worth to a profile: 0 for a detector that never alerts is then the loss of all windows. */
export const rawScore = ({ found, worth, cost }: Tally, windows: number, profile: Profile): number =>
  worth - profile.falseAlarm * cost - profile.missed * (windows - found)

/** 0 is what silence earns, 100 what a perfect detector does. */
export const outOfHundred = (raw: number, windows: number, { missed }: Profile): number =>
  (100 * (raw + missed * windows)) / (windows * (1 + missed))

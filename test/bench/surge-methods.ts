import { hearBucket } from '#core/surge/hear-bucket.ts'
import { startSeries } from '#core/surge/series.ts'
import { SURGE_SETTINGS, type SurgeSettings } from '#core/surge/settings.ts'
import { MINUTE_MS } from '#core/time.ts'
import type { Company } from './nab-files.ts'

/** A number for each row, from the rows before it; the higher, the odder. */
export type Method = (company: Company) => number[]

/** Vigie's own: its score as odds, so that equal steps are equal ratios; one is the score at which the desk alerts. */
export const vigie =
  (settings: SurgeSettings = SURGE_SETTINGS): Method =>
  ({ at, counts }) => {
    let series = startSeries('UTC', 5 * MINUTE_MS)
    return counts.map((count, row) => {
      const heard = hearBucket(series, { at: at[row] ?? 0, count }, settings)
      series = heard.series
      const { score } = heard.reading
      return score / (1 - score)
    })
  }

/** A mean and a scatter from sums. */
const oddnessOf = (count: number, sum: number, squares: number, rows: number): number => {
  if (rows < 2) return 0
  const mean = sum / rows
  return Math.max(0, count - mean) / Math.sqrt(Math.max(1e-6, squares / rows - mean ** 2))
}

/** The same answer for every row. */
export const constant: Method = ({ counts }) => counts.map(() => 1)

/** Distance from the mean of the whole past, in standard deviations. */
export const wholePast: Method = ({ counts }) => {
  let [sum, squares] = [0, 0]
  return counts.map((count, row) => {
    const odd = oddnessOf(count, sum, squares, row)
    sum += count
    squares += count ** 2
    return odd
  })
}

/** The same of the last `length` rows. */
export const windowedGaussian =
  (length: number): Method =>
  ({ counts }) => {
    let [sum, squares] = [0, 0]
    return counts.map((count, row) => {
      const odd = oddnessOf(count, sum, squares, Math.min(row, length))
      const gone = row >= length ? (counts[row - length] ?? 0) : 0
      sum += count - gone
      squares += count ** 2 - gone ** 2
      return odd
    })
  }

/** The same of the rows of this hour of the week, once there are a day's worth in an hour; of the whole past before. */
export const hourOfWeek: Method = (company) => {
  const before = wholePast(company)
  const sums = Array.from({ length: 168 }, () => ({ sum: 0, squares: 0, rows: 0 }))
  return company.counts.map((count, row) => {
    const slot = sums[Math.floor((company.at[row] ?? 0) / 3_600_000) % 168]
    if (slot === undefined) return 0
    const odd = slot.rows < 24 ? (before[row] ?? 0) : oddnessOf(count, slot.sum, slot.squares, slot.rows)
    slot.sum += count
    slot.squares += count ** 2
    slot.rows += 1
    return odd
  })
}

/** Lets a row speak only when it beats a fading record of earlier ones, as Vigie does. */
export const withRecord =
  (method: Method): Method =>
  (company) => {
    const fading = 2 ** ((-5 * MINUTE_MS) / SURGE_SETTINGS.recordHalfLifeMs)
    let record = 0
    return method(company).map((odd) => {
      record *= fading
      const told = odd > record * SURGE_SETTINGS.margin ? odd : 0
      record = Math.max(record, odd)
      return told
    })
  }

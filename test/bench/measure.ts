/** One figure of a bench. What counts is the ratio to a reference that was measured in the same run, on the same machine. */
export interface Measure {
  name: string
  value: number
  unit: string
  reference?: number
  ratio?: number
  /** What the ratio (or the value, without one) must reach. */
  least?: number
  /** What the ratio (or the value, without one) may not pass. */
  most?: number
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The value below which `share` of all lie. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** How many a second, `count` at a time being under way, until `total` are done. */
export const rateOf = async (
  total: number,
  atOnce: number,
  one: (number: number) => Promise<unknown>,
): Promise<number> => {
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let number = next++; number < total; number = next++) await one(number)
    }),
  )
  return total / ((performance.now() - began) / 1000)
}

/** A little more than a square root: counts of brands scatter more than chance alone would have it. */
const POWER = 0.6

/** Large counts scatter more than small ones; their roots scatter alike. By how much is learned, never assumed. */
export const rootOf = (count: number, damping: number): number => (count + damping) ** POWER / POWER

/** Back from a root to a count. */
export const countOf = (root: number, damping: number): number =>
  Math.max(0, Math.max(0, root * POWER) ** (1 / POWER) - damping)

const LEAST_USUAL = 0.01

/** How many times wider than by chance alone counts scatter, given the variance of their roots. */
export const overdispersionOf = (variance: number, usual: number, damping: number): number =>
  (variance * (usual + damping) ** (2 - 2 * POWER)) / Math.max(LEAST_USUAL, usual)

/** Counts scatter in proportion to how many there are; their roots do not. A scatter wider than chance alone is learned, never assumed. */
export const rootOf = (count: number, damping: number): number => 2 * Math.sqrt(count + damping)

/** Back from a root to a count. */
export const countOf = (root: number, damping: number): number => Math.max(0, (root / 2) ** 2 - damping)

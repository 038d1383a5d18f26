const THIN = '\u202f'
const HARD = '\u00a0'

/** French spacing, put in once for all: thin before « ; ! ? » and inside quotes, hard before a colon and between a figure and its unit. */
export const typesetFrench = (text: string): string =>
  text
    .replace(/ ([;!?»])/g, `${THIN}$1`)
    .replace(/« /g, `«${THIN}`)
    .replace(/ :/g, `${HARD}:`)
    .replace(/(\d) (?=(?:h|min|s|j|%|€|ko|Mo)(?![\p{L}\p{N}]))/gu, `$1${HARD}`)
    .replace(/(\d\u00a0[hj]) (?=\d)/gu, `$1${HARD}`)

/** The same for a whole dictionary, whose sentences are texts, or functions of what they speak of. */
export const typesetAll = <T>(words: T, set: (text: string) => string): T => {
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return set(node)
    if (typeof node === 'function') return (...args: unknown[]) => walk(node(...args))
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]))
    return node
  }
  return walk(words) as T
}

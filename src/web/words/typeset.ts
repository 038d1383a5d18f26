export { typesetFrench } from '#core/text/typeset-french.ts'

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

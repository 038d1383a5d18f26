/** A value of a scenario file, with the line on which it stands. */
export type Node = { readonly line: number } & (
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'array'; readonly nodes: readonly Node[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
)

export type Entry = { readonly key: string; readonly line: number; readonly node: Node }

/** The same of a value that was read elsewhere, and has no lines. */
export const nodeOf = (value: unknown): Node => {
  const line = 0
  if (value === null || value === undefined) return { kind: 'null', line }
  if (typeof value === 'string') return { kind: 'string', value, line }
  if (typeof value === 'number') return { kind: 'number', value, line }
  if (typeof value === 'boolean') return { kind: 'boolean', value, line }
  if (Array.isArray(value)) return { kind: 'array', nodes: value.map(nodeOf), line }
  if (typeof value !== 'object') return { kind: 'null', line }
  return {
    kind: 'object',
    entries: Object.entries(value)
      .filter(([, of]) => of !== undefined)
      .map(([key, of]) => ({ key, line, node: nodeOf(of) })),
    line,
  }
}

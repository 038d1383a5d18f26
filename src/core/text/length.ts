import { readGraphemes, utf8Length, type Weighing, weighAtoms } from './length-atoms.ts'

/** The limits of one kind of message on one network; a text must respect all that are given. */
export type LengthLimit = {
  /** What a reader calls characters. */
  readonly graphemes?: number
  /** In UTF-8. */
  readonly bytes?: number
  /** UTF-16 units. */
  readonly characters?: number
  readonly weighted?: Weighing & { readonly limit: number }
}

export type LengthUnit = 'graphemes' | 'bytes' | 'characters' | 'weighted'

/** The tightest of the limits, as the counter shows it. */
export type Length = {
  readonly used: number
  /** `Infinity` when the network has no limit. */
  readonly max: number
  readonly unit: LengthUnit
  /** From this UTF-16 index on, the text is too long for one of its limits. */
  readonly over: { readonly start: number } | null
}

/** A stretch of text that is in or out as a whole, and what it counts for. */
export type Atom = { readonly start: number; readonly weight: number }

function measure(unit: LengthUnit, max: number, atoms: Iterable<Atom>): Length {
  let used = 0
  let start: number | null = null
  for (const atom of atoms) {
    used += atom.weight
    if (used > max) start ??= atom.start
  }
  return { used, max, unit, over: start === null ? null : { start } }
}

function* weighGraphemes(text: string, weigh: (grapheme: string) => number): Iterable<Atom> {
  for (const { start, grapheme } of readGraphemes(text)) yield { start, weight: weigh(grapheme) }
}

/**
 * A reply that the network would cut or refuse never leaves: every limit is counted as the network counts it, and the
 * tightest one is shown while one writes (A3, A4).
 */
export function measureLength(text: string, limit: LengthLimit): Length {
  const { graphemes, bytes, characters, weighted } = limit
  const lengths: Length[] = []
  if (graphemes !== undefined)
    lengths.push(
      measure(
        'graphemes',
        graphemes,
        weighGraphemes(text, () => 1),
      ),
    )
  if (bytes !== undefined) lengths.push(measure('bytes', bytes, weighGraphemes(text, utf8Length)))
  if (characters !== undefined)
    lengths.push(
      measure(
        'characters',
        characters,
        weighGraphemes(text, (g) => g.length),
      ),
    )
  if (weighted) lengths.push(measure('weighted', weighted.limit, weighAtoms(text, weighted)))
  if (lengths.length === 0)
    return measure(
      'graphemes',
      Infinity,
      weighGraphemes(text, () => 1),
    )
  const tightest = lengths.reduce((a, b) => (b.used / b.max > a.used / a.max ? b : a))
  const starts = lengths.flatMap(({ over }) => over?.start ?? [])
  return { ...tightest, over: starts.length === 0 ? null : { start: Math.min(...starts) } }
}

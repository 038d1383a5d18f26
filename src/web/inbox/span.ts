/** The rows that exist, from the first one to before the last one. */
export type Span = { readonly from: number; readonly until: number }

/** So many rows stand ready on each side of what one sees, and no fewer than so few. */
const AROUND = 9
const LEAST = 4

/**
 * The rows that must exist around those on screen. What is there stays until the eye comes near its edge: a scroll then mostly moves
 * what is painted already, and pays for new rows once in a while, several at a time.
 */
export const spanOver = (known: Span, first: number, last: number): Span =>
  known.from <= Math.max(0, first - LEAST) &&
  known.until >= last + LEAST &&
  known.until - known.from <= last - first + 3 * AROUND
    ? known
    : { from: Math.max(0, first - AROUND), until: last + AROUND }

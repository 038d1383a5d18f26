/** What `node:test` hands to a test; enough of it to skip. */
export interface Skippable {
  skip(message?: string): void
}

/**
 * Whether the test may go on. A machine without what a test needs skips it, loudly; continuous integration must have everything, so
 * there a skip is a failure. `available` is true, false, or the reason why it is missing.
 */
export const requires = (what: string, available: boolean | string, t: Skippable): boolean => {
  if (available === true) return true
  const why = typeof available === 'string' && available !== '' ? `: ${available}` : ''
  if (process.env.CI === 'true') throw new Error(`${what} is required here and missing${why}`)
  process.stderr.write(`SKIPPED, ${what} is missing${why}\n`)
  t.skip(`${what} is missing${why}`)
  return false
}

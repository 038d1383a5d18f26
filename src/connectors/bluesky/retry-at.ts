const LONGEST_MS = 24 * 3_600_000

/** When a server that refuses for now may be asked again: its rate-limit reset (seconds since 1970), else its Retry-After. */
export const retryAtOf = (headers: Headers, now: number): number | undefined => {
  const bounded = (at: number): number | undefined =>
    Number.isFinite(at) && at > now ? Math.min(at, now + LONGEST_MS) : undefined
  const after = headers.get('retry-after')
  const seconds = after !== null && /^\d+$/.test(after.trim()) ? now + Number(after) * 1000 : Date.parse(after ?? '')
  const reset = headers.get('ratelimit-reset')
  return bounded(Number(reset ?? Number.NaN) * 1000) ?? bounded(seconds)
}

export type FetchRefusal =
  | 'bad-url'
  | 'not-https'
  | 'port-not-allowed'
  | 'credentials-in-url'
  | 'private-address'
  | 'too-many-redirects'
  | 'redirect-refused'
  | 'response-too-large'

/** The door stayed shut: the address may not be visited, or the answer was not fit to be let in. */
export class FetchRefused extends Error {
  readonly reason: FetchRefusal
  constructor(reason: FetchRefusal, detail: string) {
    super(detail)
    this.name = 'FetchRefused'
    this.reason = reason
  }
}

/** Failures of a connection that never came to be: nothing can have been written. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

const REFUSED_BEFORE: ReadonlySet<FetchRefusal> = new Set([
  'bad-url',
  'not-https',
  'port-not-allowed',
  'credentials-in-url',
  'private-address',
])

/**
 * Whether a request that failed was certainly never written. Everything else (a reset, a timeout, half an answer) may have been
 * carried out by the other side, and must be told as ambiguous.
 */
export const isBeforeWriting = (error: unknown): boolean => {
  if (error instanceof FetchRefused) return REFUSED_BEFORE.has(error.reason)
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isBeforeWriting)
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  return (code !== undefined && NEVER_CONNECTED.has(code)) || isBeforeWriting(error.cause)
}

/** The refusal inside an error, when `fetch` has wrapped it. */
export const refusalIn = (error: unknown): FetchRefused | null => {
  if (error instanceof FetchRefused) return error
  return error instanceof Error && error.cause !== undefined ? refusalIn(error.cause) : null
}

import type { LookUpResult, SendOutcome } from '#core/delivery/guarantee.ts'
import type { Polled } from '../connector.ts'
import { type Trouble, tellTrouble } from './answer.ts'

type Failure = Extract<Trouble, { kind: 'failure' }>
type Later = Extract<SendOutcome, { kind: 'later' }>

const FINAL: Record<string, string> = {
  AccountTakedown: 'account-suspended',
  AccountSuspended: 'account-suspended',
  RepoTakendown: 'account-suspended',
  AccountDeactivated: 'account-deactivated',
  RepoDeactivated: 'account-deactivated',
  PayloadTooLarge: 'too-long',
  BlobTooLarge: 'media-refused',
  InvalidMimeType: 'media-refused',
  BlobNotFound: 'media-refused',
}

/** A verdict on this request, in the protocol's own words; a page of some proxy on the way is no verdict. */
const findVerdict = ({ status, error, message }: Failure): string | null => {
  if (status < 400 || status > 499 || error === '') return null
  const final = FINAL[error]
  if (final !== undefined) return final
  if (status === 400 && /(too big|too long|longer than).*text/i.test(message)) return 'too-long'
  return [400, 403, 409, 413, 422].includes(status) ? 'refused-by-network' : null
}

const later = (reason: string, trouble: Trouble): Later => {
  const retryAt = 'retryAt' in trouble ? trouble.retryAt : undefined
  return { kind: 'later', reason, detail: tellTrouble(trouble), ...(retryAt === undefined ? {} : { retryAt }) }
}

/** The trouble of a step that publishes nothing (a look, an image put aside): whatever happened, no reply is out. */
export const outcomeBeforeWriting = (trouble: Trouble): SendOutcome => {
  if (trouble.kind === 'signed-out') {
    const suspended = trouble.reason.startsWith('account-')
    const { reason, detail } = trouble
    return suspended ? { kind: 'refused', reason, detail, permanent: true } : later('signed-out', trouble)
  }
  if (trouble.kind !== 'failure') return later('unreachable', trouble)
  const reason = findVerdict(trouble)
  if (reason !== null) return { kind: 'refused', reason, detail: tellTrouble(trouble), permanent: true }
  return later(trouble.status === 429 ? 'rate-limited' : 'service-unavailable', trouble)
}

/** The trouble of the one request that publishes. In doubt it says so: a look-up settles it, never a guess (G4). */
export const outcomeOfWriting = (trouble: Trouble): SendOutcome => {
  const inDoubt =
    trouble.kind === 'doubt' || (trouble.kind === 'failure' && (trouble.status >= 500 || trouble.status === 408))
  return inDoubt ? { kind: 'ambiguous', detail: tellTrouble(trouble) } : outcomeBeforeWriting(trouble)
}

export const outcomeOfLooking = (trouble: Trouble): LookUpResult => {
  const retryAt = 'retryAt' in trouble ? trouble.retryAt : undefined
  return { kind: 'unavailable', detail: tellTrouble(trouble), ...(retryAt === undefined ? {} : { retryAt }) }
}

/** A poll that could not ask: the cursor stays, nothing is lost; only a sign-in that was turned down needs a person. */
export const outcomeOfPolling = (trouble: Trouble): Polled => {
  const detail = tellTrouble(trouble)
  if (trouble.kind === 'signed-out') return { kind: 'attention', reason: trouble.reason, detail }
  const suspended = trouble.kind === 'failure' ? FINAL[trouble.error] : undefined
  if (suspended?.startsWith('account-')) return { kind: 'attention', reason: suspended, detail }
  const before = later(trouble.kind === 'failure' ? 'service-unavailable' : 'unreachable', trouble)
  const reason = trouble.kind === 'failure' && trouble.status === 429 ? 'rate-limited' : before.reason
  return { kind: 'later', reason, detail, ...(before.retryAt === undefined ? {} : { retryAt: before.retryAt }) }
}

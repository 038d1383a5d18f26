import type { Refusal } from '#contract/route.ts'
import type { Refused } from '#server/desk.ts'

/** The status of each refusal; what is not listed is a matter of state, and a conflict: 409. */
const statuses: Readonly<Record<string, number>> = {
  'invalid-input': 400,
  'invalid-json': 400,
  'unknown-time-zone': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'second-factor-needed': 401,
  'wrong-code': 401,
  'passkey-refused': 401,
  'second-factor-missing': 403,
  'wrong-password': 403,
  'not-allowed': 403,
  'fresh-sign-in-needed': 403,
  'foreign-page': 403,
  'not-found': 404,
  'no-such-case': 404,
  'no-such-account': 404,
  'unknown-connector': 404,
  'link-unknown': 404,
  'link-used': 410,
  'link-expired': 410,
  'too-large': 413,
  'not-json': 415,
  'guard-findings': 422,
  'charter-contradicts': 422,
  'proof-needed': 422,
  'not-a-document': 415,
  'no-such-document': 422,
  'not-ahead': 422,
  'why-broken': 422,
  'declaration-needed': 422,
  'empty-shift': 422,
  'duty-not-theirs': 422,
  'absence-backwards': 422,
  'stand-in-self': 422,
  'absence-not-yours': 403,
  'device-refused': 422,
  'note-needed': 422,
  'reason-needed': 422,
  'rule-kept': 422,
  'calendar-faults': 422,
  'connection-refused': 422,
  'too-many-requests': 429,
  'too-many-attempts': 429,
  'connection-failed': 502,
  'database-unreachable': 503,
  'disk-full': 503,
  busy: 503,
  failed: 500,
}

export const statusOf = (code: string): number => statuses[code] ?? 409

export const refusalBody = ({ refused, data }: Refused): Refusal =>
  data === undefined ? { refused } : { refused, data }

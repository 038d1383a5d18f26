import { z } from 'zod'
import type { HookRequest, HookVerdict, OpenAccount } from '../connector.ts'
import { isSigned, keyOf } from './signature.ts'

export const MOST_RAW_BYTES = 1_000_000
const MOST_HEADER = 4_000
const TOLERANCE_SECONDS = 300

const Secrets = z.array(z.string()).max(10)

const known = new WeakMap<OpenAccount, Uint8Array[]>()

/** Read once for each opening of the account: webhooks come by the thousand. */
export const keysOf = (account: OpenAccount): Uint8Array[] => {
  const keys = known.get(account) ?? readKeys(account)
  known.set(account, keys)
  return keys
}

const readKeys = (account: OpenAccount): Uint8Array[] => {
  const secrets = Secrets.safeParse(account.secret.secrets)
  return (secrets.data ?? []).map(keyOf).filter((key) => key !== null)
}

const refused = (status: 400 | 401, reason: string): HookVerdict => ({ kind: 'refused', status, reason })

/** Checks who speaks, on the bytes as they came, before anything is parsed; `webhook-id` names the receipt, so a repeat is one receipt. */
export const verifyHook = ({ headers, raw }: HookRequest, account: OpenAccount, now: number): HookVerdict => {
  if (raw.length > MOST_RAW_BYTES) return refused(400, 'too-large')
  const id = headers['webhook-id']
  const seconds = headers['webhook-timestamp']
  const signature = headers['webhook-signature']
  if (!id || !seconds || !signature) return refused(401, 'unsigned')
  if (!/^[\x21-\x7e]{1,256}$/.test(id)) return refused(400, 'bad-id')
  if (!/^\d{1,12}$/.test(seconds)) return refused(400, 'bad-timestamp')
  if (signature.length > MOST_HEADER) return refused(400, 'bad-signature')
  if (!isSigned(keysOf(account), signature, id, seconds, raw)) return refused(401, 'bad-signature')
  const age = now / 1000 - Number(seconds)
  if (age > TOLERANCE_SECONDS) return refused(401, 'too-old')
  if (age < -TOLERANCE_SECONDS) return refused(401, 'too-early')
  return { kind: 'accepted', key: id }
}

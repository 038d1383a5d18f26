import type { HookRequest } from '#connectors/connector.ts'
import type { Desk } from '#server/desk.ts'
import { boundedKey } from '#server/ingest/bounded-key.ts'
import { findHookAccount, touchHookAccount } from '#server/ingest/hook-accounts.ts'
import { keepHook } from '#server/ingest/hook-writer.ts'

export const MOST_HOOK_BYTES = 1_000_000

/** `kept` and `known` are answered with 200; anything else with its status, and then nothing was promised. */
export type HookAnswer = { kind: 'kept' | 'known' } | HookRefusal
export interface HookRefusal {
  refused: string
  status: 400 | 401 | 403 | 404 | 413 | 503
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Verified {
  workspaceId: string
  key: string
}

const verify = async (desk: Desk, accountId: string, hook: HookRequest): Promise<Verified | HookRefusal> => {
  if (!UUID.test(accountId)) return { refused: 'no-such-account', status: 404 }
  if (hook.raw.length > MOST_HOOK_BYTES) return { refused: 'too-large', status: 413 }
  const found = await findHookAccount(desk, accountId)
  const verdict = found?.connector.verifyHook?.(hook, found.account, desk.now())
  if (found === null || verdict === undefined) return { refused: 'no-such-account', status: 404 }
  if (verdict.kind === 'refused') return { refused: verdict.reason, status: verdict.status }
  return { workspaceId: found.workspaceId, key: boundedKey(verdict.key) }
}

/**
 * Keeps one signed webhook as it came, and only then says so (L1): one statement, committed, before the network hears 200. What could
 * not be kept is answered with 503, and the network hands it over again.
 */
export const receiveHook = async (desk: Desk, accountId: string, hook: HookRequest): Promise<HookAnswer> => {
  try {
    const verified = await verify(desk, accountId, hook)
    if ('refused' in verified) return verified
    const { workspaceId, key } = verified
    const raw = Buffer.from(hook.raw.buffer, hook.raw.byteOffset, hook.raw.byteLength)
    const kind = await keepHook(desk, { workspaceId, accountId, key, raw })
    touchHookAccount(desk, accountId)
    if (kind === 'kept') desk.wake('read-receipts')
    return { kind }
  } catch (error) {
    desk.log.error({ err: error, account: accountId }, 'a webhook could not be kept')
    return { refused: 'not-kept', status: 503 }
  }
}

import { FetchRefused, isBeforeWriting, makeSafeFetch } from '#connectors/safe-fetch.ts'
import { type Bulletin, bodyFor, type WayShape, type WayTarget } from '#core/notification/bulletin.ts'
import { signHook } from '#server/access/signed-hook.ts'
import type { Handed } from './outside.ts'

const TIMEOUT_MS = 10_000
const MOST_BYTES = 20_000
/** What will be answered the same tomorrow: a wrong address, a revoked room, a message that is not understood. */
const FINAL = new Set([400, 401, 403, 404, 405, 410, 413])

const failed = (reason: string, certain: boolean, permanent = false): Handed => ({
  ...{ kind: 'failed', reason: reason.slice(0, 300), certain, permanent },
})

/** One receiver says in its answer, not in its status, whether it took the message. */
const saysNo = (answer: string): boolean => {
  try {
    return (JSON.parse(answer) as { ok?: unknown } | null)?.ok === false
  } catch {
    return false
  }
}

const headersFor = (target: WayTarget, id: string, seconds: number, body: string): Record<string, string> => ({
  'content-type': 'application/json',
  'user-agent': 'Vigie',
  ...(target.authorization !== undefined && { authorization: target.authorization }),
  ...(target.secret !== undefined && {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signHook(target.secret, id, seconds, body),
  }),
})

/**
 * Hands a bulletin to a way, through the guarded door: https on the public Internet, no redirect, few bytes back, ten seconds. Every try of one
 * bulletin carries the same id, by which a receiver knows it again.
 */
export const makeWaySender = ({ allow, now }: { allow: readonly string[]; now(): number }) => {
  const visit = makeSafeFetch({ allow: [...allow], timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, maxRedirects: 0 })
  return async (shape: WayShape, target: WayTarget, bulletin: Bulletin): Promise<Handed> => {
    const body = bodyFor(shape, bulletin, target)
    try {
      const answer = await visit(target.url, {
        ...{ method: 'POST', redirect: 'error', body },
        headers: headersFor(target, bulletin.id, Math.floor(now() / 1000), body),
      })
      const said = await answer.text()
      if (answer.status >= 200 && answer.status < 300)
        return saysNo(said) ? failed('the receiver said no', true, true) : { kind: 'taken' }
      return failed(`answered ${answer.status}`, true, FINAL.has(answer.status))
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      // A message may name the address, which is a secret.
      return failed(said.replaceAll(target.url, '…'), isBeforeWriting(error), error instanceof FetchRefused)
    }
  }
}
export type SendToWay = ReturnType<typeof makeWaySender>

import type { SendOutcome } from '#core/delivery/guarantee.ts'
import type { OpenAccount, Outgoing, Tools } from '../connector.ts'
import { FetchRefused, isBeforeWriting } from '../safe-fetch.ts'
import { exchangeOf } from './conversation.ts'
import { Declined, Taken } from './payload.ts'
import { signatureOf } from './signature.ts'
import { keysOf } from './verify.ts'

export const MOST_CHARACTERS = 20_000
/** Answers of a source that is busy with the very same request, or cannot tell. */
const IN_DOUBT = new Set([408, 409, 425])

const refused = (reason: string, detail: string): SendOutcome => ({ kind: 'refused', reason, detail, permanent: true })

/** Why a reply may not even leave, or null. */
const findObstacle = (outgoing: Outgoing, account: OpenAccount): SendOutcome | null => {
  const exchange = exchangeOf(outgoing.conversationKey)
  if (typeof account.settings.replyUrl !== 'string')
    return refused('listen-only', 'this source has no address for replies')
  if (outgoing.own) return refused('no-own-posts', 'this source takes replies only')
  if (!exchange) return refused('unknown-conversation', 'the conversation is not one of this source')
  if (outgoing.audience === 'private' && exchange.audience === 'public')
    return refused('must-write-first', 'they must write in private first')
  if (outgoing.audience === 'public' && exchange.audience === 'private')
    return refused('audience-is-private', 'a private message is answered in private')
  if (outgoing.attachments.length > 0) return refused('no-attachments', 'this source takes text only')
  if (outgoing.text.trim() === '') return refused('empty', 'there is nothing to say')
  if (outgoing.text.length > MOST_CHARACTERS) return refused('too-long', `more than ${MOST_CHARACTERS} characters`)
  return null
}

/** The same words at each attempt, since the key is the same. */
const bodyOf = ({ key, audience, text, to, conversationKey, inReplyTo, since }: Outgoing): string =>
  JSON.stringify({
    type: 'reply',
    id: key,
    conversation: exchangeOf(conversationKey)?.conversation,
    to: { id: to.externalId, handle: to.handle, name: to.displayName },
    audience,
    text,
    inReplyTo: inReplyTo?.messageId ?? null,
    sentAt: new Date(since).toISOString(),
  })

const retryAt = (header: string | null, now: number): { retryAt?: number } => {
  if (header === null) return {}
  const at = /^\d{1,6}$/.test(header) ? now + Number(header) * 1000 : Date.parse(header)
  return Number.isFinite(at) ? { retryAt: at } : {}
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const judge = async (response: Response, now: number): Promise<SendOutcome> => {
  const { status } = response
  const answer = parse(await response.text())
  if (response.ok) {
    const taken = Taken.safeParse(answer)
    if (!taken.success)
      return { kind: 'ambiguous', detail: `the source answered ${status} without the id of the message` }
    const { id, permalink } = taken.data
    return { kind: 'sent', externalId: id, ...(permalink === undefined ? {} : { permalink }) }
  }
  if (status === 429) {
    return {
      kind: 'later',
      reason: 'too-many-requests',
      wholeAccount: true,
      ...retryAt(response.headers.get('retry-after'), now),
    }
  }
  if (status >= 500 || IN_DOUBT.has(status)) return { kind: 'ambiguous', detail: `the source answered ${status}` }
  if (status < 400)
    return refused('redirected', `the source answered ${status}: set the address for replies to where it redirects`)
  const declined = Declined.safeParse(answer)
  if (declined.success) return refused(declined.data.refused, declined.data.detail ?? `the source answered ${status}`)
  const reason =
    status === 401 || status === 403
      ? 'not-authorised'
      : status === 404 || status === 410
        ? 'not-found'
        : 'not-accepted'
  return refused(reason, `the source answered ${status}`)
}

/** Hands a reply to the source, signed, under the key of the delivery: the source keeps a key once, and answers its message's id. */
export const send = async (
  outgoing: Outgoing,
  account: OpenAccount,
  tools: Tools,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const obstacle = findObstacle(outgoing, account)
  if (obstacle) return obstacle
  const [key] = keysOf(account)
  if (!key) return refused('no-secret', 'the account has lost its secret: connect it again')
  if (signal.aborted) return { kind: 'later', reason: 'stopped' }
  const raw = bodyOf(outgoing)
  const seconds = Math.floor(tools.now() / 1000)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': outgoing.key,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf(key, outgoing.key, seconds, raw),
  }
  try {
    const response = await tools.fetch(String(account.settings.replyUrl), {
      method: 'POST',
      body: raw,
      headers,
      signal,
      redirect: 'manual',
    })
    return await judge(response, tools.now())
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    if (!isBeforeWriting(error)) return { kind: 'ambiguous', detail }
    return error instanceof FetchRefused
      ? refused('address-not-allowed', detail)
      : { kind: 'later', reason: 'unreachable', detail }
  }
}

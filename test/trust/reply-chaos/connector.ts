import type { Connector, Outgoing, Session } from '#connectors/connector.ts'
import type { LookUpResult, SendingGuarantee, SendOutcome } from '#core/delivery/guarantee.ts'
import type { Model } from './network.ts'

const GUARANTEES: Record<Model, SendingGuarantee> = {
  'own-id': { kind: 'own-id', settleMs: 3_500 },
  'idempotency-key': { kind: 'idempotency-key', validMs: 3_600_000 },
  'look-up': { kind: 'look-up', settleMs: 3_500 },
  none: { kind: 'none' },
}

/** A refused connection never reached the network; whatever happens later may have. */
const neverReached = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { code?: string } | undefined)?.code === 'ECONNREFUSED'

const send = async (url: string, outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      signal,
      body: JSON.stringify({ key: outgoing.key, conversation: outgoing.conversationKey, text: outgoing.text }),
    })
    if (answer.status === 429)
      return {
        kind: 'later',
        reason: 'rate-limited',
        retryAt: Date.now() + Number(answer.headers.get('retry-after')) * 1000,
      }
    if (!answer.ok) return { kind: 'ambiguous', detail: `status ${answer.status}` }
    const { id } = (await answer.json()) as { id: string }
    return { kind: 'sent', externalId: id }
  } catch (error) {
    return neverReached(error)
      ? { kind: 'later', reason: 'unreachable' }
      : { kind: 'ambiguous', detail: error instanceof Error ? error.message : '' }
  }
}

const lookUp = async (url: string, outgoing: Outgoing, signal: AbortSignal): Promise<LookUpResult> => {
  const query = new URLSearchParams({ key: outgoing.key, text: outgoing.text })
  const answer = await fetch(`${url}?${query}`, { signal })
  if (answer.status === 404) return { kind: 'absent' }
  if (!answer.ok) return { kind: 'unavailable' }
  const { id } = (await answer.json()) as { id: string }
  return { kind: 'found', externalId: id }
}

const words = { fr: 'Réseau d’épreuve', en: 'Chaos network' }

/** A connector to the chaos network for each way in which a network lets us send once. */
export const chaosConnector = (model: Model, base: string): Connector => {
  const url = `${base}/${model}`
  const session: Session = {
    send: (outgoing, signal) => send(url, outgoing, signal),
    ...(model === 'own-id' || model === 'look-up'
      ? { lookUp: (o: Outgoing, s: AbortSignal) => lookUp(url, o, s) }
      : {}),
  }
  return {
    id: model,
    network: model,
    about: words,
    verified: words,
    capabilities: {
      publicReply: true,
      publicPost: false,
      private: { privateWay: 'none' },
      editOwn: false,
      deleteOwn: false,
      media: null,
      limits: { public: {}, private: {} },
      promise: { firstReplyMinutes: 120, nextReplyMinutes: 120, calendar: 'always' },
      guarantee: GUARANTEES[model],
      listens: ['poll'],
      pollEveryMs: 60_000,
      subject: false,
    },
    fields: [],
    connect: async () => ({ kind: 'refused', reason: 'test-only', detail: '' }),
    open: () => session,
    read: () => [],
  }
}

import type { Connector, Outgoing, Session } from '#connectors/connector.ts'
import type { LookUpResult, SendingGuarantee, SendOutcome } from '#core/delivery/guarantee.ts'

export interface FakeNetwork {
  connector: Connector
  /** What the public sees. */
  posts: { key: string; text: string; externalId: string; inReplyTo: string | null }[]
  calls: Outgoing[]
  /** What the next calls answer; without one, the post is published and its id returned. */
  next: ((outgoing: Outgoing, publish: () => string) => SendOutcome | Promise<SendOutcome>)[]
  lookUps: LookUpResult[]
}

/** A network in a test's hands: every answer can be chosen, everything it was told is kept. */
export const fakeNetwork = (guarantee: SendingGuarantee = { kind: 'own-id' }, id = 'fake'): FakeNetwork => {
  const network: Omit<FakeNetwork, 'connector'> = { posts: [], calls: [], next: [], lookUps: [] }
  const publish = (outgoing: Outgoing) => (): string => {
    const known = guarantee.kind === 'own-id' ? network.posts.find((p) => p.key === outgoing.key) : undefined
    if (known !== undefined) return known.externalId
    const externalId = `post-${network.posts.length + 1}`
    network.posts.push({
      key: outgoing.key,
      text: outgoing.text,
      externalId,
      inReplyTo: outgoing.inReplyTo?.messageId ?? null,
    })
    return externalId
  }
  const session: Session = {
    send: async (outgoing) => {
      network.calls.push(outgoing)
      const answer = network.next.shift()
      return answer === undefined
        ? { kind: 'sent', externalId: publish(outgoing)() }
        : answer(outgoing, publish(outgoing))
    },
    lookUp: async (outgoing) => {
      const chosen = network.lookUps.shift()
      if (chosen !== undefined) return chosen
      const found = network.posts.find((p) => p.key === outgoing.key)
      return found === undefined ? { kind: 'absent' } : { kind: 'found', externalId: found.externalId }
    },
    reachOf: async () => ({ canReceive: false, whyNot: 'not-mutual' }),
  }
  const words = { fr: 'Réseau d’essai', en: 'Test network' }
  const connector: Connector = {
    id,
    network: 'Fake',
    about: words,
    verified: words,
    capabilities: {
      publicReply: true,
      publicPost: true,
      private: { privateWay: 'depends-on-person', how: 'direct-message' },
      editOwn: false,
      deleteOwn: false,
      media: null,
      limits: { public: { graphemes: 300 }, private: { graphemes: 1000 } },
      promise: { firstReplyMinutes: 120, nextReplyMinutes: 120, calendar: 'always' },
      guarantee,
      listens: ['poll'],
      pollEveryMs: 60_000,
      subject: false,
    },
    fields: [],
    connect: async () => ({ kind: 'refused', reason: 'test-only', detail: '' }),
    open: () => session,
    read: () => [],
  }
  return { ...network, connector }
}

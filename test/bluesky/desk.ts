import { randomUUID } from 'node:crypto'
import { bluesky } from '#connectors/bluesky/index.ts'
import type { Outgoing, Polled, ReceiptIn } from '#connectors/connector.ts'
import { makeSafeFetch } from '#connectors/safe-fetch.ts'
import { toolsWith } from '#connectors/suite/tools.ts'
import type { Activity } from '#core/mention.ts'
import type { BlueskyNetwork } from './network.ts'
import { type Account, makeAppPassword, openAccount } from './people.ts'

export type Message = Extract<Activity, { kind: 'message' }>

type Options = { now?: () => number; fetch?: (door: typeof fetch) => typeof fetch }

/** The smallest desk: one brand that listens through the connector, and answers. */
export const openDesk = async ({ addresses, settle }: BlueskyNetwork, brand: Account, options: Options = {}) => {
  const door = makeSafeFetch({ allow: [new URL(addresses.pds).host] })
  const tools = toolsWith({ now: options.now ?? Date.now, fetch: options.fetch?.(door) ?? door })
  const secret = {
    service: addresses.pds,
    did: brand.did,
    password: await makeAppPassword(brand, `vigie ${randomUUID()}`),
  }
  const account = { id: randomUUID(), externalId: brand.did, handle: brand.handle, secret, settings: {} }
  let session = bluesky.open(account, tools)
  const calm = new AbortController().signal
  const known = new Map<string, ReceiptIn>()
  let cursor: unknown = null

  const poll = async (): Promise<Polled> => {
    const polled = await session.poll?.(cursor, calm)
    if (!polled) throw new Error('the connector does not poll')
    if (polled.kind === 'polled') cursor = JSON.parse(JSON.stringify(polled.cursor))
    return polled
  }

  /** One turn; `more` says whether something is waiting still. */
  const listen = async (): Promise<{ activities: Activity[]; more: boolean }> => {
    const polled = await poll()
    if (polled.kind !== 'polled') throw new Error(`the poll went wrong: ${JSON.stringify(polled)}`)
    const fresh = polled.receipts.filter(({ key }) => !known.has(key))
    for (const receipt of fresh) known.set(receipt.key, receipt)
    return { activities: fresh.flatMap((receipt) => bluesky.read(receipt, account)), more: polled.more }
  }

  const hear = async (): Promise<Activity[]> => {
    await settle()
    const heard: Activity[] = []
    for (let more = true; more; ) {
      const turn = await listen()
      heard.push(...turn.activities)
      more = turn.more
    }
    return heard
  }

  const hearMessage = async (messageId: string): Promise<Message> => {
    const found = (await hear()).find((one) => one.kind === 'message' && one.messageId === messageId)
    if (found?.kind !== 'message') throw new Error(`${messageId} was not heard`)
    return found
  }

  const replyTo = (
    { messageId, author, conversationKey, text, sentAt, meta }: Message,
    words: string,
    more: Partial<Outgoing> = {},
  ): Outgoing => ({
    key: randomUUID(),
    audience: 'public',
    text: words,
    to: author,
    conversationKey,
    inReplyTo: { messageId, meta: meta ?? {}, text, sentAt },
    thread: [messageId],
    attachments: [],
    since: tools.now(),
    ...more,
  })

  return {
    brand,
    account,
    restart: () => {
      session = bluesky.open(account, tools)
    },
    poll,
    listen,
    hear,
    hearMessage,
    replyTo,
    send: (outgoing: Outgoing) => session.send(outgoing, calm),
    reachOf: async ({ did, handle }: Account) => session.reachOf?.({ externalId: did, handle }, calm),
    profileOf: async (did: string) => session.profileOf?.(did, calm),
  }
}

export type TestDesk = Awaited<ReturnType<typeof openDesk>>

export const openBrand = async (network: BlueskyNetwork, handle: string, options: Options = {}): Promise<TestDesk> =>
  openDesk(network, await openAccount(network.addresses, handle, 'Fleurs du Port'), options)

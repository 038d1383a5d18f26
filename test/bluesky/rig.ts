import { randomUUID } from 'node:crypto'
import type { Held, Rig } from '#connectors/connector-suite.ts'
import { makeSafeFetch } from '#connectors/safe-fetch.ts'
import { memoryOf, toolsWith } from '#connectors/suite/tools.ts'
import { findClosedPort } from './closed-port.ts'
import { openFaultyRoad } from './faulty-road.ts'
import type { BlueskyNetwork } from './network.ts'
import { makeAppPassword, openAccount, type Posted, postsOf, say } from './people.ts'

type Value = { text?: string; reply?: { parent: Posted }; embed?: { images?: unknown[] } }

/** The real servers in the hands of the connector suite. */
export const buildRig = async (network: BlueskyNetwork): Promise<Rig> => {
  const { addresses, settle } = network
  const [brand, camille, lucas, noe] = await Promise.all([
    openAccount(addresses, 'fleursduport.test', 'Fleurs du Port'),
    openAccount(addresses, 'camille-roux.test', 'Camille Roux'),
    openAccount(addresses, 'lucas-petit.test', 'Lucas Petit'),
    openAccount(addresses, 'noe-faure.test', 'Noé Faure'),
  ])
  const everybody = [camille, lucas, noe]
  const road = await openFaultyRoad(addresses.pds)
  const closed = `127.0.0.1:${await findClosedPort()}`
  const door = makeSafeFetch({ allow: [road.host, closed] })
  let isConnectable = true
  let isAboutToBlock = false
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input)
    if (!isConnectable && road.isPublishing(url)) {
      isConnectable = true
      return door(url.replace(road.host, closed), init)
    }
    const answer = await door(input, init)
    // Whoever blocks at once is never heard: this one blocks as soon as the brand has read them.
    if (isAboutToBlock && url.includes('listNotifications')) {
      isAboutToBlock = false
      const block = { subject: brand.did, createdAt: new Date().toISOString() }
      await noe.agent.app.bsky.graph.block.create({ repo: noe.did }, block)
      await settle()
    }
    return answer
  }
  const secret = { service: road.url, did: brand.did, password: await makeAppPassword(brand) }
  const memory = memoryOf()
  const personOf = ({ did, handle, displayName }: typeof brand) => ({ externalId: did, handle, displayName })
  const findAccount = (did: string) => {
    const found = everybody.find((one) => one.did === did)
    if (!found) throw new Error(`nobody here is ${did}`)
    return found
  }

  return {
    account: { id: randomUUID(), externalId: brand.did, handle: brand.handle, secret, settings: { language: 'fr' } },
    tools: () => toolsWith({ now: Date.now, memory, fetch }),
    credentials: { handle: `@${brand.handle}`, password: secret.password, service: road.url },
    wrongCredentials: { handle: brand.handle, password: 'abcd-efgh-ijkl-mnop', service: road.url },
    people: { customer: personOf(camille), another: personOf(lucas), blocking: personOf(noe) },
    ordinary: 'public',
    async says({ by, text, answers }) {
      const who = findAccount(by.externalId)
      const createdAt = new Date().toISOString()
      // Nobody answers what their client does not show yet.
      if (answers !== undefined) await settle()
      const parent = answers === undefined ? {} : { answers: await readPost(answers) }
      const post = await say(who, answers === undefined ? `@${brand.handle} ${text}` : text, { createdAt, ...parent })
      isAboutToBlock = who === noe
      return { messageId: post.uri, sentAt: Date.parse(createdAt) }
    },
    async edits({ messageId }, text) {
      const [did = '', collection = '', rkey = ''] = messageId.replace('at://', '').split('/')
      const { agent } = findAccount(did)
      const record = { $type: collection, text, createdAt: new Date().toISOString() }
      await agent.com.atproto.repo.putRecord({ repo: did, collection, rkey, record })
    },
    async deletes({ messageId }) {
      const [did = ''] = messageId.replace('at://', '').split('/')
      await findAccount(did).agent.deletePost(messageId)
    },
    brandSpeaks: async (text) => ({ externalId: (await say(brand, text)).uri }),
    async holds() {
      const records = await postsOf(brand)
      return records.map(({ uri, value }): Held => {
        const { text = '', reply, embed } = value as Value
        const parent = reply ? { parentId: reply.parent.uri } : {}
        return { externalId: uri, text, audience: 'public', attachments: embed?.images?.length ?? 0, ...parent }
      })
    },
    settle,
    beyondOnePage: 120,
    faults: [
      'refused-connection',
      'reset-before',
      'too-many',
      'unavailable',
      'done-then-reset',
      'done-then-error',
      'done-then-nonsense',
      'done-then-hang',
    ],
    async arm(fault) {
      if (fault !== 'refused-connection') return { reached: road.arm(fault) }
      isConnectable = false
      return { reached: Promise.resolve() }
    },
    async revoke() {
      await brand.agent.com.atproto.server.revokeAppPassword({ name: 'vigie' })
      road.wearTokens(true)
    },
    async restore() {
      secret.password = await makeAppPassword(brand)
      road.wearTokens(false)
    },
    close: road.close,
  }

  async function readPost(uri: string): Promise<Posted> {
    const [did = '', , rkey = ''] = uri.replace('at://', '').split('/')
    const { cid } = await brand.agent.app.bsky.feed.post.get({ repo: did, rkey })
    return { uri, cid }
  }
}

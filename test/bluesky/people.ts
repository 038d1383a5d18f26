import { AtpAgent, RichText } from '@atproto/api'
import type { Addresses } from './network.ts'

/** Somebody with an account and a client of their own, which knows nothing of the connector. */
export interface Account {
  did: string
  handle: string
  displayName: string
  password: string
  agent: AtpAgent
}

export interface Posted {
  uri: string
  cid: string
}

export const openAccount = async ({ pds }: Addresses, handle: string, displayName: string): Promise<Account> => {
  const agent = new AtpAgent({ service: pds })
  const password = `${handle} has a secret`
  await agent.createAccount({ handle, email: `${handle}@courrier.test`, password })
  await agent.upsertProfile((profile) => ({ ...profile, displayName }))
  return { did: agent.assertDid, handle, displayName, password, agent }
}

/** What the brand types into the desk when it connects the account. */
export const makeAppPassword = async ({ agent }: Account, name = 'vigie'): Promise<string> =>
  (await agent.com.atproto.server.createAppPassword({ name })).data.password

type Extra = { answers?: Posted; quotes?: Posted; createdAt?: string; langs?: string[] }

/** The post that a client would answer in: its thread's first one. */
const rootOf = async ({ agent }: Account, parent: Posted): Promise<Posted> => {
  const [did = '', , rkey = ''] = parent.uri.replace('at://', '').split('/')
  const { value } = await agent.app.bsky.feed.post.get({ repo: did, rkey })
  return value.reply?.root ?? parent
}

/** Says something as any client does: names and links are marked, a reply names its thread. */
export const say = async (who: Account, text: string, extra: Extra = {}): Promise<Posted> => {
  const rich = new RichText({ text })
  await rich.detectFacets(who.agent)
  const { answers, quotes, createdAt = new Date().toISOString(), langs } = extra
  const { uri, cid } = await who.agent.post({
    text,
    createdAt,
    ...(rich.facets ? { facets: rich.facets } : {}),
    ...(langs ? { langs } : {}),
    ...(answers ? { reply: { root: await rootOf(who, answers), parent: answers } } : {}),
    ...(quotes ? { embed: { $type: 'app.bsky.embed.record', record: quotes } } : {}),
  })
  return { uri, cid }
}

export const postsOf = async ({ agent, did }: Account) => {
  const { data } = await agent.com.atproto.repo.listRecords({ repo: did, collection: 'app.bsky.feed.post', limit: 100 })
  return data.records
}

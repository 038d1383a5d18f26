import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connector, Outgoing } from '#connectors/connector.ts'
import type { SendOutcome } from '#core/delivery/guarantee.ts'
import { fakeNetwork } from '../../fake-network.ts'

/** What somebody outside can read: under which delivery it came, and the words. */
export interface Post {
  id: string
  text: string
}

/** A source of the brand's own that takes whatever the desk hands it; its signatures are tried elsewhere. */
const openSource = async (posts: Post[]) => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { id, text }: Post = JSON.parse(Buffer.concat(chunks).toString())
    posts.push({ id, text })
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `r-${posts.length}` }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { host: `127.0.0.1:${port}`, close }
}

/** Two networks in the check's hands and a source of the generic webhook: everything that reaches any of them is kept. */
export const openNetworks = async () => {
  const posts: Post[] = []
  /** What the next call of a network does instead of publishing. */
  const instead: (() => Promise<SendOutcome>)[] = []
  const source = await openSource(posts)
  const send = async ({ key, text }: Outgoing): Promise<SendOutcome> => {
    const other = instead.shift()
    if (other !== undefined) return other()
    posts.push({ id: key, text })
    return { kind: 'sent', externalId: `post-${posts.length}` }
  }
  const network = (id: string): Connector => ({
    ...fakeNetwork(undefined, id).connector,
    open: () => ({
      send,
      lookUp: async () => ({ kind: 'absent' }),
      reachOf: async () => ({ canReceive: true }),
    }),
  })
  return { posts, instead, source, connectors: [network('fake'), network('unspoken')] }
}

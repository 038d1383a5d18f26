import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fault } from '#connectors/connector-suite.ts'

const PUBLISHING = '/xrpc/com.atproto.repo.putRecord'

type Armed = { fault: Fault; reached: () => void }

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** A real server between the connector and the account's own, which passes everything on, and spoils the publishing when it is armed. */
export const openFaultyRoad = async (pds: string) => {
  let armed: Armed | null = null
  let isWorn = false

  const passOn = async (asked: IncomingMessage, body: Buffer) => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const { method } = asked
    const wear = isWorn && asked.headers.authorization && !asked.url?.includes('refreshSession')
    const headers = { ...asked.headers, ...(wear ? { authorization: 'Bearer worn' } : {}) }
    const onward = request(new URL(asked.url ?? '/', pds), { method, headers }, resolve)
    onward.on('error', reject)
    onward.end(body)
    const answer = await promise
    return { answer, body: await bodyOf(answer) }
  }

  const spoil = async ({ fault, reached }: Armed, asked: IncomingMessage, body: Buffer, answer: ServerResponse) => {
    const soon = String(Math.floor(Date.now() / 1000) + 30)
    const isDone = fault.startsWith('done-')
    if (isDone) await passOn(asked, body)
    reached()
    const json = (status: number, error: string, headers: Record<string, string> = {}): void => {
      answer.writeHead(status, { 'content-type': 'application/json', ...headers })
      answer.end(JSON.stringify({ error, message: error }))
    }
    if (fault === 'too-many') json(429, 'RateLimitExceeded', { 'ratelimit-reset': soon })
    else if (fault === 'unavailable') json(503, 'NotEnoughResources', { 'retry-after': '30' })
    else if (fault === 'done-then-error') json(500, 'InternalServerError')
    else if (fault === 'done-then-nonsense') answer.end('<html><title>Welcome to nginx!</title></html>')
    else if (fault !== 'done-then-hang') asked.socket.destroy()
  }

  const server = createServer(async (asked, answer) => {
    const body = await bodyOf(asked)
    const fault = asked.url?.startsWith(PUBLISHING) ? armed : null
    if (fault) {
      armed = null
      return spoil(fault, asked, body, answer)
    }
    const passed = await passOn(asked, body)
    answer.writeHead(passed.answer.statusCode ?? 500, passed.answer.headers)
    answer.end(passed.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url: `http://${host}`,
    host,
    arm: (fault: Fault): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>()
      armed = { fault, reached: resolve }
      return promise
    },
    /** As after the hours that a token lasts: the server does not know it any more. */
    wearTokens: (worn: boolean): void => {
      isWorn = worn
    },
    isPublishing: (url: string): boolean => new URL(url).pathname === PUBLISHING,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

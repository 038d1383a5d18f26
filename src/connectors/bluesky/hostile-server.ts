import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Behave = (asked: IncomingMessage, answer: ServerResponse) => void

/** A server that does as it is told; for tests of what happens when an answer goes wrong. */
export const openHostileServer = async (behave: Behave) => {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    request.resume()
    request.on('end', () => behave(request, answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://${host}`, host, asked, close, [Symbol.asyncDispose]: close }
}

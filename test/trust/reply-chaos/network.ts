import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the network keeps: each post under the key that the desk gave, or none. */
export interface Post {
  id: string
  model: Model
  key: string
  conversation: string
  text: string
  at: number
}

export const MODELS = ['own-id', 'idempotency-key', 'look-up', 'none'] as const
export type Model = (typeof MODELS)[number]

/** Shares of calls, in the order drawn: reset before, reset after, hang before, hang after, 429, 503, « 500 but done », half an answer. */
const FAULTS = [
  ['reset-before', 0.08],
  ['reset-after', 0.08],
  ['hang-before', 0.02],
  ['hang-after', 0.02],
  ['429', 0.03],
  ['503', 0.03],
  ['500-but-done', 0.04],
  ['half-answer', 0.02],
] as const
type Fault = (typeof FAULTS)[number][0]

/** Small and seeded, so that a run can be told again. */
export const seededRandom = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const READ_LAG_MS = 1_000

const bodyOf = async (request: IncomingMessage): Promise<Record<string, string>> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** A network that fails as networks do, and counts what the public would see. */
export const startChaosNetwork = async (seed: number) => {
  const random = seededRandom(seed)
  const posts: Post[] = []
  const faults: Record<string, number> = {}

  const draw = (): Fault | null => {
    let left = random()
    for (const [fault, share] of FAULTS) {
      if (left < share) {
        faults[fault] = (faults[fault] ?? 0) + 1
        return fault
      }
      left -= share
    }
    return null
  }

  const publish = (model: Model, body: Record<string, string>): Post => {
    const { key = '', conversation = '', text = '' } = body
    const known =
      model === 'own-id' || model === 'idempotency-key'
        ? posts.find((p) => p.model === model && p.key === key)
        : undefined
    if (known !== undefined) return known
    const post = { id: `${model}-${posts.length + 1}`, model, key, conversation, text, at: Date.now() }
    posts.push(post)
    return post
  }

  const take = async (request: IncomingMessage, response: ServerResponse, model: Model): Promise<void> => {
    const body = await bodyOf(request)
    const fault = draw()
    if (fault === 'reset-before') return void request.socket.resetAndDestroy()
    if (fault === 'hang-before') return
    if (fault === '429') return void response.writeHead(429, { 'retry-after': '1' }).end('{}')
    if (fault === '503') return void response.writeHead(503).end('<html>busy</html>')
    const post = publish(model, body)
    if (fault === 'reset-after') return void request.socket.resetAndDestroy()
    if (fault === 'hang-after') return
    if (fault === '500-but-done') return void response.writeHead(500).end('{}')
    const answer = JSON.stringify({ id: post.id })
    if (fault === 'half-answer') {
      response.writeHead(200, { 'content-length': answer.length }).write(answer.slice(0, 5))
      return void setTimeout(() => request.socket.destroy(), 20)
    }
    response.writeHead(200).end(answer)
  }

  /** One's own posts; what was posted within the last second is not there yet, and one look in twenty fails. */
  const look = (response: ServerResponse, model: Model, key: string, text: string): void => {
    if (random() < 0.05) return void response.writeHead(500).end()
    const seen = posts.find(
      (p) =>
        p.model === model && p.at < Date.now() - READ_LAG_MS && (model === 'look-up' ? p.text === text : p.key === key),
    )
    response.writeHead(seen === undefined ? 404 : 200).end(JSON.stringify(seen === undefined ? {} : { id: seen.id }))
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const model = MODELS.find((m) => url.pathname === `/${m}`)
    if (model === undefined) return void response.writeHead(404).end()
    if (request.method === 'GET')
      return look(response, model, url.searchParams.get('key') ?? '', url.searchParams.get('text') ?? '')
    take(request, response, model).catch(() => request.socket.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return { url: `http://127.0.0.1:${port}`, posts, faults, stop }
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import type { HookRequest } from '../connector.ts'
import type { Fault, Held } from '../suite/rig.ts'

const Reply = z.strictObject({
  type: z.literal('reply'),
  id: z.uuid(),
  conversation: z.string(),
  to: z.strictObject({ id: z.string(), handle: z.string(), name: z.string() }),
  audience: z.enum(['public', 'private']),
  text: z.string(),
  inReplyTo: z.string().nullable(),
  sentAt: z.iso.datetime(),
})

const text = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const answer = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/**
 * A source as somebody else would write it: it signs and verifies with the reference library, keeps a reply once under its
 * `webhook-id`, and can fall ill in every way that a server falls ill.
 */
export const startSource = async (secret: string) => {
  const signer = new Webhook(secret)
  const replies = new Map<string, Held>()
  const blocking = new Set<string>()
  const waiting: HookRequest[] = []
  let armed: { fault: Fault; reached: () => void } | null = null

  const keep = (request: IncomingMessage, raw: string): Held | 'blocked' => {
    const reply = Reply.parse(signer.verify(raw, request.headers as Record<string, string>))
    if (blocking.has(reply.to.id)) return 'blocked'
    const parentId = reply.inReplyTo === null ? {} : { parentId: reply.inReplyTo }
    const held = {
      externalId: `r-${replies.size + 1}`,
      text: reply.text,
      audience: reply.audience,
      attachments: 0,
      ...parentId,
    }
    const key = String(request.headers['webhook-id'])
    if (!replies.has(key)) replies.set(key, held)
    return replies.get(key) ?? held
  }

  const fallIll = (fault: Fault, response: ServerResponse): void => {
    if (fault === 'too-many') answer(response, 429, {}, { 'retry-after': '30' })
    else if (fault === 'unavailable') answer(response, 503, {})
    else if (fault === 'done-then-error') answer(response, 500, {})
    else if (fault === 'done-then-nonsense') response.writeHead(200).end('<html>Welcome')
    else if (fault !== 'done-then-hang') response.destroy()
  }

  const server = createServer(async (request, response) => {
    const raw = await text(request)
    const ill = armed
    armed = null
    if (ill && !ill.fault.startsWith('done-')) return fallIll(ill.fault, response)
    try {
      const kept = keep(request, raw)
      if (ill) fallIll(ill.fault, response)
      else if (kept === 'blocked') answer(response, 403, { refused: 'blocked', detail: 'they have blocked you' })
      else answer(response, 201, { id: kept.externalId, permalink: `https://forum.example/${kept.externalId}` })
    } catch (error) {
      answer(response, 400, { error: String(error) })
    }
    ill?.reached()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    host,
    replyUrl: `http://${host}/replies`,
    replies,
    blocking,
    /** Signs a payload as of `at`, and puts it with what is to be handed over. */
    tell(id: string, payload: unknown, at: number): HookRequest {
      const body = JSON.stringify(payload)
      const when = new Date(at)
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at / 1000)),
        'webhook-signature': signer.sign(id, when, body),
      }
      const request = { headers, raw: Buffer.from(body) }
      waiting.push(request)
      return request
    },
    handOver: () => waiting.splice(0),
    arm(fault: Fault): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>()
      armed = { fault, reached: resolve }
      return promise
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type Source = Awaited<ReturnType<typeof startSource>>

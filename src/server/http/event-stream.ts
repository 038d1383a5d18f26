import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Desk } from '#server/desk.ts'
import type { Hub } from '#server/live/hub.ts'
import type { News } from '#server/live/news.ts'
import { formatPosition, parsePosition } from '#server/queries/events-since.ts'
import type { Door } from './door.ts'

const HEARTBEAT_MS = 15_000
/** A page that reads so slowly is cut off; it comes back and is told what it missed. */
const MOST_UNREAD_BYTES = 1_000_000
const STREAMS_PER_SESSION = 24

/** One line of the stream; what has an id can be resumed from. */
const lineOf = (news: News): string => {
  if (news.kind === 'end') return 'event: end\ndata: {}\n\n'
  if (news.kind === 'presence') return `data: ${JSON.stringify({ name: 'presence.changed', caseId: news.caseId })}\n\n`
  if (news.kind === 'position') {
    const id = formatPosition(news.position)
    return `id: ${id}\ndata: ${JSON.stringify({ id, name: news.reset ? 'stream.reset' : 'stream.opened' })}\n\n`
  }
  const { position, name, caseId, conversationId, accountId } = news.event
  const id = formatPosition(position)
  return `id: ${id}\ndata: ${JSON.stringify({ id, name, caseId, conversationId, accountId })}\n\n`
}

const beginStream = (raw: ServerResponse, headers: Record<string, string | string[] | number | undefined>): void => {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) raw.setHeader(name, value)
  raw.setHeader('content-type', 'text/event-stream; charset=utf-8')
  raw.setHeader('cache-control', 'no-store')
  // A proxy that waits for the end of an answer would wait for ever.
  raw.setHeader('x-accel-buffering', 'no')
  raw.writeHead(200)
  raw.write('retry: 2000\n\n')
}

/** GET /api/w/:workspace/events: says what changed, so that a page may ask for it. Resumes from Last-Event-ID. */
export const serveEventStream = (app: FastifyInstance, desk: Desk, door: Door, hub: Hub): void => {
  const open = new Map<string, number>()

  app.get('/api/w/:workspace/events', { onRequest: door.guard('inbox.read') }, async (request, reply) => {
    const { actor, visitor } = request
    const session = visitor?.session
    if (actor === null || !session) return reply.code(401).send({ refused: 'not-signed-in' })
    const count = (open.get(session.key) ?? 0) + 1
    if (count > STREAMS_PER_SESSION) return reply.code(429).send({ refused: 'too-many-requests' })
    open.set(session.key, count)

    const lastEventId = request.headers['last-event-id']
    const since = parsePosition(typeof lastEventId === 'string' ? lastEventId : undefined)
    const { raw } = reply
    const tell = (news: News): void => {
      if (raw.writableEnded || raw.destroyed) return
      raw.write(lineOf(news))
      if (news.kind === 'end') raw.end()
      else if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy()
    }
    reply.hijack()
    beginStream(raw, reply.getHeaders())
    const heartbeat = setInterval(() => {
      if (!raw.writableEnded) raw.write(': still here\n\n')
    }, HEARTBEAT_MS).unref()
    let leave = (): void => {}
    let gone = false
    raw.once('close', () => {
      gone = true
      clearInterval(heartbeat)
      leave()
      const left = (open.get(session.key) ?? 1) - 1
      if (left > 0) open.set(session.key, left)
      else open.delete(session.key)
    })
    try {
      leave = await hub.join({ actor, session, tell }, since)
      if (gone) leave()
    } catch (error) {
      desk.log.warn({ err: error }, 'a live page could not be opened')
      raw.destroy()
    }
  })
}

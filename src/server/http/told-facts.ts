import type {} from '@fastify/helmet'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { toldEvent } from '#contract/told-event.ts'
import { whyUnsigned } from '#server/access/signed-hook.ts'
import { makeThrottle } from '#server/access/throttle.ts'
import { sourceOfHook, sourceOfToken } from '#server/actions/fact-sources.ts'
import { keepDocument, MOST_DOCUMENT_BYTES } from '#server/actions/keep-document.ts'
import { tellFact } from '#server/actions/tell-fact.ts'
import type { Row } from '#server/db/schema.ts'
import { type Desk, isRefused } from '#server/desk.ts'
import type { Door } from './door.ts'
import { refusalBody, statusOf } from './refusals.ts'

const MOST_EVENT_BYTES = 20_000
const MINUTE_MS = 60_000
const PER_MINUTE = { source: 600, stranger: 30 }

const isId = (text: string): boolean => z.uuid().safeParse(text).success
const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))
const oneOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(' ') : value)

const parse = (raw: Buffer): unknown => {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
}

const refuse = (reply: FastifyReply, status: number, refused: string) => reply.code(status).send({ refused })

/**
 * POST /api/w/:workspace/facts with a token, POST /api/w/:workspace/fact-hooks/:source signed as Standard Webhooks: the brand's own systems
 * tell what happened (T4). POST /api/w/:workspace/cases/:id/documents: a member keeps a document, the bytes as they are.
 */
export const serveToldFacts = async (app: FastifyInstance, desk: Desk, door: Door): Promise<void> => {
  const sources = makeThrottle(PER_MINUTE.source, MINUTE_MS)
  const strangers = makeThrottle(PER_MINUTE.stranger, MINUTE_MS)

  const tell = async (reply: FastifyReply, source: Row<'fact_sources'>, raw: Buffer) => {
    const wait = sources.take([source.id], desk.now())
    if (wait > 0) {
      reply.header('retry-after', Math.ceil(wait / 1000))
      return refuse(reply, 429, 'too-many-requests')
    }
    const event = toldEvent.safeParse(parse(raw))
    if (!event.success) {
      const fields = event.error.issues.map((issue) => issue.path.map(String).join('.'))
      return reply.code(400).send({ refused: 'invalid-input', data: { fields } })
    }
    const answer = await tellFact(desk, source, event.data)
    return isRefused(answer) ? reply.code(statusOf(answer.refused)).send(refusalBody(answer)) : reply.send(answer)
  }
  /** Whoever shows nothing that holds is slowed down, by address. */
  const unknown = (reply: FastifyReply, address: string, why: string) =>
    strangers.take([address], desk.now()) > 0 ? refuse(reply, 429, 'too-many-requests') : refuse(reply, 401, why)

  await app.register(async (doors) => {
    doors.removeAllContentTypeParsers()
    doors.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    doors.post('/api/w/:workspace/facts', { bodyLimit: MOST_EVENT_BYTES, helmet: false }, async (request, reply) => {
      const { workspace } = request.params as { workspace: string }
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
      const source = token !== undefined && isId(workspace) ? await sourceOfToken(desk, workspace, token) : undefined
      if (source === undefined) return unknown(reply, request.ip, 'bad-token')
      return tell(reply, source, bytesOf(request.body))
    })

    doors.post(
      '/api/w/:workspace/fact-hooks/:source',
      { bodyLimit: MOST_EVENT_BYTES, helmet: false },
      async (request, reply) => {
        const { workspace, source: id } = request.params as { workspace: string; source: string }
        const found = isId(workspace) && isId(id) ? await sourceOfHook(desk, workspace, id) : undefined
        const raw = bytesOf(request.body)
        const named = (name: string) => oneOf(request.headers[name])
        const hook = { id: named('webhook-id'), timestamp: named('webhook-timestamp'), raw }
        const signed = { ...hook, signature: named('webhook-signature') }
        const why = found === undefined ? 'bad-signature' : whyUnsigned(found.secret, signed, desk.now())
        if (found === undefined || why !== null) return unknown(reply, request.ip, why ?? 'bad-signature')
        return tell(reply, found.source, raw)
      },
    )

    doors.post(
      '/api/w/:workspace/cases/:id/documents',
      { bodyLimit: MOST_DOCUMENT_BYTES, onRequest: door.guard('case.work') },
      async (request, reply) => {
        const { id } = request.params as { id: string }
        const { name } = request.query as { name?: unknown }
        if (request.actor === null || !isId(id)) return refuse(reply, 404, 'not-found')
        const content = bytesOf(request.body)
        const said = typeof name === 'string' ? name : ''
        const kept = await keepDocument(desk, request.actor, { caseId: id, name: said, content })
        return isRefused(kept) ? reply.code(statusOf(kept.refused)).send(refusalBody(kept)) : reply.send(kept)
      },
    )
  })
}

import type {} from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { MOST_HOOK_BYTES, receiveHook } from '#server/actions/receive-hook.ts'
import type { Desk } from '#server/desk.ts'

const oneLine = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value

/**
 * POST /hooks/:account: the bytes as they came, verified before anything reads them, and 200 only once they are kept (L1). No session
 * and no limit on how often: the signature is the way in, and what a network hands over is never turned away for its number.
 */
export const serveHooks = async (app: FastifyInstance, desk: Desk): Promise<void> => {
  await app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers()
    hooks.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_HOOK_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    // A machine reads the answer: what a page may do does not concern it.
    hooks.post('/hooks/:account', { bodyLimit: MOST_HOOK_BYTES, helmet: false }, async (request, reply) => {
      const { account } = request.params as { account: string }
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, oneLine(value)]))
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const answer = await receiveHook(desk, account, { headers, raw })
      if (!('refused' in answer)) return reply.send(answer)
      if (answer.status === 503) reply.header('retry-after', '5')
      return reply.code(answer.status).send({ refused: answer.refused })
    })
  })
}

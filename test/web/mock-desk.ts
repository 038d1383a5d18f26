import { join } from 'node:path'
import Fastify, { type FastifyReply } from 'fastify'
import type { z } from 'zod'
import { contract, type DeskContract } from '#contract/index.ts'
import type { Route } from '#contract/route.ts'
import { setSecurityHeaders } from '#server/http/security-headers.ts'
import { serveWebApp } from '#server/http/web-app.ts'
import { siteForTests } from '#test/site.ts'
import { makeAnswers } from './mock-answers.ts'

type Answers = {
  [K in keyof DeskContract]: (input: z.output<DeskContract[K]['input']>) => z.input<DeskContract[K]['output']>
}
export type MockAnswers = Answers

/** An answer that the contract would not let out is a fault of the mock, and fails the page that asked. */
const answer = (route: Route, run: (input: unknown) => unknown, given: unknown, reply: FastifyReply) => {
  const input = route.input.safeParse(given)
  if (!input.success)
    return reply
      .code(400)
      .send({ refused: 'invalid-input', data: { problems: input.error.issues.map((i) => i.message) } })
  const said = run(input.data)
  if (typeof said === 'object' && said !== null && 'refused' in said) return reply.code(409).send(said)
  const output = route.output.safeParse(said)
  return output.success ? reply.send(output.data) : reply.code(500).send({ refused: `mock: ${output.error.message}` })
}

/**
 * A desk that answers the whole contract from memory, to see the pages in every state without a database. Its pages come with the
 * headers and the static server of the real one.
 */
export const startMockDesk = async ({
  conversations = 40,
  silent = false,
  port = 0,
  signedIn = true,
  language = 'fr' as 'fr' | 'en',
  webFolder = join(import.meta.dirname, '../../dist/web'),
} = {}) => {
  const app = Fastify()
  const site = siteForTests({ webFolder })
  await setSecurityHeaders(app, site)
  const answers = makeAnswers({ conversations, silent, signedIn, language })
  const streams = new Set<(line: string) => void>()
  for (const [name, route] of Object.entries(contract) as [keyof DeskContract, Route][]) {
    const url = route.scope === 'workspace' ? `/api/w/:workspace${route.path}` : `/api${route.path}`
    app.route({
      method: route.method,
      url,
      handler: (request, reply) => {
        const { workspace: _, ...params } = request.params as Record<string, string>
        const body = route.method === 'POST' || route.method === 'PUT' ? request.body : request.query
        return answer(route, answers[name] as (input: unknown) => unknown, { ...(body as object), ...params }, reply)
      },
    })
  }
  app.get('/api/w/:workspace/events', (request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
    const tell = (line: string) => reply.raw.write(line)
    tell('retry: 500\n\n')
    streams.add(tell)
    request.raw.once('close', () => streams.delete(tell))
  })
  await serveWebApp(app, site)
  await app.listen({ port, host: '127.0.0.1' })
  const address = app.server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
    /** Says on every open page that something happened. */
    say: (event: { name: string; caseId?: string }) => {
      for (const tell of streams) tell(`id: ${Date.now()}\ndata: ${JSON.stringify(event)}\n\n`)
    },
    [Symbol.asyncDispose]: async () => {
      app.server.closeAllConnections()
      await app.close()
    },
  }
}

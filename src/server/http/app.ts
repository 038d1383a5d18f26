import cookie from '@fastify/cookie'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { contract } from '#contract/index.ts'
import type { Desk } from '#server/desk.ts'
import type { Loop } from '#server/jobs/loop.ts'
import type { Hub } from '#server/live/hub.ts'
import { version } from '#server/version.ts'
import { answerError } from './answer-error.ts'
import { serveCharterFiles } from './charter-files.ts'
import { makeDoor } from './door.ts'
import { serveEventStream } from './event-stream.ts'
import { serveFiles } from './files.ts'
import { serveHealth } from './health.ts'
import { serveHooks } from './hooks.ts'
import { serveMedia } from './media.ts'
import { serveMetrics } from './metrics.ts'
import { openApiOf } from './open-api.ts'
import { serveReportFiles } from './report-files.ts'
import { makeImplementations } from './routes/index.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { serveContract } from './serve-contract.ts'
import type { Site } from './site.ts'
import { serveToldFacts } from './told-facts.ts'
import { serveWebApp } from './web-app.ts'

const MEGABYTE = 1_048_576

/** Fastify with what every answer of the desk has in common; no route yet. */
export const makeServer = async (desk: Desk, site: Site): Promise<FastifyInstance> => {
  const app = Fastify({
    loggerInstance: desk.log as FastifyBaseLogger,
    // Our own line instead, with the route and never the address: a search is in the address.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: site.trustedProxies.length > 0 ? [...site.trustedProxies] : false,
    bodyLimit: MEGABYTE,
    requestTimeout: 60_000,
    genReqId: desk.newId,
    exposeHeadRoutes: false,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 300 },
  })
  // JSON is the one language of the API: a form of another site cannot speak it without asking first.
  app.removeContentTypeParser('text/plain')
  app.decorateRequest('visitor', null)
  app.decorateRequest('actor', null)
  app.setErrorHandler(answerError)
  app.addHook('onResponse', async (request, reply) => {
    const line = { route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    const level = reply.statusCode >= 500 ? 'warn' : 'debug'
    request.log[level]({ ...line, method: request.method, member: request.actor?.memberId }, 'answered')
  })
  await setSecurityHeaders(app, site)
  await app.register(cookie)
  return app
}

/** The whole desk over HTTP, ready to listen. */
export const makeApp = async (
  desk: Desk,
  site: Site,
  { hub, loops = [] }: { hub: Hub; loops?: readonly Loop[] },
): Promise<FastifyInstance> => {
  const app = await makeServer(desk, site)
  const door = makeDoor(desk, site)
  const openApi = openApiOf(contract, version, site.cookie.name)
  serveMetrics(app, desk, site, hub, loops)
  serveHealth(app, desk, loops)
  serveContract(app, desk, door, contract, makeImplementations(site.url, undefined, site.mails))
  serveEventStream(app, desk, door, hub)
  serveFiles(app, desk, door)
  serveCharterFiles(app, desk, door)
  serveReportFiles(app, desk, door)
  serveMedia(app, desk, door)
  await serveHooks(app, desk)
  await serveToldFacts(app, desk, door)
  app.get('/api/openapi.json', async () => openApi)
  await serveWebApp(app, site)
  return app
}

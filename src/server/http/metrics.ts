import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Desk } from '#server/desk.ts'
import type { Loop } from '#server/jobs/loop.ts'
import type { Hub } from '#server/live/hub.ts'
import { readFigures } from '#server/queries/figures.ts'
import { readHeartbeats } from '#server/queries/heartbeats.ts'
import type { Site } from './site.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** A collector on this machine, spoken to directly, or one that holds the token: a proxy on this machine is not its visitors. */
const mayRead = (site: Site, request: FastifyRequest): boolean => {
  const { authorization, forwarded, via, 'x-forwarded-for': forwardedFor } = request.headers
  if (site.metricsToken !== undefined) {
    const [given, wanted] = [authorization ?? '', `Bearer ${site.metricsToken}`].map((text) => Buffer.from(text))
    return (
      given !== undefined && wanted !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
    )
  }
  const direct = forwarded === undefined && via === undefined && forwardedFor === undefined
  return direct && loopback.has(request.socket.remoteAddress ?? '')
}

const seconds = (from: number | null, now: number): number => (from === null ? 0 : Math.max(0, (now - from) / 1000))

/** The figures of the desk for Prometheus: no name, no word, no address in them. */
export const serveMetrics = (app: FastifyInstance, desk: Desk, site: Site, hub: Hub, loops: readonly Loop[]): void => {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register })
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: `vigie_${name}`, help, labelNames, registers })
  const requests = new Histogram({
    name: 'vigie_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const up = gauge('database_up', 'Whether the database answered this very question')
  const listening = gauge('database_listening', 'Whether live pages are told of changes at once')
  const streams = gauge('live_streams', 'Live pages open on this process')
  const waiting = gauge('queue_length', 'What waits, by queue and state', ['queue', 'state'])
  const age = gauge('queue_oldest_seconds', 'Age of the oldest that waits', ['queue', 'state'])
  const accounts = gauge('channel_accounts', 'Connected accounts, by network and state', ['connector', 'state'])
  const pollAge = gauge('poll_oldest_seconds', 'Longest time since an account was asked', ['connector', 'state'])
  const pollFailures = gauge('poll_failures', 'Polls that failed in a row', ['connector', 'state'])
  const cases = gauge('cases', 'Cases that owe an answer, those past their deadline, and those that only thank', [
    'state',
  ])
  const rounds = gauge('loop_seconds_since_round', 'Time since a background loop last finished a round', ['loop'])

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    if (route.endsWith('/events')) return
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })

  const collect = async (): Promise<void> => {
    const now = desk.now()
    const figures = await readFigures(desk)
    const own = loops.map((loop) => ({ name: loop.name, at: loop.lastRoundAt() ?? 0 }))
    for (const one of [waiting, age, accounts, pollAge, pollFailures]) one.reset()
    for (const { queue, state, count, oldestAt } of figures.queues) {
      waiting.set({ queue, state }, count)
      age.set({ queue, state }, seconds(oldestAt, now))
    }
    for (const { connector, state, count, oldestPollAt, pollFailures: failed } of figures.channels) {
      accounts.set({ connector, state }, count)
      pollAge.set({ connector, state }, seconds(oldestPollAt, now))
      pollFailures.set({ connector, state }, failed)
    }
    cases.set({ state: 'owed' }, figures.cases.owed)
    cases.set({ state: 'late' }, figures.cases.late)
    cases.set({ state: 'thanks' }, figures.cases.thanks)
    for (const { name, at } of own.length > 0 ? own : await readHeartbeats(desk))
      rounds.set({ loop: name }, seconds(at, now))
  }

  app.get('/metrics', async (request, reply) => {
    if (!mayRead(site, request)) return reply.code(404).send({ refused: 'not-found' })
    streams.set(hub.size())
    listening.set(hub.isListening() ? 1 : 0)
    const answered = await collect().then(
      () => 1,
      (error: unknown) => {
        request.log.warn({ err: error }, 'the figures of the database are missing')
        return 0
      },
    )
    up.set(answered)
    return reply.type(register.contentType).send(await register.metrics())
  })
}

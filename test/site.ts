import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Connector } from '#connectors/connector.ts'
import { openSession } from '#server/access/session.ts'
import type { Database } from '#server/db/database.ts'
import { makeApp } from '#server/http/app.ts'
import type { Site } from '#server/http/site.ts'
import { type Hub, openHub } from '#server/live/hub.ts'
import { type TestDesk, testDesk } from './desk.ts'

export const ORIGIN = 'https://desk.fleurs-du-port.test'

export interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  body?: unknown
  cookie?: string | undefined
  headers?: Record<string, string>
}

export interface TestSite extends AsyncDisposable {
  app: FastifyInstance
  desk: TestDesk
  hub: Hub
  site: Site
  /** Asks as a page of the desk would: with its origin, and with the cookie of a member. */
  ask(asking: Asking): Promise<LightMyRequestResponse>
  /** The cookie of a session just opened for this member. */
  cookieOf(memberId: string): Promise<string>
}

export const siteForTests = (changes: Partial<Site> = {}): Site => ({
  url: ORIGIN,
  origins: new Set([ORIGIN]),
  cookie: { name: '__Host-vigie', secure: true },
  trustedProxies: [],
  webFolder: '/nowhere',
  metricsToken: undefined,
  requestsPerMinute: { member: 100_000, stranger: 100_000 },
  ...changes,
})

/** The whole desk over HTTP, on a test database, with a clock in the test's hands. */
export const openTestSite = async (
  database: Database,
  { connectors = [], site: changes = {} }: { connectors?: Connector[]; site?: Partial<Site> } = {},
): Promise<TestSite> => {
  const desk = testDesk(database, connectors)
  const hub = openHub(desk)
  const site = siteForTests(changes)
  const app = await makeApp(desk, site, { hub })
  return {
    app,
    desk,
    hub,
    site,
    ask: ({ method = 'GET', url, body, cookie, headers = {} }) =>
      app.inject({
        method,
        url,
        headers: {
          ...(method !== 'GET' && { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }),
          ...(cookie !== undefined && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      }),
    cookieOf: async (memberId) => {
      const token = await database.app.transaction().execute((trx) => openSession(desk, trx, memberId, 'a test'))
      return `${site.cookie.name}=${token}`
    },
    async [Symbol.asyncDispose]() {
      await hub.close()
      await app.close()
    },
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Route, urlOf } from '#contract/route.ts'
import { isPermission } from '#server/access/permissions.ts'
import { type Desk, isRefused, type Refused } from '#server/desk.ts'
import type { Door } from './door.ts'
import type { Implementation, Implementations } from './implementation.ts'
import { makeInputReader } from './read-input.ts'
import { refusalBody, statusOf } from './refusals.ts'

type Any = Implementation<unknown, unknown>

/** A desk with a route that nobody serves, or that anybody could call, does not start. */
const refuseUnfit = (name: string, route: Route, served: Any | undefined): Any => {
  const { permission, scope } = route
  const who = permission === 'anyone' || permission === 'member' ? permission : 'actor'
  if (who === 'actor' && !isPermission(permission))
    throw new Error(`the route ${name} names the permission ${permission}, which access/permissions.ts does not have`)
  if ((who === 'actor') !== (scope === 'workspace'))
    throw new Error(`the route ${name} is of the ${scope} and cannot ask for ${permission}`)
  if (served === undefined) throw new Error(`nothing serves the route ${name}`)
  if (served.who !== who) throw new Error(`the route ${name} asks for ${who} and is served for ${served.who}`)
  return served
}

const run = async (desk: Desk, served: Any, request: FastifyRequest, input: unknown): Promise<unknown> => {
  const { visitor, actor } = request
  if (served.who === 'actor' && actor !== null) return served.run(desk, actor, input)
  if (served.who === 'anyone' && visitor !== null) return served.run(desk, visitor, input)
  if (served.who === 'member' && visitor !== null && visitor.session !== null)
    return served.run(desk, { ...visitor, session: visitor.session }, input)
  return { refused: 'not-signed-in' } satisfies Refused
}

/** Registers every route of a contract: who may come in, what may be said, what is answered and nothing beyond it. */
export const serveContract = <C extends Record<string, Route>>(
  app: FastifyInstance,
  desk: Desk,
  door: Door,
  contract: C,
  implementations: Implementations<C>,
): void => {
  for (const [name, route] of Object.entries(contract)) {
    const served = refuseUnfit(name, route, implementations[name] as Any | undefined)
    const read = makeInputReader(route)
    app.route({
      method: route.method,
      url: urlOf(route, ':workspace'),
      onRequest: door.guard(route.permission, { fresh: route.fresh === true }),
      handler: async (request, reply) => {
        const asked = read(request)
        const answer = 'refusal' in asked ? asked.refusal : await run(desk, served, request, asked.input)
        if (isRefused(answer)) return reply.code(statusOf(answer.refused)).send(refusalBody(answer))
        // Parsed on the way out as well: a column too many in a query never reaches a browser.
        return reply.send(route.output.parse(answer))
      },
    })
  }
}

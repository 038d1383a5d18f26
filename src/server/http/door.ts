import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { isPermission, may } from '#server/access/permissions.ts'
import { isSecondFactorMissing, letsWordsOut } from '#server/access/second-factor.ts'
import { findSession, isFresh, LIFETIME_MS } from '#server/access/session.ts'
import { makeThrottle } from '#server/access/throttle.ts'
import { hashToken } from '#server/access/token.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'
import type { Visitor } from './implementation.ts'
import { refusalBody, statusOf } from './refusals.ts'
import type { Site } from './site.ts'

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | null
    actor: Actor | null
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const MINUTE_MS = 60_000

/** A browser names the page that asks, and a page cannot forge it: only ours may change anything. */
const isForeign = (site: Site, request: FastifyRequest): boolean => {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const { origin, 'sec-fetch-site': from } = request.headers
  if (from !== undefined && from !== 'same-origin') return true
  return origin === undefined || !site.origins.has(origin)
}

const setCookie = (site: Site, reply: FastifyReply, token: string | null): void => {
  reply.setCookie(site.cookie.name, token ?? '', {
    httpOnly: true,
    secure: site.cookie.secure,
    sameSite: 'lax',
    path: '/',
    maxAge: token === null ? 0 : LIFETIME_MS / 1000,
  })
}

const refuse = (reply: FastifyReply, refused: Refused) =>
  reply.code(statusOf(refused.refused)).send(refusalBody(refused))

export interface Door {
  /**
   * Runs before anything of the request is read; `permission` is `anyone`, `member`, or a line of the permission table. `fresh` asks
   * besides that whoever holds the session has shown in the last minutes that they are still the one who opened it.
   */
  guard(permission: string, needs?: { fresh: boolean }): onRequestAsyncHookHandler
}

/** The one way in: who asks, from which page, in which brand, with which role. What one may not see does not exist. */
export const makeDoor = (desk: Desk, site: Site): Door => {
  const members = makeThrottle(site.requestsPerMinute.member, MINUTE_MS)
  const strangers = makeThrottle(site.requestsPerMinute.stranger, MINUTE_MS)

  return {
    guard:
      (permission, needs = { fresh: false }) =>
      async (request, reply) => {
        if (isForeign(site, request)) return refuse(reply, { refused: 'foreign-page' })
        const { workspace } = request.params as { workspace?: string }
        const asked = workspace !== undefined && uuid.test(workspace) ? workspace : null
        const token = request.cookies[site.cookie.name]
        const hash = token === undefined ? null : hashToken('session', token)
        const found = hash === null ? null : await findSession(desk, hash, asked)
        const session = found?.session ?? null
        const wait =
          session === null ? strangers.take([request.ip], desk.now()) : members.take([session.key], desk.now())
        if (wait > 0) {
          reply.header('retry-after', Math.ceil(wait / 1000))
          return refuse(reply, { refused: 'too-many-requests', data: { waitMs: wait } })
        }
        request.visitor = {
          session,
          address: request.ip,
          userAgent: request.headers['user-agent'] ?? '',
          keep: (fresh) => setCookie(site, reply, fresh),
          forget: () => setCookie(site, reply, null),
        }
        if (permission === 'anyone') return
        if (session === null) return refuse(reply, { refused: 'not-signed-in' })
        const stale = needs.fresh && !isFresh(session, desk.now())
        if (permission === 'member') return stale ? refuse(reply, { refused: 'fresh-sign-in-needed' }) : undefined
        const role = found?.role ?? null
        if (asked === null || role === null) return refuse(reply, { refused: 'not-found' })
        if (!isPermission(permission) || !may(role, permission)) return refuse(reply, { refused: 'not-allowed' })
        if (stale) return refuse(reply, { refused: 'fresh-sign-in-needed' })
        if (
          request.method !== 'GET' &&
          letsWordsOut(permission) &&
          (await isSecondFactorMissing(desk, asked, session.memberId))
        )
          return refuse(reply, { refused: 'second-factor-missing' })
        request.actor = { workspaceId: asked, memberId: session.memberId, role }
      },
  }
}

import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Site } from './site.ts'

const none = ["'none'"]
const self = ["'self'"]

/** What a page of the desk may do: run its own scripts and nothing written into a page, speak to the desk and to nobody else. */
export const setSecurityHeaders = async (app: FastifyInstance, site: Site): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: self,
        connectSrc: self,
        manifestSrc: self,
        // Mails are shown in a frame without address, sandboxed and without scripts, which lives under this same policy.
        frameSrc: self,
        workerSrc: self,
        frameAncestors: none,
        baseUri: none,
        formAction: self,
        objectSrc: none,
        requireTrustedTypesFor: ["'script'"],
      },
    },
    hsts: site.url.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  })
}

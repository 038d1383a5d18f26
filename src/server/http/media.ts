import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { fetchMedia } from '#server/actions/fetch-media.ts'
import { type Desk, isRefused } from '#server/desk.ts'
import type { Door } from './door.ts'
import { rasterTypeOf } from './raster-type.ts'

const params = z.object({ messageId: z.uuid(), place: z.coerce.number().int().min(0).max(20) })

/** GET /api/w/:workspace/media/:messageId/:place: a network's picture, fetched by the desk; anything that is not a picture is not there. */
export const serveMedia = (app: FastifyInstance, desk: Desk, door: Door): void => {
  app.get(
    '/api/w/:workspace/media/:messageId/:place',
    { onRequest: door.guard('inbox.read') },
    async (request, reply) => {
      const wanted = params.safeParse(request.params)
      const missing = () => reply.code(404).send({ refused: 'not-found' })
      if (request.actor === null || !wanted.success) return missing()
      const media = await fetchMedia(desk, request.actor, wanted.data)
      if (isRefused(media)) return missing()
      const raster = rasterTypeOf(media.content)
      if (raster === null) return missing()
      reply.header('content-security-policy', "default-src 'none'; sandbox")
      reply.header('x-content-type-options', 'nosniff')
      reply.header('cache-control', 'private, max-age=600')
      return reply.type(raster).send(media.content)
    },
  )
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Desk } from '#server/desk.ts'
import { readFile } from '#server/queries/file.ts'
import type { Door } from './door.ts'
import { rasterTypeOf } from './raster-type.ts'

const isId = (text: string): boolean => z.uuid().safeParse(text).success

/** A name that any system can hold, in both forms that browsers read. */
const dispositionOf = (name: string): string => {
  const safe = name.replace(/[\p{C}/\\:*?"<>|]/gu, '_').slice(0, 150) || 'file'
  const plain = safe.normalize('NFD').replace(/[^\x20-\x7e]/g, '')
  return `attachment; filename="${plain || 'file'}"; filename*=UTF-8''${encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`
}

/** GET /api/w/:workspace/files/:id: a picture is shown if its own bytes say that it is one; everything else is only ever saved. */
export const serveFiles = (app: FastifyInstance, desk: Desk, door: Door): void => {
  app.get('/api/w/:workspace/files/:id', { onRequest: door.guard('inbox.read') }, async (request, reply) => {
    const { id } = request.params as { id: string }
    const file = request.actor !== null && isId(id) ? await readFile(desk, request.actor, id) : undefined
    if (file === undefined) return reply.code(404).send({ refused: 'not-found' })
    const raster = rasterTypeOf(file.content)
    reply.header('content-security-policy', "default-src 'none'; sandbox")
    reply.header('x-content-type-options', 'nosniff')
    reply.type(raster ?? 'application/octet-stream')
    if (raster === null) reply.header('content-disposition', dispositionOf(file.name))
    else reply.header('cache-control', 'private, max-age=600')
    return reply.send(file.content)
  })
}

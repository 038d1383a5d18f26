import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type CharterDocument, charterDocument } from '#core/charter/document.ts'
import { type Desk, isRefused } from '#server/desk.ts'
import { charterPage, charterPagePolicy } from '#server/documents/charter-page.ts'
import { charterPdf } from '#server/documents/charter-pdf.ts'
import { readSignedCharter } from '#server/queries/signed-charter.ts'
import type { Door } from './door.ts'

const documentFor = async (desk: Desk, request: FastifyRequest): Promise<CharterDocument | null> => {
  const { number } = request.params as { number: string }
  const { language } = request.query as { language?: unknown }
  if (request.actor === null || !/^[1-9]\d{0,5}$/.test(number)) return null
  const signed = await readSignedCharter(desk, request.actor, Number(number))
  if (isRefused(signed)) return null
  const chosen = language === 'fr' || language === 'en' ? language : signed.around.language
  return charterDocument(signed.version, { ...signed.around, language: chosen, now: desk.now() })
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ refused: 'not-found' })

/** GET /api/w/:workspace/charter/versions/:number/charter.{html,pdf}: the agreement to file, to sign on paper, to send along (H1). */
export const serveCharterFiles = (app: FastifyInstance, desk: Desk, door: Door): void => {
  const at = '/api/w/:workspace/charter/versions/:number'
  app.get(`${at}/charter.html`, { onRequest: door.guard('charter.read') }, async (request, reply) => {
    const document = await documentFor(desk, request)
    if (document === null) return notFound(reply)
    reply.header('content-security-policy', charterPagePolicy)
    return reply.type('text/html; charset=utf-8').send(charterPage(document))
  })
  app.get(`${at}/charter.pdf`, { onRequest: door.guard('charter.read') }, async (request, reply) => {
    const document = await documentFor(desk, request)
    if (document === null) return notFound(reply)
    const { number } = request.params as { number: string }
    reply.header('content-disposition', `attachment; filename="charter-${number}-${document.language}.pdf"`)
    return reply.type('application/pdf').send(await charterPdf(document, new Date(desk.now())))
  })
}

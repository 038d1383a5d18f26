import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ReportDocument, reportDocument } from '#core/crisis/report-document.ts'
import { reportEn } from '#core/crisis/words/report-en.ts'
import { reportFr } from '#core/crisis/words/report-fr.ts'
import { type Desk, isRefused } from '#server/desk.ts'
import { reportPage, reportPagePolicy } from '#server/documents/report-page.ts'
import { reportPdf } from '#server/documents/report-pdf.ts'
import { readIncidentReport } from '#server/queries/incident-report.ts'
import type { Door } from './door.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const documentFor = async (desk: Desk, request: FastifyRequest): Promise<ReportDocument | null> => {
  const { id } = request.params as { id: string }
  const { language } = request.query as { language?: unknown }
  if (request.actor === null || !UUID.test(id)) return null
  const read = await readIncidentReport(desk, request.actor, { id })
  if (isRefused(read)) return null
  const chosen = language === 'fr' || language === 'en' ? language : read.language
  const tongue = chosen === 'fr' ? reportFr : reportEn
  return reportDocument(read.facts, read.around, tongue(read.around.timeZone))
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ refused: 'not-found' })

/** GET /api/w/:workspace/incidents/:id/report.{html,pdf}: what went well and what failed, to be read, printed and handed over (C4, M1). */
export const serveReportFiles = (app: FastifyInstance, desk: Desk, door: Door): void => {
  const at = '/api/w/:workspace/incidents/:id'
  app.get(`${at}/report.html`, { onRequest: door.guard('inbox.read') }, async (request, reply) => {
    const document = await documentFor(desk, request)
    if (document === null) return notFound(reply)
    reply.header('content-security-policy', reportPagePolicy)
    return reply.type('text/html; charset=utf-8').send(reportPage(document))
  })
  app.get(`${at}/report.pdf`, { onRequest: door.guard('inbox.read') }, async (request, reply) => {
    const document = await documentFor(desk, request)
    if (document === null) return notFound(reply)
    reply.header('content-disposition', `attachment; filename="report-${document.language}.pdf"`)
    return reply.type('application/pdf').send(await reportPdf(document, new Date(desk.now())))
  })
}

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { PasswordQueueFull } from '#server/access/password.ts'
import { databaseTroubleOf } from '#server/db/trouble-of.ts'
import { refusalBody, statusOf } from './refusals.ts'

const ofFastify: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-json',
  FST_ERR_BAD_URL: 'not-found',
}

const codeOf = (error: unknown): string | null => {
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>
  const known = code === undefined ? undefined : ofFastify[code]
  if (known !== undefined) return known
  if (error instanceof PasswordQueueFull) return 'busy'
  const trouble = databaseTroubleOf(error)
  if (trouble !== null) return trouble
  // A folder of the pages, asked for as if it were one of them.
  if (statusCode === 403 || statusCode === 404) return 'not-found'
  // A body that JSON cannot read, or that reaches for a prototype.
  return statusCode === 400 ? 'invalid-json' : null
}

/** An exception is a bug or a broken machine: the reader gets a number to quote, the log gets the rest. */
export const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const code = codeOf(error)
  const status = statusOf(code ?? 'failed')
  if (status >= 500) {
    request.log.error({ err: error, route: request.routeOptions.url }, code ?? 'a request failed')
    reply.header('retry-after', code === null ? undefined : '3')
  }
  const data = code === null ? { id: request.id } : undefined
  return reply.code(status).send(refusalBody({ refused: code ?? 'failed', ...(data && { data }) }))
}

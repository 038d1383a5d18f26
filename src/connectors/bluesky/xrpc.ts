import type { Tools } from '../connector.ts'
import { isBeforeWriting } from '../safe-fetch-failure.ts'
import type { Answer } from './answer.ts'
import { retryAtOf } from './retry-at.ts'

export interface Ask {
  /** The method's name in the published lexicons. */
  method: string
  params?: Record<string, string | number | boolean | readonly string[]>
  /** Present: a procedure (POST); absent: a query (GET). */
  input?: Record<string, unknown> | { bytes: Uint8Array; mediaType: string }
  token?: string
  /** Another service that the account's server must pass the question on to. */
  proxy?: string
}

const urlOf = (server: string, { method, params }: Ask): URL => {
  const url = new URL(`/xrpc/${method}`, server)
  for (const [name, value] of Object.entries(params ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one))
  }
  return url
}

const initOf = (ask: Ask, signal: AbortSignal): RequestInit => {
  const headers = new Headers({ accept: 'application/json' })
  if (ask.token !== undefined) headers.set('authorization', `Bearer ${ask.token}`)
  if (ask.proxy !== undefined) headers.set('atproto-proxy', ask.proxy)
  const { input } = ask
  if (input === undefined) return { method: 'GET', headers, signal, redirect: 'manual' }
  if (input.bytes instanceof Uint8Array && typeof input.mediaType === 'string') {
    headers.set('content-type', input.mediaType)
    return { method: 'POST', headers, body: Buffer.from(input.bytes), signal, redirect: 'manual' }
  }
  // A procedure without input has no body at all, which some servers insist on.
  if (Object.keys(input).length === 0) return { method: 'POST', headers, signal, redirect: 'manual' }
  headers.set('content-type', 'application/json')
  return { method: 'POST', headers, body: JSON.stringify(input), signal, redirect: 'manual' }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const failureOf = async (response: Response, now: number): Promise<Answer> => {
  const body = parse(await response.text().catch(() => ''))
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const retryAt = retryAtOf(response.headers, now)
  return {
    kind: 'failure',
    status: response.status,
    error: typeof said.error === 'string' ? said.error.slice(0, 200) : '',
    message: typeof said.message === 'string' ? said.message.slice(0, 500) : '',
    ...(retryAt === undefined ? {} : { retryAt }),
  }
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

/** Asks one server one thing, once. Never throws: what went wrong, and whether anything was written, is the answer. */
export const askServer = async (tools: Tools, server: string, ask: Ask, signal: AbortSignal): Promise<Answer> => {
  if (signal.aborted) return { kind: 'unsent', detail: 'stopped before asking' }
  let response: Response
  try {
    response = await tools.fetch(urlOf(server, ask), initOf(ask, signal))
  } catch (error) {
    return { kind: isBeforeWriting(error) ? 'unsent' : 'doubt', detail: `${ask.method}: ${reasonOf(error)}` }
  }
  if (!response.ok) return failureOf(response, tools.now())
  const text = await response.text().catch((error: unknown) => ({ broken: reasonOf(error) }))
  if (typeof text !== 'string') return { kind: 'doubt', detail: `${ask.method}: half an answer, ${text.broken}` }
  const data = parse(text)
  if (data === undefined) return { kind: 'doubt', garbled: true, detail: `${ask.method}: an answer that is not JSON` }
  return { kind: 'answer', data }
}

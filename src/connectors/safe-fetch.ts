import { Agent, FormData, Headers, type HeadersInit, Response, fetch as visit } from 'undici'
import { publicLookup, type Resolve, resolveByDns } from './safe-fetch-address.ts'
import { FetchRefused, refusalIn } from './safe-fetch-failure.ts'
import { allowListOf, targetOf } from './safe-fetch-target.ts'

export { isPublicAddress, publicLookup } from './safe-fetch-address.ts'
export { FetchRefused, isBeforeWriting } from './safe-fetch-failure.ts'

export interface SafeFetchOptions {
  /** `host:port` of self-hosted servers that may be visited on a private network or in plain HTTP. Nothing else opens the door. */
  allow?: readonly string[]
  resolve?: Resolve
  timeoutMs?: number
  maxBytes?: number
  maxRedirects?: number
}

type Init = NonNullable<Parameters<typeof visit>[1]>

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const WITHOUT_BODY = new Set([101, 103, 204, 205, 304])

/** Lets a body through up to a size, counted after decompression; the rest is never read. */
const capped = (maxBytes: number) => {
  let size = 0
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > maxBytes)
        controller.error(new FetchRefused('response-too-large', `the answer is over ${maxBytes} bytes`))
      else controller.enqueue(chunk)
    },
  })
}

const letIn = (response: Response, url: URL, redirected: boolean, maxBytes: number): Response => {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    void response.body?.cancel()
    throw new FetchRefused('response-too-large', `the answer is over ${maxBytes} bytes`)
  }
  const body = response.body && !WITHOUT_BODY.has(response.status) ? response.body.pipeThrough(capped(maxBytes)) : null
  const { status, statusText, headers } = response
  const kept = new Response(body, { status, statusText, headers })
  Object.defineProperties(kept, { url: { value: url.href }, redirected: { value: redirected } })
  return kept
}

/** What is sent to the next address: as browsers do, but nothing secret goes to another origin. */
const redirectedInit = (init: Init, status: number, from: URL, to: URL): Init => {
  const method = (init.method ?? 'GET').toUpperCase()
  const asGet = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST'
  const headers = new Headers(init.headers)
  if (from.origin !== to.origin)
    for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name)
  if (!asGet && init.body instanceof ReadableStream)
    throw new FetchRefused('redirect-refused', 'a stream cannot be sent twice')
  if (!asGet) return { ...init, headers }
  for (const name of ['content-type', 'content-length', 'content-encoding']) headers.delete(name)
  const { body: _, ...rest } = init
  return { ...rest, method: 'GET', headers }
}

/** The runtime's own form is a stranger to undici's classes: it is copied, part by part. */
const bodyOf = (body: unknown): Init['body'] => {
  if (!(body instanceof globalThis.FormData)) return body as Init['body']
  const form = new FormData()
  for (const [name, value] of body) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value, value.name)
  }
  return form
}

/** Only what a connector has a use for goes through: no dispatcher of its own, no host of its own. */
const initOf = (input: string | URL | Request, given: RequestInit): Init => {
  const asked = input instanceof Request ? input : undefined
  const headers = new Headers((given.headers ?? asked?.headers) as HeadersInit | undefined)
  headers.delete('host')
  const body = bodyOf(given.body ?? asked?.body)
  const signal = given.signal ?? asked?.signal
  return {
    method: given.method ?? asked?.method ?? 'GET',
    headers,
    redirect: given.redirect ?? asked?.redirect ?? 'follow',
    ...(signal ? { signal } : {}),
    ...(body ? { body, duplex: 'half' as const } : {}),
  }
}

/**
 * The one door to the web. It visits public addresses over https, on the usual ports, without credentials in the address; each
 * redirect is judged anew; time and size are bounded. There is no switch that opens it: `allow` names single hosts.
 */
export const makeSafeFetch = (options: SafeFetchOptions = {}): typeof fetch => {
  const { resolve = resolveByDns, timeoutMs = 10_000, maxBytes = 10_000_000, maxRedirects = 3 } = options
  const allow = allowListOf(options.allow ?? [])
  const agent = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs }
  const guarded = new Agent({ ...agent, connect: { lookup: publicLookup(resolve), timeout: timeoutMs } })
  const open = new Agent({ ...agent, connect: { timeout: timeoutMs } })

  const follow = async (address: string | URL, first: Init): Promise<Response> => {
    let { url, trusted } = targetOf(address, allow)
    let init = first
    for (let hops = 0; ; hops++) {
      const response = await visit(url, { ...init, redirect: 'manual', dispatcher: trusted ? open : guarded })
      const location = response.headers.get('location')
      if (init.redirect === 'manual' || !REDIRECTS.has(response.status) || location === null) {
        return letIn(response, url, hops > 0, maxBytes)
      }
      void response.body?.cancel()
      if (init.redirect === 'error') throw new FetchRefused('redirect-refused', `${url.host} answers elsewhere`)
      if (hops === maxRedirects)
        throw new FetchRefused('too-many-redirects', `${url.host} redirects more than ${maxRedirects} times`)
      const next = targetOf(location, allow, url)
      init = redirectedInit(init, response.status, url, next.url)
      ;({ url, trusted } = next)
    }
  }

  const safeFetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const sent = initOf(input, init)
    const limits = [AbortSignal.timeout(timeoutMs), ...(sent.signal ? [sent.signal] : [])]
    try {
      return await follow(input instanceof Request ? input.url : input, { ...sent, signal: AbortSignal.any(limits) })
    } catch (error) {
      throw refusalIn(error) ?? error
    }
  }
  return safeFetch as unknown as typeof fetch
}

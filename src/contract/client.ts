import type { InputOf, OutputOf, Refusal, Route } from './route.ts'

/** The part of a route that a caller needs; the browser's list of them carries no schema (and no zod). */
export type RouteLine = Pick<Route, 'method' | 'path' | 'scope'>

export class RefusedError extends Error {
  readonly status: number
  readonly refusal: Refusal
  constructor(status: number, refusal: Refusal) {
    super(refusal.refused)
    this.status = status
    this.refusal = refusal
  }
}

type Contract = Record<string, Route>
export type Client<C extends Contract> = {
  [K in keyof C]: (
    ...args: undefined extends InputOf<C[K]> ? [input?: InputOf<C[K]>] : [input: InputOf<C[K]>]
  ) => Promise<OutputOf<C[K]>>
}

export const urlOf = (route: RouteLine, workspace: string): string =>
  route.scope === 'workspace' ? `/api/w/${workspace}${route.path}` : `/api${route.path}`

/** Splits an input between the path, the query and the body, as `Route.path` says. */
export const requestOf = (route: RouteLine, workspace: string, input: Record<string, unknown>) => {
  const rest = { ...input }
  const path = urlOf(route, workspace).replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (route.method === 'POST' || route.method === 'PUT') return { url: path, body: JSON.stringify(rest) }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
  return { url: query.size > 0 ? `${path}?${query}` : path, body: undefined }
}

/** An answer that is not the desk's own (a proxy's page, a cut line) reads as « unreachable ». */
const refusalIn = (json: unknown): Refusal => {
  if (typeof json !== 'object' || json === null || !('refused' in json) || typeof json.refused !== 'string')
    return { refused: 'unreachable' }
  const data = 'data' in json && typeof json.data === 'object' && json.data !== null ? { ...json.data } : undefined
  return { refused: json.refused, data }
}

/**
 * The typed client of a contract, or of its lines alone. `workspace` is asked at each call, so that a switch of brand takes effect at
 * once. A call fails with a `RefusedError` and with nothing else.
 */
export const createClient = <C extends Contract>(
  contract: C | { [K in keyof C]: RouteLine },
  workspace: () => string,
  send: typeof fetch = fetch,
): Client<C> => {
  const call = (route: RouteLine) => async (input: Record<string, unknown>) => {
    const { url, body } = requestOf(route, workspace(), input ?? {})
    const answer = await send(url, {
      method: route.method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    }).catch(() => null)
    if (answer === null) throw new RefusedError(0, { refused: 'unreachable' })
    const json: unknown = await answer.json().catch(() => null)
    if (answer.ok && json !== null) return json
    throw new RefusedError(answer.status, refusalIn(json))
  }
  return Object.fromEntries(
    Object.entries(contract).map(([name, route]) => [name, call(route)]),
  ) as unknown as Client<C>
}

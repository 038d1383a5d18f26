import { z } from 'zod'

/** A route as data: the HTTP adapter, the typed client, the OpenAPI page and the permission table all read it. */
export interface Route<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:names` are taken from the input; what remains of the input is the query (GET, DELETE) or the body. */
  path: string
  /** `workspace` routes live under /api/w/:workspace and see one brand only; the others under /api. */
  scope: 'workspace' | 'installation'
  /** A line of the permission table (server/access/permissions.ts). `anyone` needs no session, `member` needs only one. */
  permission: string
  /** One sentence for the reader of the API. */
  summary: string
  input: Input
  output: Output
}

export type InputOf<R> = R extends Route<infer I, z.ZodType> ? z.input<I> : never
export type OutputOf<R> = R extends Route<z.ZodType, infer O> ? z.output<O> : never

export const route = <I extends z.ZodType, O extends z.ZodType>(spec: Route<I, O>): Route<I, O> => spec

/** What every refusal looks like on the wire: a stable code that the web translates, and what the reader needs to act. */
export const refusalSchema = z.object({ refused: z.string(), data: z.record(z.string(), z.unknown()).optional() })
export type Refusal = z.infer<typeof refusalSchema>

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

export const urlOf = (route: Route, workspace: string): string =>
  route.scope === 'workspace' ? `/api/w/${workspace}${route.path}` : `/api${route.path}`

/** Splits an input between the path, the query and the body, as `Route.path` says. */
export const requestOf = (route: Route, workspace: string, input: Record<string, unknown>) => {
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

/** The typed client of a contract. `workspace` is asked at each call, so that a switch of brand takes effect at once. */
export const createClient = <C extends Contract>(
  contract: C,
  workspace: () => string,
  send: typeof fetch = fetch,
): Client<C> => {
  const call = (route: Route) => async (input: Record<string, unknown>) => {
    const { url, body } = requestOf(route, workspace(), input ?? {})
    const answer = await send(url, {
      method: route.method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    })
    const json: unknown = await answer.json().catch(() => null)
    if (answer.ok) return json
    const refusal = refusalSchema.safeParse(json)
    throw new RefusedError(answer.status, refusal.success ? refusal.data : { refused: 'unreachable' })
  }
  return Object.fromEntries(
    Object.entries(contract).map(([name, route]) => [name, call(route)]),
  ) as unknown as Client<C>
}

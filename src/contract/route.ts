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
  /** Asks for a sign-in of the last minutes: what opens the desk to others, or lets words out under other rules. */
  fresh?: true
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

export { type Client, createClient, RefusedError, type RouteLine, requestOf, urlOf } from './client.ts'

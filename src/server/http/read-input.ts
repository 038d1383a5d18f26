import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Route } from '#contract/route.ts'
import type { Refused } from '#server/desk.ts'

/** An object that says nothing of unknown keys refuses them: what a route does not declare, nobody sets by the way. */
export const strictly = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodType)
    return strictly(schema.unwrap() as z.ZodType).optional()
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type Read = { input: unknown } | { refusal: Refused }

const invalid = (fields: string[], problems: string[]): Read => ({
  refusal: { refused: 'invalid-input', data: { fields, problems } },
})

const pathsOf = (issue: z.core.$ZodIssue): string[] => {
  const at = issue.path.map(String)
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => [...at, key.slice(0, 60)].join('.'))
    : [at.join('.')]
}

/** Path, and query or body, as one input; what the path says is said nowhere else. */
const gather = (route: Route, request: FastifyRequest): Read => {
  const { workspace: _, ...params } = request.params as Record<string, string>
  const given = route.method === 'POST' || route.method === 'PUT' ? (request.body ?? {}) : request.query
  if (!isPlain(given)) return invalid([''], ['expected an object'])
  const twice = Object.keys(params).filter((name) => Object.hasOwn(given, name))
  return twice.length > 0 ? invalid(twice, ['said by the path already']) : { input: { ...given, ...params } }
}

/** U+0000 and halves of a character: no database keeps them, and no keyboard writes them. Gives the places where they are. */
const unkeepable = (input: unknown): string[] => {
  const found: string[] = []
  const waiting: { at: string; value: unknown }[] = [{ at: '', value: input }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { at, value } = next
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) found.push(at)
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        waiting.push({ at: at === '' ? key : `${at}.${key}`, value: inner })
  }
  return found
}

/** The input of a route, whole and checked, or a refusal that names the fields and never repeats what was in them. */
export const makeInputReader = (route: Route) => {
  const schema = strictly(route.input)
  return (request: FastifyRequest): Read => {
    const gathered = gather(route, request)
    if ('refusal' in gathered) return gathered
    const read = schema.safeParse(gathered.input)
    if (read.success) {
      const fields = unkeepable(read.data)
      if (fields.length === 0) return { input: read.data }
      return invalid(
        fields,
        fields.map(() => 'holds a character that cannot be kept'),
      )
    }
    const { issues } = read.error
    return invalid(
      issues.flatMap(pathsOf),
      issues.map(({ message }) => message),
    )
  }
}

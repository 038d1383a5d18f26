import { z } from 'zod'
import { type Route, refusalSchema, urlOf } from '#contract/route.ts'
import { strictly } from './read-input.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const braces = (path: string): string => path.replace(/:(\w+)/g, '{$1}')
const namesIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')

const describe = (name: string, route: Route): object => {
  const url = urlOf(route, ':workspace')
  const inPath = namesIn(url)
  const input = schemaOf(strictly(route.input), 'input')
  const properties = Object.entries((input.properties ?? {}) as Record<string, object>)
  const required = new Set((input.required as string[] | undefined) ?? [])
  const rest = properties.filter(([key]) => !inPath.includes(key))
  const known = new Map(properties)
  const written = route.method === 'POST' || route.method === 'PUT'
  const parameters = [
    ...inPath.map((key) => ({
      name: key,
      in: 'path',
      required: true,
      schema: known.get(key) ?? { type: 'string', format: 'uuid' },
    })),
    ...(written ? [] : rest.map(([key, schema]) => ({ name: key, in: 'query', required: required.has(key), schema }))),
  ]
  const body = {
    type: 'object',
    properties: Object.fromEntries(rest),
    required: rest.map(([key]) => key).filter((key) => required.has(key)),
    additionalProperties: false,
  }
  return {
    operationId: name,
    summary: route.summary,
    'x-permission': route.permission,
    ...(route.fresh === true && { 'x-fresh-sign-in': true }),
    ...(route.permission === 'anyone' && { security: [] }),
    parameters,
    ...(written && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: schemaOf(route.output, 'output') } } },
      default: { $ref: '#/components/responses/refused' },
    },
  }
}

/** The contract as an OpenAPI 3.1 page, for whoever writes a program against the desk. */
export const openApiOf = (contract: Record<string, Route>, version: string, cookie: string): object => {
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, route] of Object.entries(contract)) {
    const path = braces(urlOf(route, ':workspace'))
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vigie', version, license: { name: 'AGPL-3.0-only' } },
    paths,
    security: [{ session: [] }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } },
      responses: {
        refused: {
          description:
            'Refused, with a stable code; everything that changes something needs the Origin header of the desk',
          content: { 'application/json': { schema: schemaOf(refusalSchema, 'output') } },
        },
      },
    },
  }
}

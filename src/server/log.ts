import pino, { type Logger } from 'pino'

const hidden = '[redacted]'

/** Names under which a line would carry someone's words, or a way in. */
const secretNames =
  /^(text|html|subject|body|raw|excerpt|note|detail|content|draft|message_text|password|current|secret|secrets|token|tokens|cookie|cookies|set-cookie|authorization|credentials|reveal|email|e-mail|to|from|headers|query|params|parameters|url)$/i
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const bearer = /\b(Bearer|Basic|whsec_|xox[a-z]-)\s?[A-Za-z0-9+/=_.-]{8,}/g
/** Our own tokens and whatever looks like one: long, without a space, and not one of our identifiers. */
const opaque = /(?<![\w/.-])(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{40,}(?![\w-])/g
const login = /\b(\w+:\/\/)[^\s/@:]+:[^\s/@]+@/g

/** The addresses and keys in a sentence made by a machine. */
export const redactText = (text: string): string =>
  text.replace(login, `$1${hidden}@`).replace(bearer, hidden).replace(address, hidden).replace(opaque, hidden)

/** What a program quotes in an error is often what somebody wrote. */
const redactQuoted = (text: string): string =>
  text.replace(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`/g, (quoted) =>
    /^.[a-z_][a-z0-9_.-]{0,62}.$/.test(quoted) ? quoted : '"…"',
  )

const framesOf = (stack: string | undefined): string | undefined =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')

/** An error without the row, the query and the headers that libraries hang on it. */
const describeError = (error: Error, depth: number): object => {
  const { code, constraint, table, routine } = error as unknown as Record<string, unknown>
  return {
    type: error.name,
    message: redactText(redactQuoted(error.message)).slice(0, 500),
    ...Object.fromEntries(
      Object.entries({ code, constraint, table, routine }).filter(([, v]) => typeof v === 'string'),
    ),
    stack: framesOf(error.stack),
    ...(error.cause !== undefined && depth < 3 && { cause: redact(error.cause, depth + 1) }),
  }
}

const redact = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return redactText(value).slice(0, 2000)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return describeError(value, depth)
  if (value instanceof Date) return value.toISOString()
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (depth >= 4) return '[…]'
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => redact(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, secretNames.test(name) ? hidden : redact(one, depth + 1)]),
  )
}

/** What a line holds, by name; requests and answers are left to their serializers, which know them. */
const redactLine = (line: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(line).map(([name, one]) => {
      if (name === 'req' || name === 'res') return [name, one]
      return [name, secretNames.test(name) ? hidden : redact(one)]
    }),
  )

/** Without words of its own, pino would take those of the error as they are. */
const wordsOf = (first: unknown): string | null => {
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err
  return error instanceof Error ? redactText(redactQuoted(error.message)) : null
}

export interface LogOptions {
  level: string
  /** Where lines go; the standard error unless a test listens. */
  to?: { write(line: string): void }
}

/**
 * Structured lines for whoever runs the desk. What the public writes, what members answer, e-mail addresses and keys never reach them,
 * whatever a caller hands over.
 */
export const makeLog = ({ level, to }: LogOptions): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: redactLine },
      // Fastify's own requests and answers: their addresses hold searches, and their headers hold cookies.
      serializers: {
        req: (request: { method?: string; id?: string }) => ({ id: request.id, method: request.method }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
        err: (error: unknown) => error,
      },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args as unknown[]
          const said = rest.length === 0 && typeof first !== 'string' ? [first, wordsOf(first)] : [first, ...rest]
          const clean = said
            .filter((one) => one !== null)
            .map((one) => (typeof one === 'string' ? redactText(one) : one))
          method.apply(this, clean as unknown as Parameters<typeof method>)
        },
      },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  )

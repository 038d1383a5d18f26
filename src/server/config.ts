import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { type MailServer, mailServerOf } from './mail-server.ts'
import type { ModelPlace } from './second-reader/model-place.ts'

/** What the person who runs Vigie decided. The one place that reads the environment. */
export type Config = {
  /** Empty: the embedded server, below `data`. */
  databaseUrl: string | undefined
  data: string
  /** The bin folder of a PostgreSQL to run in place of npm's. */
  postgresBin: string | undefined
  /** Where browsers and networks find the desk, without a final slash. */
  url: string
  host: string
  port: number
  keyFile: string
  /** `web` answers people, `worker` listens and sends, `all` does both in one process. */
  mode: (typeof modes)[number]
  /** A desk on plain http beyond this machine: its cookies can be stolen on the way. */
  insecureCookies: boolean
  /** Addresses of the reverse proxies whose word on the visitor's address is taken. */
  trustedProxies: readonly string[]
  /** Hosts on private addresses that connectors may speak to. */
  allowHosts: readonly string[]
  /** Lets a collector that is not on this machine read /metrics. */
  metricsToken: string | undefined
  /** Where the head of each brand's log is told once a day, besides the file below `data`. */
  anchorUrl: string | undefined
  /** The server that takes the desk's own mail to its members, and under which address it writes. */
  mail: MailServer | undefined
  /** A language model that reads messages a second time. */
  model: ModelPlace | null
  logLevel: (typeof logLevels)[number]
}

const modes = ['all', 'web', 'worker'] as const
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** The environment does not say something that Vigie can use; the message names the variable. */
export class ConfigTrouble extends Error {
  readonly code = 'bad-configuration'
}

const isPostgresUrl = (text: string): boolean => /^postgres(ql)?:\/\//.test(text)
const isOrigin = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
}

const environment = z.object({
  DATABASE_URL: z.string().refine(isPostgresUrl, 'must begin with postgres://').optional(),
  VIGIE_DATA: z.string().default(join(import.meta.dirname, '../../data')),
  VIGIE_POSTGRES_BIN: z.string().optional(),
  VIGIE_URL: z
    .string()
    .refine(isOrigin, 'must be an address such as https://desk.example.org, without a path')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(1).max(65_535).default(4780),
  VIGIE_KEY_FILE: z.string().optional(),
  VIGIE_MODE: z.enum(modes, `must be one of ${modes.join(', ')}`).default('all'),
  VIGIE_INSECURE_COOKIES: z.enum(['true', 'false', '1', '0'], 'must be true or false').default('false'),
  VIGIE_TRUSTED_PROXIES: z.string().optional(),
  VIGIE_ALLOW_HOSTS: z.string().optional(),
  VIGIE_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  VIGIE_ANCHOR_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://notary.example.org/heads' })
    .optional(),
  VIGIE_SMTP_URL: z.string().optional(),
  VIGIE_MAIL_FROM: z.email('must be an address such as desk@example.org').optional(),
  VIGIE_MODEL_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:11434/v1' })
    .optional(),
  VIGIE_MODEL: z.string().max(200).optional(),
  VIGIE_MODEL_FOLDER: z.string().optional(),
  VIGIE_TRANSFORMERS: z.string().optional(),
  VIGIE_MODEL_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
})

type Given = z.infer<typeof environment>

/** A variable that is set to nothing, as compose files like to do, is not set. */
const withoutEmpty = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** The heads of the log outside the database. */
export const anchorPlaceOf = ({ data, anchorUrl }: Config) => ({ file: join(data, 'anchors.jsonl'), url: anchorUrl })

const modelOf = (given: Given): ModelPlace | null => {
  const { VIGIE_MODEL_URL: url, VIGIE_MODEL: model, VIGIE_MODEL_KEY: key, VIGIE_MODEL_FOLDER: folder } = given
  if (folder !== undefined) {
    if (url !== undefined)
      throw new ConfigTrouble('The configuration cannot be used.\nVIGIE_MODEL_URL and VIGIE_MODEL_FOLDER: one of them')
    const library = resolve(given.VIGIE_TRANSFORMERS ?? join(given.VIGIE_DATA, 'transformers'))
    return { folder: resolve(folder), model: model ?? basename(resolve(folder)), library }
  }
  if (url === undefined && model === undefined) return null
  if (url === undefined || model === undefined)
    throw new ConfigTrouble('The configuration cannot be used.\nVIGIE_MODEL_URL and VIGIE_MODEL: both or neither')
  return { url, model, key }
}

export const readConfig = (variables: NodeJS.ProcessEnv = process.env): Config => {
  const read = environment.safeParse(withoutEmpty(variables))
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new ConfigTrouble(`The configuration cannot be used.\n${faults.join('\n')}`)
  }
  const given = read.data
  const data = resolve(given.VIGIE_DATA)
  const mail = mailServerOf(given.VIGIE_SMTP_URL, given.VIGIE_MAIL_FROM)
  if (typeof mail === 'string') throw new ConfigTrouble(`The configuration cannot be used.\n${mail}`)
  const model = modelOf(given)
  return {
    databaseUrl: given.DATABASE_URL,
    data,
    postgresBin: given.VIGIE_POSTGRES_BIN && resolve(given.VIGIE_POSTGRES_BIN),
    url: (given.VIGIE_URL ?? `http://localhost:${given.PORT}`).replace(/\/$/, ''),
    host: given.HOST,
    port: given.PORT,
    keyFile: resolve(given.VIGIE_KEY_FILE ?? join(data, 'key')),
    mode: given.VIGIE_MODE,
    insecureCookies: ['true', '1'].includes(given.VIGIE_INSECURE_COOKIES),
    trustedProxies: listOf(given.VIGIE_TRUSTED_PROXIES),
    allowHosts: listOf(given.VIGIE_ALLOW_HOSTS),
    metricsToken: given.VIGIE_METRICS_TOKEN,
    anchorUrl: given.VIGIE_ANCHOR_URL,
    mail,
    model,
    logLevel: given.LOG_LEVEL,
  }
}

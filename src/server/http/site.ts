import { join } from 'node:path'
import { type Config, ConfigTrouble } from '#server/config.ts'

/** How the desk is reached, and what follows for cookies and origins. */
export interface Site {
  url: string
  /** Pages that may change something here; the browser says which one asks. */
  origins: ReadonlySet<string>
  cookie: { name: string; secure: boolean }
  trustedProxies: readonly string[]
  webFolder: string
  metricsToken: string | undefined
  /** Whether the desk has a server for its own mail. */
  mails?: boolean
  /** Of one session, and of one address without a session. */
  requestsPerMinute: { member: number; stranger: number }
}

const loopback = ['localhost', '127.0.0.1', '[::1]']
const isLoopback = (hostname: string): boolean => loopback.includes(hostname) || hostname.endsWith('.localhost')

const originsOf = (url: URL): ReadonlySet<string> => {
  const port = url.port === '' ? '' : `:${url.port}`
  const names = loopback.includes(url.hostname) ? loopback : [url.hostname]
  return new Set(names.map((name) => `${url.protocol}//${name}${port}`))
}

/** Refuses an address at which cookies would travel in clear, unless the person who runs the desk has said that they may. */
export const siteOf = (config: Config, webFolder = join(import.meta.dirname, '../../../dist/web')): Site => {
  const url = new URL(config.url)
  const secure = url.protocol === 'https:' || isLoopback(url.hostname)
  if (!secure && !config.insecureCookies)
    throw new ConfigTrouble(
      `VIGIE_URL is ${config.url}: without https, whoever is on the way can read the cookies and act as your team. ` +
        'Put a reverse proxy with a certificate in front and give its https address, ' +
        'or set VIGIE_INSECURE_COOKIES=true on a network where you trust every machine.',
    )
  return {
    url: config.url,
    origins: originsOf(url),
    cookie: secure ? { name: '__Host-vigie', secure } : { name: 'vigie-insecure', secure },
    trustedProxies: config.trustedProxies,
    webFolder,
    metricsToken: config.metricsToken,
    mails: config.mail !== undefined,
    requestsPerMinute: { member: 1800, stranger: 120 },
  }
}

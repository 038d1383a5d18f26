import { isPublicAddress, literalAddress } from './safe-fetch-address.ts'
import { FetchRefused } from './safe-fetch-failure.ts'

/** Hosts, with their port, that this door may visit though they are not on the public Internet or speak plain HTTP. */
export type AllowList = ReadonlySet<string>

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }
const USUAL_PORTS = new Set(['80', '443'])

const portOf = (url: URL): string => url.port || (PORTS[url.protocol] ?? '')

/** `host:port` entries; an entry without a port means the usual two. Written as a browser would write them, so that forms compare. */
export const allowListOf = (entries: readonly string[]): AllowList =>
  new Set(
    entries.flatMap((entry) => {
      if (!URL.canParse(`http://${entry}/`)) throw new TypeError(`not a host and port: ${entry}`)
      const url = new URL(`http://${entry}/`)
      if (url.pathname !== '/' || url.username !== '' || url.search !== '')
        throw new TypeError(`not a host and port: ${entry}`)
      const named = /:\d+$/.test(entry)
      return named ? [`${url.hostname}:${portOf(url)}`] : [...USUAL_PORTS].map((port) => `${url.hostname}:${port}`)
    }),
  )

export interface Target {
  url: URL
  /** On the allow-list: its addresses are not judged. */
  trusted: boolean
}

/** Whether a URL may be visited at all, judged on its letters; the addresses behind a name are judged when it is resolved. */
export const targetOf = (address: string | URL, allow: AllowList, base?: URL): Target => {
  const url = URL.canParse(String(address), base?.href) ? new URL(address, base) : null
  if (!url) throw new FetchRefused('bad-url', `not a web address: ${String(address).slice(0, 200)}`)
  const shown = `${url.protocol}//${url.host}`
  if (!(url.protocol in PORTS)) throw new FetchRefused('not-https', `${shown} is not a web address`)
  if (url.username !== '' || url.password !== '')
    throw new FetchRefused('credentials-in-url', `${shown} carries credentials`)
  if (allow.has(`${url.hostname}:${portOf(url)}`)) return { url, trusted: true }
  if (url.protocol !== 'https:') throw new FetchRefused('not-https', `${shown} is not https`)
  if (!USUAL_PORTS.has(portOf(url))) throw new FetchRefused('port-not-allowed', `${shown} is on an unusual port`)
  const literal = literalAddress(url.hostname)
  if (literal !== null && !isPublicAddress(literal)) {
    throw new FetchRefused('private-address', `${shown} is not on the public Internet`)
  }
  return { url, trusted: false }
}

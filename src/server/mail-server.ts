import { isIP } from 'node:net'

/** The server that takes the desk's own mail, as the person who runs Vigie named it. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte; else STARTTLS, which must succeed unless `clear` says that nothing secret passes. */
  tls: boolean
  clear: boolean
  user: string | undefined
  password: string | undefined
  from: string
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** What an address holds, read back; null where a « % » stands for nothing. */
const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

const SHAPE = 'must be an address such as smtps://name:password@mail.example.org'

/** `smtps://` speaks TLS (465), `smtp://` STARTTLS (587); `?clear=true` is for a relay on a network of one's own, without a password. */
export const mailServerOf = (
  address: string | undefined,
  from: string | undefined,
): MailServer | string | undefined => {
  if (address === undefined && from === undefined) return undefined
  if (address === undefined) return 'VIGIE_SMTP_URL: is needed with VIGIE_MAIL_FROM'
  if (from === undefined) return 'VIGIE_MAIL_FROM: is needed with VIGIE_SMTP_URL'
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname))
    return `VIGIE_SMTP_URL: ${SHAPE}`
  const tls = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const clear = !tls && (isLoopback(host) || url.searchParams.get('clear') === 'true')
  const [name, secret] = [decoded(url.username), decoded(url.password)]
  if (name === null || secret === null) return 'VIGIE_SMTP_URL: write a % of the name or password as %25'
  const user = name === '' ? undefined : name
  if (clear && user !== undefined && !isLoopback(host))
    return 'VIGIE_SMTP_URL: a password is never sent in clear: leave out clear=true, or the name and the password'
  const port = url.port === '' ? (tls ? 465 : 587) : Number(url.port)
  const password = user === undefined ? undefined : secret
  return { host, port, tls, clear, user, password, from }
}

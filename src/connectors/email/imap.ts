import { ImapFlow, type ImapFlowError } from 'imapflow'
import type { Account } from './account.ts'
import { findRoad, IMAP_PORTS, type Road } from './road.ts'
import { connectionTrouble, stopped, type Trouble, trouble } from './trouble.ts'

const CONNECT_MS = 10_000
const MINUTE_MS = 60_000
/** Longer than the pause between two polls: the connection is kept meanwhile. */
const SILENCE_MS = 150_000
const LARGEST = 64 * 1024 * 1024

const NEEDS_PERSON: Record<string, string> = {
  EXPIRED: 'password-expired',
  AUTHORIZATIONFAILED: 'login-not-allowed',
  CONTACTADMIN: 'login-not-allowed',
  PRIVACYREQUIRED: 'not-encrypted',
}
const PASSING = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'THROTTLED'])

/** What went wrong with a command or with the connection, told from the server's own codes. */
export const imapTrouble = (error: unknown): { trouble: Trouble } => {
  const {
    message = '',
    code,
    authenticationFailed,
    serverResponseCode,
    responseText,
    response,
    mailboxMissing,
    tlsFailed,
  } = error instanceof Error ? (error as ImapFlowError) : ({ message: String(error) } as ImapFlowError)
  const said = responseText ?? (typeof response === 'string' ? response : message)
  const known = serverResponseCode?.toUpperCase() ?? ''
  if (PASSING.has(known)) return trouble('busy', said)
  const forPerson = NEEDS_PERSON[known]
  if (forPerson !== undefined) return trouble(forPerson, said, true)
  if (authenticationFailed) return trouble('wrong-password', said, true)
  if (mailboxMissing) return trouble('folder-missing', said, true)
  if (tlsFailed)
    return /certificate|altname/i.test(message)
      ? connectionTrouble({ code: 'CERT', message })
      : trouble('encryption-failed', said)
  if (code === 'ETHROTTLE') return trouble('busy', said)
  if (code !== undefined && /^(ParserError|Invalid|Line|Literal|Response)/.test(code))
    return trouble('not-an-imap-server', said)
  return connectionTrouble(error)
}

const clientFor = ({ imap }: Account, { tls }: Road, address: string, idleMs: number | undefined): ImapFlow =>
  new ImapFlow({
    host: address,
    port: imap.port,
    secure: imap.security === 'tls',
    ...(imap.security === 'tls' ? {} : { doSTARTTLS: imap.security === 'starttls' }),
    ...(tls.servername === undefined ? {} : { servername: tls.servername }),
    tls,
    auth: { user: imap.user, pass: imap.password },
    clientInfo: { name: 'Vigie' },
    logger: false,
    disableAutoIdle: true,
    ...(idleMs === undefined ? {} : { maxIdleTime: idleMs }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: Math.max(SILENCE_MS, (idleMs ?? 0) + MINUTE_MS),
    maxLiteralSize: LARGEST,
    maxResponseSize: 2 * LARGEST,
    maxLineLength: LARGEST,
  })

/** Closes the connection when the signal says so; what is given back lets go of the signal. */
export const closeOn = (client: ImapFlow, signal: AbortSignal): (() => void) => {
  const abort = (): void => client.close()
  const letGo = (): void => signal.removeEventListener('abort', abort)
  signal.addEventListener('abort', abort, { once: true })
  client.once('close', letGo)
  if (signal.aborted) abort()
  return letGo
}

/** Signs in to the mailbox. The signal breaks this off, and has no hold on the connection afterwards. */
export const openImap = async (
  account: Account,
  signal: AbortSignal,
  idleMs?: number,
): Promise<{ client: ImapFlow } | { trouble: Trouble }> => {
  const { tools, selfSigned } = account
  const road = await findRoad(account.imap, IMAP_PORTS, { allowHosts: tools.allowHosts, selfSigned })
  if ('trouble' in road) return road
  let last: { trouble: Trouble } = trouble('unreachable', 'no address answers')
  for (const address of road.addresses) {
    if (signal.aborted) return stopped
    const client = clientFor(account, road, address, idleMs)
    // What breaks between two commands is seen by the next one.
    client.on('error', () => undefined)
    const letGo = closeOn(client, signal)
    try {
      await client.connect()
      letGo()
      return { client }
    } catch (error) {
      client.close()
      if (signal.aborted) return stopped
      last = imapTrouble(error)
      if (last.trouble.reason !== 'unreachable') return last
    }
  }
  return last
}

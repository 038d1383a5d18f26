import type { Connected, Tools } from '../connector.ts'
import type { Account } from './account.ts'
import { closeOn, openImap } from './imap.ts'
import { cleanAddress, cleanLine } from './parse/people.ts'
import { tryRoundTrip } from './probe.ts'
import { SECURITIES, type Secret, type Server, secretSchema } from './secret.ts'
import { signIn } from './smtp/sign-in.ts'
import type { Trouble } from './trouble.ts'
import { isNoReply } from './words/automatic.ts'

const refused = (reason: string, detail: string): Connected => ({ kind: 'refused', reason, detail })

const PORTS = { imap: { tls: 993, starttls: 143, none: 143 }, smtp: { tls: 465, starttls: 587, none: 25 } }

const serverOf = (given: Record<string, string>, name: 'imap' | 'smtp'): Server => {
  const security = SECURITIES.find((one) => one === given[`${name}Security`]) ?? 'tls'
  const user = given.user || (given.address ?? '')
  return {
    host: (given[`${name}Host`] ?? '').trim().toLowerCase(),
    port: Number(given[`${name}Port`] || PORTS[name][security]),
    security,
    user: name === 'smtp' ? given.smtpUser || user : user,
    password: (name === 'smtp' && given.smtpPassword) || (given.password ?? ''),
  }
}

const accountIn = (given: Record<string, string>, address: string, tools: Tools): Account | null => {
  const secret = secretSchema.safeParse({
    imap: serverOf(given, 'imap'),
    smtp: serverOf(given, 'smtp'),
    selfSigned: given.selfSigned === 'true',
  } satisfies Secret)
  if (!secret.success) return null
  const displayName = cleanLine(given.name ?? '', 200) || address
  return { ...secret.data, address, displayName, folder: given.folder?.trim() || 'INBOX', tools }
}

const told = (what: string, { host, port }: Server, { reason, detail }: Trouble): string =>
  `${what} (${host}:${port}): ${reason}, ${detail}`

/** Both servers are tried, so that somebody who has two faults to mend hears of both; the code names the first one. */
const refusal = (account: Account, imap: Trouble | null, smtp: Trouble | null): Connected => {
  const faults = [
    ...(imap === null ? [] : [{ code: `imap-${imap.reason}`, words: told('IMAP', account.imap, imap) }]),
    ...(smtp === null ? [] : [{ code: `smtp-${smtp.reason}`, words: told('SMTP', account.smtp, smtp) }]),
  ]
  return refused(faults[0]?.code ?? 'not-connected', faults.map(({ words }) => words).join('; '))
}

/** Signs in to both servers, opens the folder, and sends one mail from the brand to itself: all that the desk will need works then. */
export const connect = async (given: Record<string, string>, tools: Tools, signal: AbortSignal): Promise<Connected> => {
  const address = cleanAddress(given.address ?? '')
  if (address === null) return refused('bad-address', 'this is no mail address')
  if (isNoReply(address))
    return refused('no-reply-address', `customers must be able to answer: ${address} says that they cannot`)
  const account = accountIn({ ...given, address }, address, tools)
  if (account === null) return refused('bad-server', 'a server, a port or a password is missing or wrong')
  const [imap, smtp] = await Promise.all([openImap(account, signal), signIn(account, signal)])
  try {
    if ('trouble' in imap || 'trouble' in smtp)
      return refusal(account, 'trouble' in imap ? imap.trouble : null, 'trouble' in smtp ? smtp.trouble : null)
    closeOn(imap.client, signal)
    const tried = await tryRoundTrip(account, smtp, imap.client, signal)
    if (!('comesBack' in tried))
      return 'imap' in tried ? refusal(account, tried.imap, null) : refusal(account, null, tried.smtp)
    const { displayName, folder, imap: read, smtp: write, selfSigned } = account
    return {
      kind: 'connected',
      account: { externalId: address, handle: address, displayName },
      secret: { imap: read, smtp: write, selfSigned },
      settings: { displayName, folder, copiesComeBack: tried.comesBack },
    }
  } finally {
    if ('client' in imap) await imap.client.logout().catch(() => imap.client.close())
    if ('dialogue' in smtp) smtp.dialogue.close()
  }
}

import { isPublicAddress } from '../safe-fetch.ts'
import { literalAddress, resolveByDns } from '../safe-fetch-address.ts'
import type { Server } from './secret.ts'
import { connectionTrouble, type Trouble, trouble } from './trouble.ts'

/** How a server may be reached: its addresses, judged once, and what its certificate must say. */
export interface Road {
  addresses: string[]
  tls: { servername?: string; rejectUnauthorized: boolean; minVersion: 'TLSv1.2' }
}

export const IMAP_PORTS: ReadonlySet<number> = new Set([143, 993])
export const SMTP_PORTS: ReadonlySet<number> = new Set([25, 465, 587, 2525])

interface Permission {
  allowHosts?: readonly string[] | undefined
  selfSigned: boolean
}

/** A host alone stands for the ports of mail, as it stands for those of the web elsewhere: nobody knocks at other doors by this list. */
const isListed = ({ host, port }: Server, allowHosts: readonly string[], usualPorts: ReadonlySet<number>): boolean => {
  const names = usualPorts.has(port) ? [host, `${host}:${port}`] : [`${host}:${port}`]
  return names.some((name) => allowHosts.some((entry) => entry.toLowerCase() === name.toLowerCase()))
}

/**
 * Judges a server before anything is said to it: public addresses on the ports of mail, always encrypted. What the configuration lists by
 * name may be private, on another port, without encryption, or with a certificate of its own.
 */
export const findRoad = async (
  server: Server,
  usualPorts: ReadonlySet<number>,
  { allowHosts = [], selfSigned }: Permission,
): Promise<Road | { trouble: Trouble }> => {
  const { host, port, security } = server
  const listed = isListed(server, allowHosts, usualPorts)
  if (!listed && !usualPorts.has(port))
    return trouble('port-not-allowed', `${port} is not a port of mail: ${[...usualPorts].join(', ')}`, true)
  if (!listed && security === 'none')
    return trouble('not-encrypted', 'a password is never sent in clear: choose TLS or STARTTLS', true)
  const literal = literalAddress(host)
  try {
    const addresses = literal === null ? await resolveByDns(host) : [literal]
    const hidden = addresses.find((address) => !isPublicAddress(address))
    if (!listed && hidden !== undefined)
      return trouble('address-not-allowed', `${host} leads to ${hidden}, which is not on the public Internet`, true)
    if (addresses.length === 0) return trouble('unreachable', `${host} leads nowhere`)
    const servername = literal === null ? { servername: host } : {}
    return { addresses, tls: { ...servername, rejectUnauthorized: !(listed && selfSigned), minVersion: 'TLSv1.2' } }
  } catch (error) {
    return connectionTrouble(error)
  }
}

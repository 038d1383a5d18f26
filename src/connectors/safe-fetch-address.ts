import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { FetchRefused } from './safe-fetch-failure.ts'

/** All the addresses of a name. */
export type Resolve = (hostname: string) => Promise<string[]>

export const resolveByDns: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address)

const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is one that anybody on the Internet reaches. `ipaddr.js` also calls `::127.0.0.1` unicast, hence the rule that an
 * IPv6 address lies in 2000::/3; 6to4, Teredo and mapped addresses carry an IPv4 one inside, and are out.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_V6) : true
}

/** The host of a URL as an address, when it is one: names are judged later, once they are resolved. */
export const literalAddress = (hostname: string): string | null => {
  const bare = hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname
  return ipaddr.isValid(bare) ? bare : null
}

const familyOf = (address: string): number => (ipaddr.IPv4.isValid(address) ? 4 : 6)

/**
 * Resolves once, refuses the name if any of its addresses is not public, and connects to those very addresses: what was checked
 * is what is reached, whatever the name says a moment later.
 */
export const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, done) => {
    const settle = async () => {
      const addresses = await resolve(hostname)
      const hidden = addresses.find((address) => !isPublicAddress(address))
      if (addresses.length === 0 || hidden !== undefined) {
        throw new FetchRefused(
          'private-address',
          `${hostname} leads to ${hidden ?? 'nowhere'}, which is not on the public Internet`,
        )
      }
      return addresses.map((address) => ({ address, family: familyOf(address) }))
    }
    settle().then(
      (found) => {
        const [first] = found
        if (options.all) done(null, found)
        else if (first) done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, []),
    )
  }

import { createHash } from 'node:crypto'
import { domainOf } from './account.ts'

const MOST_ID = 900
const MOST_REFERENCES = 50

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const clean = (id: string): string => id.replaceAll(/[^\x21-\x7e\u00a0-\uffff]/g, '').slice(0, MOST_ID)

/** The Message-IDs in a header, each with its brackets; the first and the last ones of an endless list. */
export const findIds = (header: string): string[] => {
  const ids = [...header.matchAll(/<([^<>]{1,2000})>/g)].map((match) => clean(match[1] ?? '')).filter((id) => id !== '')
  const kept = ids.length > MOST_REFERENCES ? [...ids.slice(0, 1), ...ids.slice(1 - MOST_REFERENCES)] : ids
  return kept.map((id) => `<${id}>`)
}

/** The mail's own id; without brackets it counts all the same. */
export const findOwnId = (header: string): string | null => {
  const [first] = findIds(header)
  if (first !== undefined) return first
  const bare = clean(header.replaceAll(/[<>]/g, ''))
  return bare === '' ? null : `<${bare}>`
}

/** A mail that came without an id gets one from what it says, so that it is the same each time. */
export const makeUpId = (digest: string): string => `<${digest.slice(0, 40)}@made-up.invalid>`
export const isMadeUp = (id: string): boolean => id.endsWith('@made-up.invalid>')

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The id of the mail of one delivery: the same at each attempt, so that servers and people see one mail (G4). */
export const idOfDelivery = (key: string, address: string): string => `<vigie.${key}@${domainOf(address)}>`
export const idOfProbe = (key: string, address: string): string => `<vigie-probe.${key}@${domainOf(address)}>`

/** The delivery that an id names. */
export const findMark = (id: string): string | null =>
  new RegExp(`^<vigie\\.(${UUID})@[^<>]+>$`, 'i').exec(id)?.[1]?.toLowerCase() ?? null
export const isKey = (key: string): boolean => new RegExp(`^${UUID}$`, 'i').test(key)
export const isProbe = (id: string): boolean => new RegExp(`^<vigie-probe\\.${UUID}@[^<>]+>$`, 'i').test(id)

/** Names the thread in the key of its conversations, whatever the length of the id that it began with. */
export const rootName = (id: string): string =>
  Buffer.byteLength(id) <= 200 && !/\s/.test(id) ? id : `<sha256.${sha256(id)}>`

/** One customer's exchange in one thread: nobody who answers from elsewhere, or forges a reference, joins it. */
export const conversationKeyOf = (root: string, address: string): string =>
  `${root} ${Buffer.byteLength(address) <= 254 ? address : sha256(address)}`

export const rootOfConversation = (key: string): string => key.split(' ', 1)[0] ?? key

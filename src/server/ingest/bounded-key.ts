import { createHash } from 'node:crypto'

/** What an index entry may hold beside an account's id, with room to spare. */
const MOST_BYTES = 500

/**
 * A network's id as the desk keeps it. Ids are unique keys here: one that PostgreSQL cannot hold whole (NUL, a broken surrogate, a
 * kilobyte of it) keeps a readable beginning and the hash of the original, so that two of them never become one.
 */
export const boundedKey = (id: string): string => {
  const plain = id.replaceAll('\0', '').toWellFormed()
  if (plain === id && id !== '' && Buffer.byteLength(id) <= MOST_BYTES) return id
  return `${plain.slice(0, 60).toWellFormed()}#${createHash('sha256').update(JSON.stringify(id)).digest('base64url')}`
}

import { createHash } from 'node:crypto'

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz'
const LENGTH = 13
/** The newest sixty bits are ours: read as a time, they lie before 2006, where no Bluesky client ever makes a key. */
const OURS = (1n << 60n) - 1n

/**
 * The record key of a delivery's post: the same delivery has the same key for ever, in the form that posts must have (a timestamp
 * identifier), so the network itself cannot hold the reply twice (G4).
 */
export const recordKeyOf = (deliveryKey: string): string => {
  const digest = createHash('sha256').update(`vigie/bluesky/${deliveryKey}`).digest()
  let rest = digest.readBigUInt64BE() & OURS
  let key = ''
  for (let at = 0; at < LENGTH; at += 1) {
    key = ALPHABET.charAt(Number(rest & 31n)) + key
    rest >>= 5n
  }
  return key
}

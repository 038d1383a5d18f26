import { randomBytes } from 'node:crypto'

/** So many ids are told apart by their order within one millisecond; the next one borrows from the millisecond after. */
const MOST_IN_ONE = 4_096

/**
 * UUIDs version 7: sorted by time, so that new rows land at the end of each index, and one process never makes one that comes before
 * another that it made earlier, within a millisecond or after its clock was put back.
 */
export const makeNewId = (now: () => number, random: (size: number) => Buffer = randomBytes) => {
  let at = 0
  let place = 0
  return (): string => {
    const bytes = random(16)
    const moment = now()
    if (moment > at) [at, place] = [moment, 0]
    else if (++place === MOST_IN_ONE) [at, place] = [at + 1, 0]
    bytes.writeUIntBE(at, 0, 6)
    bytes.writeUInt16BE(0x7000 | place, 6)
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}

/** No id that is made at this moment or later comes before it, so that rows of a stretch of time are found by their primary key. */
export const firstIdAt = (at: number): string => {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

import { randomBytes } from 'node:crypto'

/** A UUID version 7: sorted by time, so that new rows land at the end of each index. */
export const makeNewId =
  (now: () => number, random: (size: number) => Buffer = randomBytes) =>
  (): string => {
    const bytes = random(16)
    bytes.writeUIntBE(now(), 0, 6)
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

/** No id that is made at this moment or later comes before it, so that rows of a stretch of time are found by their primary key. */
export const firstIdAt = (at: number): string => {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

import type { LengthLimit } from '#core/text/length.ts'

const FAMILY = '👨‍👩‍👧‍👦'

/** The longest text of plain letters that a limit lets through; null where there is no limit. A letter counts for one in every unit. */
export const longest = (limit: LengthLimit): string | null => {
  const most = Math.min(
    limit.graphemes ?? Number.POSITIVE_INFINITY,
    limit.bytes ?? Number.POSITIVE_INFINITY,
    limit.characters ?? Number.POSITIVE_INFINITY,
    limit.weighted?.limit ?? Number.POSITIVE_INFINITY,
  )
  return Number.isFinite(most) && most <= 1_000_000 ? 'a'.repeat(most) : null
}

/** A text that is short to a reader and heavy for the network: both limits must be checked. */
export const longerInBytesOnly = ({ graphemes, bytes }: LengthLimit): string | null => {
  if (graphemes === undefined || bytes === undefined) return null
  const each = Buffer.byteLength(FAMILY)
  const count = Math.floor(bytes / each) + 1
  return count <= graphemes ? FAMILY.repeat(count) : null
}

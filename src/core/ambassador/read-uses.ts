import { fold } from '#core/guard/reading/fold.ts'
import { decodeFile, type FileFault } from '#core/outreach/decode-file.ts'
import { readTable, type TableLine } from '#core/outreach/read-table.ts'
import { readCode } from './voucher.ts'

export type UseLine = { readonly line: number; readonly raw: string; readonly code: string; readonly note: string }
export type RefusedUse = {
  readonly line: number
  readonly raw: string
  readonly why: 'cells' | 'not-a-code' | 'no-order'
}
export type UsesRead = { readonly uses: readonly UseLine[]; readonly refused: readonly RefusedUse[] }
export type UsesFault = { readonly fault: FileFault | 'no-code-column' | 'too-many-lines' }

const MOST_LINES = 2_000
const CODE = ['code', 'bon', 'code du bon', 'voucher', 'voucher code', 'coupon']
const ORDER = ['commande', 'n° commande', 'numero de commande', 'no commande', 'order', 'order number', 'order id']

const plain = (name: string): string => fold(name).folded.trim()
const placeOf = (names: readonly string[], called: readonly string[]): number =>
  names.findIndex((name) => called.some((one) => plain(one) === plain(name)))

const readLine = (
  { line, raw, cells }: TableLine,
  width: number,
  code: number,
  order: number,
): UseLine | RefusedUse => {
  if (cells === null || cells.length !== width) return { line, raw, why: 'cells' }
  const known = readCode(cells[code] ?? '')
  const note = (cells[order] ?? '').slice(0, 200)
  if (known === null) return { line, raw, why: 'not-a-code' }
  return note === '' ? { line, raw, why: 'no-order' } : { line, raw, code: known, note }
}

/** The vouchers that the shop says were used, each with the order it was used on; every line is read or given back with its reason (C5, T4). */
export const readUses = (bytes: Uint8Array): UsesRead | UsesFault => {
  const decoded = decodeFile(bytes)
  if ('fault' in decoded) return decoded
  const [head, ...lines] = readTable(decoded.text).lines
  const names = head?.cells ?? []
  const [code, order] = [placeOf(names, CODE), placeOf(names, ORDER)]
  if (code === -1 || order === -1) return { fault: 'no-code-column' }
  if (lines.length > MOST_LINES) return { fault: 'too-many-lines' }
  const read = lines.map((one) => readLine(one, names.length, code, order))
  return { uses: read.filter((one) => 'code' in one), refused: read.filter((one) => 'why' in one) }
}

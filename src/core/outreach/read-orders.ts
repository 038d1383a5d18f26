import { fold } from '#core/guard/reading/fold.ts'
import { decodeFile, type FileEncoding, type FileFault } from './decode-file.ts'
import { readDay } from './order-day.ts'
import { readTable, type Separator, type TableLine } from './read-table.ts'

export const MOST_LINES = 5_000
const MOST_CELL = 200

export const ORDER_COLUMNS = ['order', 'firstName', 'name', 'email', 'date', 'solution'] as const
export type OrderColumn = (typeof ORDER_COLUMNS)[number]

/** What each column may be called, folded. */
const CALLED: Readonly<Record<OrderColumn, readonly string[]>> = {
  order: [
    'commande',
    'numero de commande',
    'no commande',
    'n° commande',
    'reference',
    'order',
    'order number',
    'order id',
  ],
  firstName: ['prenom', 'first name', 'firstname', 'given name'],
  name: ['nom', 'client', 'nom du client', 'name', 'customer', 'last name', 'lastname'],
  email: ['e-mail', 'email', 'mail', 'courriel', 'adresse e-mail', 'adresse email', 'email address'],
  date: ['date', 'date de commande', 'date de livraison', 'order date', 'delivery date'],
  solution: ['solution', 'solution proposee', 'offered solution'],
}

/** One order of the file, as strict as it can be: an empty cell is null. */
export type OrderLine = {
  readonly line: number
  readonly order: string
  readonly firstName: string | null
  readonly name: string | null
  readonly email: string | null
  /** `2026-05-31`. */
  readonly day: string | null
  readonly solution: string | null
}

export type LineFault =
  | { readonly code: 'unclosed-quote' }
  | { readonly code: 'cells'; readonly found: number; readonly expected: number }
  | { readonly code: 'order-missing' }
  | { readonly code: 'too-long' | 'unreadable'; readonly column: OrderColumn }
  | { readonly code: 'not-an-email' | 'not-a-day'; readonly column: OrderColumn; readonly value: string }

export type RejectedLine = { readonly line: number; readonly raw: string; readonly faults: readonly LineFault[] }

export type OrdersRead = {
  readonly encoding: FileEncoding
  readonly separator: Separator
  readonly header: string
  /** Columns that were there and are not kept: what is not needed is not stored. */
  readonly ignored: readonly string[]
  readonly orders: readonly OrderLine[]
  readonly rejected: readonly RejectedLine[]
}

export type OrdersFault =
  | { readonly fault: FileFault }
  | { readonly fault: 'no-order-column'; readonly found: readonly string[] }
  | { readonly fault: 'column-twice'; readonly column: OrderColumn }
  | { readonly fault: 'too-many-lines'; readonly lines: number; readonly most: number }

const plain = (name: string): string =>
  fold(name)
    .folded.replaceAll(/[\s_]+/g, ' ')
    .trim()

const COLUMN_OF: ReadonlyMap<string, OrderColumn> = new Map(
  ORDER_COLUMNS.flatMap((column) => CALLED[column].map((known) => [plain(known), column] as const)),
)
const columnOf = (name: string): OrderColumn | null => COLUMN_OF.get(plain(name)) ?? null

/** An address to which a mail can go; whether somebody reads it, only the mail will tell. */
export const isEmail = (value: string): boolean =>
  value.length <= 254 &&
  /^[^\s@<>(),;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u.test(value)

const cellFault = (column: OrderColumn, value: string): LineFault | null => {
  if (value.length > MOST_CELL) return { code: 'too-long', column }
  if (/[\p{Cc}\ufffd]/u.test(value)) return { code: 'unreadable', column }
  if (value === '') return column === 'order' ? { code: 'order-missing' } : null
  if (column === 'email' && !isEmail(value)) return { code: 'not-an-email', column, value }
  if (column === 'date' && readDay(value) === null) return { code: 'not-a-day', column, value }
  return null
}

type Places = readonly (OrderColumn | null)[]

const readLine = ({ line, raw, cells }: TableLine, places: Places): OrderLine | RejectedLine => {
  if (cells === null) return { line, raw, faults: [{ code: 'unclosed-quote' }] }
  if (cells.length !== places.length)
    return { line, raw, faults: [{ code: 'cells', found: cells.length, expected: places.length }] }
  const cellOf = (column: OrderColumn): string => cells[places.indexOf(column)] ?? ''
  const faults = ORDER_COLUMNS.flatMap((column) =>
    places.includes(column) ? (cellFault(column, cellOf(column)) ?? []) : [],
  )
  if (faults.length > 0) return { line, raw, faults }
  const some = (column: OrderColumn): string | null => cellOf(column) || null
  return {
    line,
    order: cellOf('order'),
    firstName: some('firstName'),
    name: some('name'),
    email: some('email')?.toLowerCase() ?? null,
    day: readDay(cellOf('date')),
    solution: some('solution'),
  }
}

const twice = (places: Places): OrderColumn | undefined =>
  places.find((column, at): column is OrderColumn => column !== null && places.indexOf(column) !== at)

/**
 * Those whom a general problem touches are known by their orders (C2): a file is read line by line, strictly; what cannot be used is given
 * back with its reason, and nothing of it is lost.
 */
export const readOrders = (bytes: Uint8Array): OrdersRead | OrdersFault => {
  const decoded = decodeFile(bytes)
  if ('fault' in decoded) return decoded
  const { separator, lines } = readTable(decoded.text)
  const [head, ...rest] = lines
  const names = head?.cells ?? []
  const places = names.map(columnOf)
  if (head === undefined || !places.includes('order')) return { fault: 'no-order-column', found: names.slice(0, 30) }
  const doubled = twice(places)
  if (doubled !== undefined) return { fault: 'column-twice', column: doubled }
  if (rest.length > MOST_LINES) return { fault: 'too-many-lines', lines: rest.length, most: MOST_LINES }
  const read = rest.map((line) => readLine(line, places))
  return {
    encoding: decoded.encoding,
    separator,
    header: head.raw,
    ignored: names.filter((_, at) => places[at] === null),
    orders: read.filter((one) => 'order' in one),
    rejected: read.filter((one) => 'faults' in one),
  }
}

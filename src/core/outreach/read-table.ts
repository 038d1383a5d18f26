export const SEPARATORS = [';', ',', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

/** One line of a table as it stood in the file: what cannot be used is given back in these very characters. */
export type TableLine = {
  /** From 1, as a text editor counts. */
  readonly line: number
  readonly raw: string
  /** Null: a quotation mark that is opened and never closed. */
  readonly cells: readonly string[] | null
}

/** A cell longer than a page is a mark that was never closed: the lines after it are read on their own. */
const MOST_RECORD = 4_000

type Cut = { readonly cells: readonly string[] | null; readonly end: number }

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

/** Reads one record from `from`; a quoted cell may hold separators, doubled marks and ends of lines. */
const cutRecord = (text: string, from: number, separator: Separator): Cut => {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  let at = from
  for (; at < text.length; at += 1) {
    const one = text[at]
    if (quoted) {
      if (at - from > MOST_RECORD) return { cells: null, end: lineEnd(text, from) }
      if (one !== '"') cell += one
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
      continue
    }
    if (one === '\n') break
    if (one === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (one === separator) {
      cells.push(cell.trim())
      cell = ''
    } else cell += one
  }
  if (quoted) return { cells: null, end: lineEnd(text, from) }
  return { cells: [...cells, cell.trim()], end: at }
}

const countOf = (text: string, from: string): number => text.split(from).length - 1

/** The separator that the first line uses most; a file of one column has none, and any will do. */
export const findSeparator = (text: string): Separator => {
  const first = text.slice(0, lineEnd(text, 0))
  return [...SEPARATORS].sort((a, b) => countOf(first, b) - countOf(first, a))[0] ?? ';'
}

/** Every line of a file that says something, in order; none is lost, not even one that cannot be cut into cells. */
export const readTable = (given: string): { readonly separator: Separator; readonly lines: readonly TableLine[] } => {
  const text = given.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  const separator = findSeparator(text)
  const lines: TableLine[] = []
  let line = 1
  for (let from = 0; from < text.length; ) {
    const { cells, end } = cutRecord(text, from, separator)
    const raw = text.slice(from, end)
    if (raw.trim() !== '') lines.push({ line, raw, cells })
    line += countOf(raw, '\n') + 1
    from = end + 1
  }
  return { separator, lines }
}

/** A cell that a spreadsheet would take for a formula is disarmed, and one with a separator is quoted. */
export const writeCell = (value: string, separator: Separator): string => {
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return safe.includes(separator) || /["\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

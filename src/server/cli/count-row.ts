/** How many messages came in the stretch that begins at `at`; `null` where the row holds no number because nobody listened. */
export type CountRow = { readonly timestamp: string; readonly at: number; readonly value: number | null }

const STAMP = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|[+-]\d\d:?\d\d)?$/
const MOST = 1e12

/** A timestamp without an offset is read as UTC: what counts is the time of day and week. */
export const instantOf = (stamp: string): number | null => {
  const [, day, time = '00:00', offset = 'Z'] = STAMP.exec(stamp.trim()) ?? []
  if (day === undefined) return null
  const at = Date.parse(`${day}T${time}${offset.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(at) ? null : at
}

const bare = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1')

/** Reads one row, or says what is wrong with it. */
export const readCountRow = (text: string): CountRow | { readonly trouble: string } => {
  const cells = text.split(',').map(bare)
  const [timestamp = '', count = ''] = cells
  if (cells.length < 2) return { trouble: 'not "timestamp,value"' }
  const at = instantOf(timestamp)
  if (at === null) return { trouble: `"${timestamp.slice(0, 40)}" is no time such as 2026-03-04 05:06:07` }
  if (count === '') return { timestamp, at, value: null }
  const value = Number(count)
  if (!(value >= 0 && value <= MOST)) return { trouble: `"${count.slice(0, 40)}" is no count of messages` }
  return { timestamp, at, value }
}

/** The first line names the columns, as a rule. */
export const isHeading = (text: string): boolean => /^"?timestamp"?\s*,/i.test(text.trim())

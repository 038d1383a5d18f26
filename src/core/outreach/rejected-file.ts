import type { LineFault, RejectedLine } from './read-orders.ts'
import { type Separator, writeCell } from './read-table.ts'

type Said = (fault: LineFault) => string

/**
 * The refused lines as a file that can be mended and imported again: the lines are those of the sender, in their own order, each with
 * what was wrong with it in a last column that the import leaves aside.
 */
export const rejectedFile = (
  header: string,
  rejected: readonly RejectedLine[],
  separator: Separator,
  why: string,
  say: Said,
): string =>
  [
    `${header}${separator}${writeCell(why, separator)}`,
    ...rejected.map(
      ({ line, raw, faults }) => `${raw}${separator}${writeCell(`${line}: ${faults.map(say).join(' ; ')}`, separator)}`,
    ),
    '',
  ].join('\r\n')

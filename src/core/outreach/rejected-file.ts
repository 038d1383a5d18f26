import { type Separator, writeCell } from './read-table.ts'

/** A refused line, with what was wrong in the reader's own words. */
export type SaidLine = { readonly line: number; readonly raw: string; readonly said: readonly string[] }

/**
 * The refused lines as a file that can be mended and imported again (C2): the lines are those of the sender, in their own order, each with
 * what was wrong with it in a last column that the import leaves aside.
 */
export const rejectedFile = (
  header: string,
  rejected: readonly SaidLine[],
  separator: Separator,
  why: string,
): string =>
  [
    `${header}${separator}${writeCell(why, separator)}`,
    ...rejected.map(
      ({ line, raw, said }) => `${raw}${separator}${writeCell(`${line}: ${said.join(' ; ')}`, separator)}`,
    ),
    '',
  ].join('\r\n')

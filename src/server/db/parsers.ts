import pg from 'pg'

const { builtins } = pg.types

/** Counts come as int8; one too big to be exact as a number is refused rather than rounded. */
const parseCount = (text: string): number => {
  const count = Number(text)
  if (Number.isSafeInteger(count)) return count
  throw new RangeError(`${text} is too big to be read as a number: cast it to text in the query`)
}

/** A calendar day or a local time has no instant: it stays text. */
const asText = (text: string): string => text

type Parse = (text: string) => unknown

const ours = new Map<number, Parse>([
  [builtins.INT8, parseCount],
  [builtins.DATE, asText],
  [builtins.TIMESTAMP, asText],
  [builtins.TIMETZ, asText],
])

/** Type parsers for one pool; those of the whole process stay as `pg` has them. */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

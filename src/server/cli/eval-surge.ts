import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { hearBucket } from '#core/surge/hear-bucket.ts'
import { type Series, startSeries } from '#core/surge/series.ts'
import { MINUTE_MS } from '#core/time.ts'
import { type CountRow, isHeading, readCountRow } from './count-row.ts'

type Printer = { readonly print: (line: string) => void; readonly complain: (line: string) => void }

const LONGEST_LINE = 1000
const USUAL_BUCKET_MS = 5 * MINUTE_MS

/** A desk that hears the rows one by one. How long a bucket is, the first two rows tell: until then nothing is known anyway. */
const listener = () => {
  let series: Series | null = null
  let first: CountRow | null = null
  const hear = (known: Series, { at, value }: CountRow) => {
    const heard = hearBucket(known, { at, count: value })
    series = heard.series
    return Number(heard.reading.score.toFixed(6))
  }
  return (row: CountRow): number => {
    if (series !== null) return hear(series, row)
    if (first === null) {
      first = row
      return 0
    }
    const step = row.at - first.at
    const fresh = startSeries('UTC', step > 0 ? step : USUAL_BUCKET_MS)
    return hear(hearBucket(fresh, { at: first.at, count: first.value }).series, row)
  }
}

const read = (text: string): CountRow | { readonly trouble: string } =>
  text.length > LONGEST_LINE ? { trouble: `longer than ${LONGEST_LINE} characters` } : readCountRow(text)

/** Scores each row of a file of counts from the rows before it; a row that cannot be read is told and passed over. */
export const evalSurge = async (file: string, { print, complain }: Printer): Promise<number> => {
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8')
  const hear = listener()
  let number = 0
  let troubles = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text.trim() === '' || (number === 1 && isHeading(text.replace(/^\uFEFF/, '')))) continue
    const row = read(text.replace(/^\uFEFF/, ''))
    if ('trouble' in row) {
      troubles++
      complain(`line ${number}: ${row.trouble}`)
    } else print(JSON.stringify({ timestamp: row.timestamp, value: row.value, score: hear(row) }))
  }
  return troubles > 0 ? 1 : 0
}

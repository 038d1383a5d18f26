import type { Bucket } from './bucket.ts'

/** The last few buckets, newest last; `null` where nobody heard anything. */
export type Recent = readonly (Heard | null)[]
type Heard = { readonly count: number; readonly negative: number | null }

const heardIn = ({ count, negative }: Bucket): Heard | null =>
  count === null ? null : { count, negative: negative ?? null }

/** Moves on by a bucket, and by those that never came before it. */
export const moveOn = (recent: Recent, bucket: Bucket, missed: number, length: number): Recent =>
  [...recent, ...Array<null>(Math.min(missed, length)).fill(null), heardIn(bucket)].slice(-length)

export type Heap = { readonly count: number; readonly buckets: number; readonly negativeShare: number | null }

/** All that was heard in these buckets; the share of the negative only where all of them were read. */
export const heapOf = (recent: Recent): Heap => {
  const heard = recent.filter((one) => one !== null)
  const count = heard.reduce((sum, one) => sum + one.count, 0)
  const negative = heard.reduce<number | null>(
    (sum, one) => (sum === null || one.negative === null ? null : sum + one.negative),
    0,
  )
  return {
    count,
    buckets: heard.length,
    negativeShare: negative === null || count === 0 ? null : Math.min(1, negative / count),
  }
}

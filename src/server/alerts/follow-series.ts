import type { Bucket } from '#core/surge/bucket.ts'
import { hearBucket } from '#core/surge/hear-bucket.ts'
import { judgeBucket } from '#core/surge/judge-bucket.ts'
import type { SurgeReading } from '#core/surge/reading.ts'
import type { Series } from '#core/surge/series.ts'
import { type Instant, MINUTE_MS } from '#core/time.ts'

/** What the desk remembers of a series between two looks. */
export interface Followed {
  series: Series
  /** When the bucket began that is not learned yet. */
  bucketAt: Instant
}

/** How long a bucket is. */
export const BUCKET_MS = 5 * MINUTE_MS

/** How many messages came in a bucket, so far, and how many of them are negative; null where not all of them were read. */
export interface Count {
  count: number
  negative: number | null
}

export const NOTHING: Count = { count: 0, negative: 0 }

/** What came in a bucket; null when nobody could hear it. */
export interface Heard {
  /** In the bucket that was running at the last look. */
  last: Count | null
  /** In the bucket that runs now. */
  running: Count | null
}

const bucketOf = (at: Instant, heard: Count | null): Bucket => ({
  ...{ at, count: heard?.count ?? null },
  ...(heard !== null && heard.negative !== null && { negative: heard.negative }),
})

export interface Looked extends Followed {
  /** The bucket that ended since, if one did. */
  ended: SurgeReading | null
  running: SurgeReading
}

/**
 * Learns the bucket that ended, then judges the one that runs. When the desk was not running for a whole bucket, the one before was not heard
 * to its end and those between not at all: nothing is learned of them (L4).
 */
export const followSeries = ({ series, bucketAt }: Followed, at: Instant, heard: Heard): Looked => {
  if (at <= bucketAt)
    return { series, bucketAt, ended: null, running: judgeBucket(series, bucketOf(bucketAt, heard.running)) }
  const wasThere = at - bucketAt === series.bucketMs
  const { reading, series: learned } = hearBucket(series, bucketOf(bucketAt, wasThere ? heard.last : null))
  return { series: learned, bucketAt: at, ended: reading, running: judgeBucket(learned, bucketOf(at, heard.running)) }
}

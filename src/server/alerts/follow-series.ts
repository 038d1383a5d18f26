import { hearBucket } from '#core/surge/hear-bucket.ts'
import { judgeBucket } from '#core/surge/judge-bucket.ts'
import type { SurgeReading } from '#core/surge/reading.ts'
import type { Series } from '#core/surge/series.ts'
import type { Instant } from '#core/time.ts'

/** What the desk remembers of a series between two looks. */
export interface Followed {
  series: Series
  /** When the bucket began that is not learned yet. */
  bucketAt: Instant
}

/** How many messages came in a bucket, so far; null when nobody could hear them. */
export interface Heard {
  /** In the bucket that was running at the last look. */
  last: number | null
  /** In the bucket that runs now. */
  running: number | null
}

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
    return { series, bucketAt, ended: null, running: judgeBucket(series, { at: bucketAt, count: heard.running }) }
  const wasThere = at - bucketAt === series.bucketMs
  const { reading, series: learned } = hearBucket(series, { at: bucketAt, count: wasThere ? heard.last : null })
  return { series: learned, bucketAt: at, ended: reading, running: judgeBucket(learned, { at, count: heard.running }) }
}

import type { Bucket } from './bucket.ts'
import { judgeBucket } from './judge-bucket.ts'
import { learnBucket } from './learn-bucket.ts'
import type { SurgeReading } from './reading.ts'
import type { Series } from './series.ts'
import { SURGE_SETTINGS, type SurgeSettings } from './settings.ts'

/** Judges a bucket that is over, and only then learns from it: no score knows what came later (L3). */
export const hearBucket = (
  series: Series,
  bucket: Bucket,
  s: SurgeSettings = SURGE_SETTINGS,
): { readonly series: Series; readonly reading: SurgeReading } => ({
  reading: judgeBucket(series, bucket, s),
  series: learnBucket(series, bucket, s),
})

import type { Bucket } from './bucket.ts'
import { explainSurge } from './explain.ts'
import { heightOf } from './height.ts'
import { type Measured, measure } from './measure.ts'
import type { SurgeReading } from './reading.ts'
import { isRecord } from './record.ts'
import { countOf, overdispersionOf } from './root.ts'
import type { Series } from './series.ts'
import { SURGE_SETTINGS, type SurgeSettings } from './settings.ts'
import { isSilence, lengthenQuiet, type Quiet } from './silence.ts'

/** The silence that this bucket is part of, if any. */
export const quietWith = (series: Series, bucket: Bucket, { now, lean }: Measured, s: SurgeSettings): Quiet | null =>
  bucket.count === null
    ? series.quiet
    : lengthenQuiet(series.quiet, now, bucket.count, countOf(series.inBucket.level + lean, s.damping))

/** Whether a silence is more than chance, by how widely this brand's counts scatter. */
export const isBroken = (
  quiet: Quiet | null,
  { inBucket }: Series,
  { now, lean }: Measured,
  s: SurgeSettings,
): quiet is Quiet =>
  isSilence(quiet, now, overdispersionOf(inBucket.variance, countOf(inBucket.level + lean, s.damping), s.damping))

const feedOf = (bucket: Bucket, silent: boolean): SurgeReading['feed'] => {
  if (bucket.count === null) return 'unheard'
  return silent ? 'silent' : 'heard'
}

/**
 * How unusual a bucket is, from the past alone. It may be asked again and again of the bucket that is running: what came so far is the
 * least that it will hold, so an alert that it deserves already is not taken back by what follows. Nothing is learned (L3).
 */
export const judgeBucket = (series: Series, bucket: Bucket, s: SurgeSettings = SURGE_SETTINGS): SurgeReading => {
  const measured = measure(series, bucket, s)
  const height = heightOf(measured.surprise, series.peaks, s)
  const told = measured.isMany && height > 0 && isRecord(series.mark, height, measured.now, s)
  // A bucket that is not over may be empty by chance: it ends a silence, and lengthens none.
  const quiet = bucket.count === 0 ? series.quiet : quietWith(series, bucket, measured, s)
  const silent = isBroken(quiet, series, measured, s)
  return {
    at: bucket.at,
    score: told ? height / (height + s.alertHeight) : 0,
    height,
    why: explainSurge(series, measured, s),
    state: series.peaks.usual === null ? 'learning' : 'known',
    feed: feedOf(bucket, silent),
    silence: silent ? quiet : null,
  }
}

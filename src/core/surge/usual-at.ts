import type { Instant } from '#core/time.ts'
import { leanAt } from './habit.ts'
import { countOf } from './root.ts'
import type { Series } from './series.ts'
import { SURGE_SETTINGS } from './settings.ts'
import { wallHourAt } from './wall-hour.ts'

/** How many are usual in one bucket at this hour of this weekday, by what the series knows now; null while it knows nothing (L2). */
export const usualAt = (series: Series, at: Instant): number | null =>
  series.inSpan.known === 0
    ? null
    : countOf(series.inSpan.level + leanAt(series.habit, wallHourAt(series.timeZone, at)), SURGE_SETTINGS.damping)

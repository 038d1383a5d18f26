import type { readingRoutes } from '#contract/readings.ts'
import { correctReading } from '#server/actions/correct-reading.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const readings: Implementations<typeof readingRoutes> = { correctReading: forActor(correctReading) }

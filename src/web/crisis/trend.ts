import type { IncidentView } from '#contract/incidents.ts'

type Curve = IncidentView['curve']

/** Where the mentions stand: how high they were, and whether they rise or fall since then. */
export type Trend = {
  readonly peakAt: number
  /** How many times the usual at the peak; null where no habit is known, or hardly one is usual. */
  readonly times: number | null
  readonly way: 'rising' | 'falling' | 'calm'
}

/** So many buckets tell what a single one does not: which scatter. */
const RECENT = 4
const FALLEN = 0.8

const sum = (points: Curve['points']) => points.reduce((all, { count }) => all + count, 0)

/** Whether ground is gained or lost: the last buckets beside the highest as many of before (C3). */
export const trendOf = ({ points }: Curve): Trend | null => {
  const over = points.slice(0, -1)
  const running = points.at(-1)
  const ended = over.reduce<Curve['points'][number] | null>(
    (most, one) => (one.count > (most?.count ?? 0) ? one : most),
    null,
  )
  // What came so far is the least that the running bucket will hold: above all others it is the peak already.
  const isHighest = running !== undefined && running.count > (ended?.count ?? 0)
  const peak = isHighest ? running : ended
  if (peak === null || peak.count === 0) return null
  const recent = Math.max(sum(over.slice(-RECENT)), sum(points.slice(-RECENT)))
  let highest = 0
  for (let n = RECENT; n <= over.length; n += 1) highest = Math.max(highest, sum(over.slice(n - RECENT, n)))
  const usual = over.slice(-RECENT).reduce((all, one) => all + (one.usual ?? 0), 0)
  const isCalm = recent <= Math.max(RECENT, 2 * usual) && highest > recent
  const way = isHighest ? 'rising' : isCalm ? 'calm' : recent < FALLEN * highest ? 'falling' : 'rising'
  const times = peak.usual === null || peak.usual < 0.5 ? null : peak.count / peak.usual
  return { peakAt: peak.at, times, way }
}

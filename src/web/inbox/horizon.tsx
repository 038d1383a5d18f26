import { useQuery } from '@tanstack/react-query'
import type { InboxFilter } from '#contract/inbox.ts'
import type { DeskContract } from '#contract/index.ts'
import type { OutputOf } from '#contract/route.ts'
import { useSpeech } from '../words/words.ts'
import { horizonQuery } from './horizon-query.ts'
import './horizon.css'

export type HorizonView = OutputOf<DeskContract['readHorizon']>

const FROM = -30
const TO = 150
const WIDTH = 340
const HEIGHT = 20
const xOf = (minutes: number) => ((minutes - FROM) / (TO - FROM)) * WIDTH
const MARKS = [0, 30, 60, 120] as const

/** The strip of coming deadlines: red is past, amber is the next half hour, each bar five minutes of promises. */
export function Horizon({ filter }: { filter: InboxFilter }) {
  const { w, f } = useSpeech()
  const { data } = useQuery(horizonQuery(filter))
  const bars = (data?.bars ?? []).filter((bar) => bar.toMinutes > FROM && bar.fromMinutes < TO)
  const highest = Math.max(4, ...bars.map((bar) => bar.count))
  const soon = bars.filter((b) => b.fromMinutes >= 0 && b.fromMinutes < 30).reduce((sum, b) => sum + b.count, 0)
  return (
    <svg
      className="horizon"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`}
      role="img"
      aria-label={data === undefined ? w.inbox.horizon : w.inbox.horizonSays(f.number(data.late), f.number(soon))}
    >
      {(data?.late ?? 0) > 0 && <rect className="horizon-past" x={0} y={0} width={xOf(0)} height={HEIGHT} />}
      {bars.map((bar) => {
        const height = Math.max(3, Math.sqrt(bar.count / highest) * (HEIGHT - 1))
        const tone = bar.fromMinutes < 0 ? 'late' : bar.fromMinutes < 30 ? 'soon' : 'calm'
        const x = xOf(Math.max(FROM, bar.fromMinutes)) + 2
        return (
          <rect key={bar.fromMinutes} className={tone} x={x} y={HEIGHT - height} width={4} height={height} rx={1} />
        )
      })}
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      {MARKS.map((minutes) => (
        <text key={minutes} x={xOf(minutes)} y={HEIGHT + 12} textAnchor="middle">
          {minutes === 0 ? w.inbox.due : f.spell(minutes)}
        </text>
      ))}
    </svg>
  )
}

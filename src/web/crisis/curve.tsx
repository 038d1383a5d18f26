import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { useSpeech } from '../words/words.ts'
import type { CellPart } from './cell.tsx'
import { useCrisisWords } from './words.ts'

const WIDE = 640
const HIGH = 180
const LEFT = 34
const BOTTOM = 22
const TOP = 8
const TICKS = 6

/** The next round figure above a count. */
const ceilingOf = (most: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return Math.max(4, [1, 2, 5, 10].map((n) => n * step).find((n) => n >= most) ?? most)
}

/** Mentions through time against what is usual; the figures stand beside it as a table. */
export function Curve({ cell: { curve, isLinkingPast, matching } }: CellPart) {
  const c = useCrisisWords()
  const { f } = useSpeech()
  const now = useNow()
  const { points, bucketMs } = curve
  const [first, last] = [points[0], points.at(-1)]
  const most = ceilingOf(Math.max(...points.map(({ count, usual }) => Math.max(count, usual ?? 0)), 1))
  const span = Math.max(1, (last?.at ?? 0) - (first?.at ?? 0))
  const x = (at: number) => LEFT + ((at - (first?.at ?? 0)) / span) * (WIDE - LEFT - 4)
  const y = (n: number) => TOP + (1 - n / most) * (HIGH - TOP - BOTTOM)
  const line = (read: (one: (typeof points)[number]) => number | null) =>
    points.flatMap((one) => {
      const n = read(one)
      return n === null ? [] : [`${x(one.at).toFixed(1)},${y(n).toFixed(1)}`]
    })
  const counted = line(({ count }) => count)
  const usual = line(({ usual: n }) => n)
  const isKnown = usual.length > 0
  const ticks = Array.from({ length: TICKS }, (_, n) => (first?.at ?? 0) + (span * (n + 0.5)) / TICKS)
  const saysNothing = !matching.all && matching.topics.length === 0 && matching.words.length === 0
  return (
    <Panel title={c.curve(f.spell(bucketMs / 60_000))} note={isKnown ? c.usual : c.noUsual}>
      {saysNothing && <p className="late">{c.nothingLinked}</p>}
      {isLinkingPast && <p className="quiet small">{c.linking}</p>}
      <svg className="curve" viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
        {[0, most / 2, most].map((n) => (
          <g key={n}>
            <line className="curve-rule" x1={LEFT} x2={WIDE - 4} y1={y(n)} y2={y(n)} />
            <text x={LEFT - 6} y={y(n) + 4} textAnchor="end">
              {f.number(n)}
            </text>
          </g>
        ))}
        {ticks.map((at) => (
          <text key={at} x={x(at)} y={HIGH - 6} textAnchor="middle">
            {f.clock(at)}
          </text>
        ))}
        <polygon
          className="curve-area"
          points={[`${x(first?.at ?? 0)},${y(0)}`, ...counted, `${WIDE - 4},${y(0)}`].join(' ')}
        />
        <polyline className="curve-line" points={counted.join(' ')} />
        <polyline className="curve-usual" points={usual.join(' ')} />
      </svg>
      <details className="curve-table">
        <summary>{c.curveTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{c.curveAt}</th>
              <th scope="col">{c.curveCount}</th>
              <th scope="col">{c.curveUsual}</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ at, count, usual: n }) => (
              <tr key={at}>
                <th scope="row">{f.moment(at, now)}</th>
                <td>{f.number(count)}</td>
                <td>{n === null ? '' : f.number(Math.round(n * 10) / 10)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  )
}

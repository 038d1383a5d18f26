import type { DrillConsole } from '#contract/drills.ts'
import { useSpeech } from '../words/words.ts'
import { useDrillWords } from './words.ts'

type Pulse = DrillConsole['pulses'][number]

const WIDTH = 640
const HEIGHT = 120
const LEAST_TOP = 10

/** Mentions and opinion over the story: two lines told apart by their stroke, and the same figures in a table. */
export function Curve({ pulses }: { pulses: readonly Pulse[] }) {
  const t = useDrillWords()
  const last = pulses.at(-1)
  const first = pulses[0]
  if (last === undefined || first === undefined) return <p className="quiet">{t.curveNone}</p>
  const end = Math.max(last.minute, 5)
  const most = Math.max(...pulses.map(({ volume }) => volume))
  const top = Math.max(LEAST_TOP, most)
  const line = (y: (pulse: Pulse) => number) =>
    pulses.map((pulse) => `${((pulse.minute / end) * WIDTH).toFixed(1)},${y(pulse).toFixed(1)}`).join(' ')
  return (
    <figure className="drill-curve">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.curveLabel(first.volume, last.volume, most)}
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className="zero" />
        <polyline className="volume" points={line(({ volume }) => HEIGHT - (volume / top) * (HEIGHT - 4))} />
        <polyline className="opinion" points={line(({ opinion }) => HEIGHT / 2 - (opinion / 100) * (HEIGHT / 2 - 2))} />
      </svg>
      <figcaption>
        <span className="key volume">{t.volume}</span> <span className="key opinion">{t.opinion}</span>{' '}
        <span className="drill-curve-says">{t.curveSays(last.volume, last.opinion, last.waiting, last.late)}</span>
      </figcaption>
      <details>
        <summary>{t.curveTable}</summary>
        <Figures pulses={pulses} />
      </details>
    </figure>
  )
}

function Figures({ pulses }: { pulses: readonly Pulse[] }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  return (
    <table className="drill-figures">
      <thead>
        <tr>
          {[t.minute, t.volume, t.opinion, t.waiting, t.late].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pulses.map((pulse) => (
          <tr key={pulse.minute}>
            <th scope="row">{f.spell(pulse.minute)}</th>
            <td>{pulse.volume}</td>
            <td>{pulse.opinion}</td>
            <td>{pulse.waiting}</td>
            <td>{pulse.late}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

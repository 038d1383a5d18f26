import type { DebriefView } from '#contract/drills.ts'
import { Moments } from './moments.tsx'
import { useDrillWords, useSaid } from './words.ts'

type Score = DebriefView['codes'][number]

/** Rule by rule: the mark, what it was before, why, what to do instead, and the moments themselves. */
export function Scores({ codes }: { codes: readonly Score[] }) {
  const t = useDrillWords()
  return (
    <section className="drill-scores" aria-labelledby="drill-scores">
      <h2 id="drill-scores">{t.scores}</h2>
      {codes.map((one) => (
        <ScoreLine key={one.code} one={one} />
      ))}
    </section>
  )
}

function ScoreLine({ one }: { one: Score }) {
  const t = useDrillWords()
  const said = useSaid()
  return (
    <article className="panel">
      <h3>
        {one.code}, {one.score === null ? t.noOccasion : t.total(one.score)}
        <span className="quiet small">
          {' '}
          ({t.weight(one.weight)}
          {one.trend !== null && one.before !== null && `, ${t.before(one.before)}, ${t.trends[one.trend]}`})
        </span>
      </h3>
      {one.score !== null && (
        <meter min={0} max={100} low={50} high={75} optimum={100} value={one.score} aria-label={one.code} />
      )}
      <p>{said(one.why)}</p>
      {one.instead !== null && (
        <p>
          <b>{t.instead}</b> {said(one.instead)}
        </p>
      )}
      <Moments moments={one.moments} told={one} />
    </article>
  )
}

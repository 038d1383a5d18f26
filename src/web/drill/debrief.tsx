import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DebriefView, DrillView } from '#contract/drills.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { Curve } from './curve.tsx'
import { debriefQuery } from './drill-queries.ts'
import { NoteLines } from './notes.tsx'
import { Scores } from './scores.tsx'
import { useDrillWords, useSaid } from './words.ts'

/** How it went: in one line, rule by rule with the moments, and beside the drills before. It prints as it stands. */
export function Debrief({ drill }: { drill: DrillView }) {
  const { w, f } = useSpeech()
  const t = useDrillWords()
  const said = useSaid()
  const { data } = useQuery(debriefQuery())
  if (data === undefined)
    return (
      <Page title={w.places.drill} answer={t.over}>
        <Skeleton rows={6} />
      </Page>
    )
  return (
    <Page
      title={said(data.title)}
      answer={t.debriefSays(data.total, t.outcomes[data.outcome])}
      acts={<Button onPress={() => window.print()}>{t.print}</Button>}
    >
      <div className="drill-debrief">
        <p className="quiet small">
          {f.moment(data.startedAt, drill.now)}, {t.lasted(f.spell(data.lasted), data.compression)}.{' '}
          {f.list(data.people.map(({ name, part }) => `${name} (${t.parts[part]})`))}.
        </p>
        {data.says.map((one) => (
          <p key={one.fr} className="prose">
            {said(one)}
          </p>
        ))}
        <Panel title={t.lesson}>
          <p className="prose">{said(data.lesson)}</p>
        </Panel>
        <Panel title={t.curve} note={t.peak(f.spell(data.peak.minute), data.peak.volume)}>
          <Curve pulses={data.pulses} />
        </Panel>
        <Scores codes={data.codes} />
        <HeldIn stopped={data.stopped} />
        <Panel title={t.observers}>
          {data.notes.length === 0 ? <p className="quiet">{t.observersNone}</p> : <NoteLines notes={data.notes} />}
        </Panel>
        <Earlier data={data} now={drill.now} />
        <p className="drill-links">
          <Link to="/w/$workspace/drill" params={{ workspace: drill.brandId }}>
            {t.backToBrand}
          </Link>
        </p>
      </div>
    </Page>
  )
}

/** What the guard kept in: nobody heard it, and it teaches all the same. */
function HeldIn({ stopped }: { stopped: DebriefView['stopped'] }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  return (
    <Panel title={t.kept}>
      {stopped.length === 0 && <p className="quiet">{t.keptNone}</p>}
      <ul className="drill-words">
        {stopped.map((one) => (
          <li key={`${one.minute} ${one.by?.id} ${one.codes.join(' ')}`}>
            {t.keptLine(f.spell(one.minute), one.by?.name ?? t.nobody, f.list(one.codes))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Earlier({ data, now }: { data: DebriefView; now: number }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  const said = useSaid()
  return (
    <Panel title={t.comparison}>
      {data.earlier.length === 0 && <p className="quiet">{t.comparisonNone}</p>}
      {data.earlier.length > 0 && data.comparison.map((one) => <p key={one.fr}>{said(one)}</p>)}
      <ul className="drill-words">
        {data.earlier.map((one) => (
          <li key={one.workspaceId}>
            <span className="quiet small">{f.moment(one.startedAt, now)}</span>
            <span>
              {t.total(one.total)}, {t.outcomes[one.outcome]}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

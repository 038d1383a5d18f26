import { useQuery } from '@tanstack/react-query'
import type { DrillConsole } from '#contract/drills.ts'
import { Panel } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { Curve } from './curve.tsx'
import { consoleQuery } from './drill-queries.ts'
import { Moments } from './moments.tsx'
import { Notes } from './notes.tsx'
import { PutWords } from './put-words.tsx'
import { Upcoming } from './upcoming.tsx'
import { useDrillWords } from './words.ts'

/** What only observers see: the curve, each person’s mood, who does what, and what is to come. */
export function Console() {
  const t = useDrillWords()
  const { data } = useQuery(consoleQuery())
  if (data === undefined) return <Skeleton rows={4} />
  return (
    <section className="drill-console" aria-labelledby="drill-console">
      <h2 id="drill-console">{t.console}</h2>
      <p className="quiet small">{t.consoleNote}</p>
      <Panel title={t.curve}>
        <Curve pulses={data.pulses} />
      </Panel>
      <Upcoming upcoming={data.upcoming} />
      <Panel title={t.add}>
        <PutWords people={data.people} />
      </Panel>
      <Panel title={t.moods}>
        <Moods people={data.people} />
      </Panel>
      <Deeds deeds={data.deeds} />
      {data.moments.length > 0 && (
        <Panel title={t.scores}>
          <Moments moments={data.moments} />
        </Panel>
      )}
      <Notes notes={data.notes} />
    </section>
  )
}

function Moods({ people }: { people: DrillConsole['people'] }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  return (
    <ul className="drill-moods">
      {people.map((one) => (
        <li key={one.id}>
          <span>
            <b>{one.name}</b>{' '}
            <span className="quiet small">
              {t.roles[one.role] ?? one.role}, {t.followers(f.number(one.followers))}
            </span>
          </span>
          <span>
            {t.feels(one.opinion)} ({one.opinion}){one.settled && `, ${t.settled}`}
            {one.waitsSince !== null && `, ${t.waitsSince(f.spell(one.waitsSince))}`}
            {one.late && `, ${t.isLate}`}
            {one.answers > 0 && `, ${t.answered(one.answers)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Deeds({ deeds }: { deeds: DrillConsole['deeds'] }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  return (
    <Panel title={t.deeds}>
      {deeds.length === 0 && <p className="quiet">{t.deedsNone}</p>}
      <ul className="drill-words">
        {deeds.map((one) => (
          <li key={one.id}>
            <span className="quiet small">
              {f.spell(one.minute)}, {one.by?.name ?? t.nobody} {t.deed[one.kind] ?? one.kind}{' '}
              {one.person !== null && t.about(one.person)}
            </span>
            {one.text !== '' && <q>{one.text}</q>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

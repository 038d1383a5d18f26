import { useQuery } from '@tanstack/react-query'
import type { DrillsView } from '#contract/drills.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { drillsQuery } from './drill-queries.ts'
import { StartForm } from './start-form.tsx'
import { useEnter } from './use-enter.ts'
import { type DrillWords, useDrillWords, useSaid } from './words.ts'

type Drill = DrillsView['drills'][number]

const answerOf = (t: DrillWords, running: readonly Drill[], said: ReturnType<typeof useSaid>): string => {
  const [one] = running
  if (one === undefined) return t.hallNone
  return running.length === 1 ? t.hallRunning(said(one.title)) : t.hallRunningMore(running.length)
}

/** The drills of a brand: what runs, what can be played, and what was. */
export function Hall() {
  const { w } = useSpeech()
  const t = useDrillWords()
  const said = useSaid()
  const { can } = useDesk()
  const { data } = useQuery(drillsQuery())
  if (data === undefined)
    return (
      <Page title={w.places.drill} answer={'\u00a0'}>
        <Skeleton rows={6} />
      </Page>
    )
  const running = data.drills.filter(({ state }) => state !== 'over')
  const over = data.drills.filter(({ state }) => state === 'over')
  return (
    <Page title={w.places.drill} answer={answerOf(t, running, said)}>
      {running.length > 0 && (
        <ul className="drill-lines">
          {running.map((one) => (
            <DrillLine key={one.workspaceId} one={one} now={data.now} />
          ))}
        </ul>
      )}
      {can('drill.run') ? <StartForm scenarios={data.scenarios} /> : <p className="quiet">{t.mayNot}</p>}
      <Panel title={t.past}>
        {over.length === 0 && <p className="quiet">{t.pastNone}</p>}
        <ul className="drill-lines">
          {over.map((one) => (
            <DrillLine key={one.workspaceId} one={one} now={data.now} />
          ))}
        </ul>
      </Panel>
    </Page>
  )
}

function DrillLine({ one, now }: { one: Drill; now: number }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  const said = useSaid()
  const enter = useEnter()
  const how =
    one.total === null || one.outcome === null
      ? `${t.states[one.state]}, ${f.spell(one.minute)}`
      : `${t.total(one.total)}, ${t.outcomes[one.outcome]}`
  return (
    <li>
      <span>
        <b>{said(one.title)}</b> <span>{how}</span>
        <span className="drill-sub quiet">
          {t.pastOf(f.moment(one.startedAt, now), one.startedBy.name, one.compression)}
        </span>
      </span>
      {one.mine ? (
        <Button small onPress={() => enter(one.workspaceId)}>
          {one.state === 'over' ? t.readDebrief : t.enter}
        </Button>
      ) : (
        <span className="quiet small">{t.notYours}</span>
      )}
    </li>
  )
}

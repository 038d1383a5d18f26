import type { DrillConsole } from '#contract/drills.ts'
import { api, codeOf } from '../api.ts'
import { queryClient } from '../query.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { consoleQuery } from './drill-queries.ts'
import { useDrillWords, useSaid } from './words.ts'

/** What is to come, each with a way to have it now. */
export function Upcoming({ upcoming }: { upcoming: DrillConsole['upcoming'] }) {
  const { w, f } = useSpeech()
  const t = useDrillWords()
  const said = useSaid()
  const callForward = async (inject: string) => {
    try {
      await api.orderInject({ inject })
      sayDone(t.ordered)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await queryClient.invalidateQueries({ queryKey: consoleQuery().queryKey })
    }
  }
  return (
    <Panel title={t.upcoming}>
      {upcoming.length === 0 && <p className="quiet">{t.upcomingNone}</p>}
      <ul className="drill-lines">
        {upcoming.map((one) => (
          <li key={one.id}>
            <span>
              <span className="quiet small">
                {f.spell(one.minute)}
                {one.conditional && `, ${t.conditional}`}
              </span>{' '}
              <b>{t.upcomingFrom(said(one.from))}</b> {said(one.says)}
            </span>
            <Button small aria-label={t.nowOf(said(one.says))} onPress={() => callForward(one.id)}>
              {t.now}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

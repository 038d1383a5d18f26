import { useQuery } from '@tanstack/react-query'
import { api, workspaceId } from '../api.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Removal } from './removal.tsx'
import { useModerationWords } from './words.ts'
import './moderation.css'

/** What was removed by law, why, by whom: the list that shows that criticism never is (D1). */
export function Moderation() {
  const m = useModerationWords()
  const { data, isPending } = useQuery({ queryKey: [workspaceId(), 'removals'], queryFn: () => api.listRemovals() })
  const removals = data?.removals ?? []
  const counts = data?.counts ?? []
  const waiting = removals.filter(({ state }) => state === 'asked').length
  const hidden = counts.reduce((sum, one) => sum + one.hidden, 0)
  return (
    <Page title={m.title} answer={isPending ? '\u00a0' : m.answer(waiting, hidden)}>
      <Panel title={m.counts} note={m.note}>
        <dl className="facts removal-counts">
          {counts.map(({ cause, asked, hidden: done }) => (
            <div key={cause}>
              <dt>{m.causes[cause]}</dt>
              <dd>{m.counted(asked, done)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={m.list}>
        {isPending && <Skeleton rows={3} tall />}
        {!isPending && removals.length === 0 && <p className="quiet">{m.none}</p>}
        <ul className="removals">
          {removals.map((one) => (
            <Removal key={one.id} one={one} />
          ))}
        </ul>
      </Panel>
    </Page>
  )
}

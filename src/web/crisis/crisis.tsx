import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { IncidentsView } from '#contract/incidents.ts'
import { workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { Cell } from './cell.tsx'
import { DeclareForm } from './declare-form.tsx'
import { useCrisisWords } from './words.ts'
import './crisis.css'

/** The cell that is asked for, else the newest that is open, else what to do when one is needed. */
export function Crisis() {
  const c = useCrisisWords()
  const { can } = useDesk()
  const { incident } = useSearch({ from: '/w/$workspace/crisis' })
  const { data, isPending } = useQuery(queries.incidents())
  const id = incident ?? data?.open[0]?.id
  if (id !== undefined)
    return (
      <Cell key={id} id={id}>
        {data !== undefined && <Others data={data} except={id} />}
      </Cell>
    )
  return (
    <Page title={c.title} answer={isPending ? '\u00a0' : c.none}>
      {isPending && <Skeleton rows={3} tall />}
      {!isPending && can('incident.declare') && (
        <Panel title={c.open} note={c.noneNote}>
          <DeclareForm />
        </Panel>
      )}
      {data !== undefined && <Others data={data} except={null} />}
    </Page>
  )
}

/** The other cells: those that are open first. */
function Others({ data, except }: { data: IncidentsView; except: string | null }) {
  const c = useCrisisWords()
  const { f } = useSpeech()
  const now = useNow()
  const groups = [
    { title: c.others, cells: data.open.map((one) => ({ ...one, detail: c.levels[one.level] })) },
    {
      title: c.closedOnes,
      cells: data.closed.map((one) => ({ ...one, detail: c.closedAt(f.moment(one.closedAt, now)) })),
    },
  ].map(({ title, cells }) => ({ title, cells: cells.filter(({ id }) => id !== except) }))
  return groups.map(
    ({ title, cells }) =>
      cells.length > 0 && (
        <Panel key={title} title={title}>
          <ul className="cells">
            {cells.map(({ id, title: name, detail }) => (
              <li key={id}>
                <Link to="/w/$workspace/crisis" params={{ workspace: workspaceId() }} search={{ incident: id }}>
                  {name}
                </Link>{' '}
                <span className="quiet small">{detail}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ),
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { OutreachView } from '#contract/outreach.ts'
import { workspaceId } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { answerOf, toTellNow } from './answer.ts'
import { Imports } from './imports.tsx'
import { MessageForm } from './message-form.tsx'
import { ObjectionForm } from './objection-form.tsx'
import { People } from './people.tsx'
import { Progress } from './progress.tsx'
import { outreachQuery } from './query.ts'
import { Reading } from './reading.tsx'
import { useOutreachWords } from './words.ts'
import './outreach.css'

const isUnderWay = (state: string | undefined) =>
  state === 'running' || state === 'paused' || state === 'over' || state === 'withdrawn'

function Affected({ view }: { view: OutreachView }) {
  const o = useOutreachWords()
  const { affected, canMail } = view
  return (
    <Panel title={o.affected} note={o.affectedNote}>
      <p>
        {o.sources(affected.ofOrders, affected.wrote, affected.ofFact)}. {o.toldBefore(affected.toldBefore)}{' '}
        {o.optedOut(affected.optedOut)}
      </p>
      {!canMail && <p className="late">{o.noMail}</p>}
    </Panel>
  )
}

/** Those whom an incident touches: who they are, what they are told, and who was (C2). */
export function Outreach() {
  const o = useOutreachWords()
  const { can } = useDesk()
  const { incident } = useParams({ from: '/w/$workspace/incidents/$incident/outreach' })
  const { data: view, error } = useQuery(outreachQuery(incident))
  if (error !== null) return <Trouble error={error} />
  if (view === undefined)
    return (
      <Page title={o.title(0)} answer={'\u00a0'}>
        <Skeleton rows={4} tall />
      </Page>
    )
  const { outreach } = view
  const may = can('case.work') && view.incident.open
  const writes =
    may &&
    (outreach === null || outreach.state === 'draft' || outreach.state === 'over' || outreach.state === 'withdrawn')
  return (
    <Page
      title={o.title(toTellNow(view))}
      answer={answerOf(o, view)}
      acts={
        <Link to="/w/$workspace/crisis" params={{ workspace: workspaceId() }} search={{ incident }}>
          {o.back(view.incident.title)}
        </Link>
      }
    >
      {outreach !== null && isUnderWay(outreach.state) && (
        <Progress outreach={outreach} may={can('case.work')} isOpen={view.incident.open} />
      )}
      {outreach?.state === 'asked' && <Reading outreach={outreach} isOpen={view.incident.open} />}
      <Affected view={view} />
      <Imports view={view} may={may} />
      {writes && <MessageForm key={outreach?.state === 'draft' ? outreach.id : 'new'} view={view} />}
      {outreach !== null && <People outreach={outreach} />}
      {may && <ObjectionForm />}
    </Page>
  )
}

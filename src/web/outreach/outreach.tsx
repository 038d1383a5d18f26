import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { OutreachView } from '#contract/outreach.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Imports } from './imports.tsx'
import { MessageForm } from './message-form.tsx'
import { ObjectionForm } from './objection-form.tsx'
import { People } from './people.tsx'
import { Progress } from './progress.tsx'
import { outreachQuery } from './query.ts'
import { Reading } from './reading.tsx'
import { type OutreachWords, useOutreachWords } from './words.ts'
import './outreach.css'

const isUnderWay = (state: string | undefined) =>
  state === 'running' || state === 'paused' || state === 'over' || state === 'withdrawn'

/** The screen's question, « who is told, and who is not yet », in one sentence. */
const answerOf = (o: OutreachWords, { affected, outreach }: OutreachView): string => {
  if (outreach?.state === 'asked')
    return o.answer.asked(outreach.count.planned, outreach.readersNeeded - outreach.approvedBy.length)
  if (outreach?.state === 'paused') return o.answer.paused(outreach.count.planned)
  if (outreach?.state === 'running')
    return o.answer.running(outreach.count.sent, outreach.count.people, outreach.count.answered)
  if (affected.people === 0) return o.answer.nobody
  if (outreach?.state === 'over' && affected.toTell === 0)
    return o.answer.running(outreach.count.sent, outreach.count.people, outreach.count.answered)
  return o.answer.toTell(affected.people, affected.toTell, affected.wrote)
}

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
    <Page title={o.title(view.affected.toTell)} answer={answerOf(o, view)}>
      {outreach !== null && isUnderWay(outreach.state) && <Progress outreach={outreach} may={may} />}
      {outreach?.state === 'asked' && <Reading outreach={outreach} />}
      <Affected view={view} />
      <Imports view={view} may={may} />
      {writes && <MessageForm key={outreach?.state === 'draft' ? outreach.id : 'new'} view={view} />}
      {outreach !== null && <People outreach={outreach} />}
      {may && <ObjectionForm />}
    </Page>
  )
}

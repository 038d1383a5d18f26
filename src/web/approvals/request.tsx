import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ApprovalView } from '#contract/approval-shape.ts'
import { api, workspaceId } from '../api.ts'
import { Message } from '../case/message.tsx'
import { useNow } from '../clock.ts'
import { queries } from '../query.ts'
import { useAccounts } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useMedia } from '../ui/use-media.ts'
import { useSpeech } from '../words/words.ts'
import { fuseOf } from './fuse.tsx'
import { sayReason } from './reason.ts'
import { RequestWords } from './request-words.tsx'
import { useApprovalWords } from './words.ts'

/** The last of the exchange stand before the words; the rest is one press away. */
const SHOWN = 3

/** One reply that waits: the conversation, why it waits, the words, and what to do with them. */
export function Request({ id, onBack, onDone }: { id: string; onBack: () => void; onDone: () => void }) {
  const a = useApprovalWords()
  const { account } = useAccounts()
  // On a phone the request is the page, and its name the title.
  const [all, setAll] = useState(false)
  const alone = useMedia('(max-width: 720px)')
  const { data: approval, error } = useQuery({
    queryKey: [workspaceId(), 'approval', id],
    queryFn: () => api.readApproval({ id }),
  })
  const { data: view } = useQuery({ ...queries.case(approval?.caseId ?? ''), enabled: approval !== undefined })
  const back = <Button look="quiet" icon={<IconArrowLeft />} aria-label={a.back} onPress={onBack} />
  if (approval === undefined || view === undefined)
    return (
      <section className="request" aria-label={a.request}>
        <header className="request-head">{back}</header>
        <div className="request-body">{error === null ? <Skeleton rows={3} tall /> : <p>{a.gone}</p>}</div>
      </section>
    )
  const its = account(approval.accountId)
  return (
    <section className="request" aria-label={a.request}>
      <header className="request-head">
        {back}
        <div>
          <h2 aria-level={alone ? 1 : 2}>
            {view.author.displayName} <span className="small quiet">{its?.network}</span>
          </h2>
          <Standing approval={approval} />
        </div>
        <Link
          to="/w/$workspace/inbox"
          params={{ workspace: workspaceId() }}
          search={{ queue: 'all', case: approval.caseId }}
        >
          {a.forCase(view.number)}
        </Link>
      </header>
      <div className="request-body">
        <Why approval={approval} />
        <section className="request-thread" aria-label={a.thread}>
          {!all && view.messages.length > SHOWN && (
            <Button look="link" small onPress={() => setAll(true)}>
              {a.before(view.messages.length - SHOWN)}
            </Button>
          )}
          {(all ? view.messages : view.messages.slice(-SHOWN)).map((message) => (
            <Message key={message.id} message={message} brand={its?.displayName ?? view.guard.brandName} />
          ))}
        </section>
        {approval.movedOn && approval.state === 'waiting' && (
          <p className="request-notice" role="status">
            {a.movedOn}
          </p>
        )}
        <RequestWords key={approval.wording} approval={approval} view={view} account={its} onDone={onDone} />
      </div>
    </section>
  )
}

/** « À valider dans 34 min. Demandé à Julien Tessier. » */
function Standing({ approval }: { approval: ApprovalView & { leavesAt: number | null } }) {
  const { f } = useSpeech()
  const a = useApprovalWords()
  const now = useNow()
  const { state, minutes } = fuseOf(approval, now)
  const left = approval.askedOf.filter(({ id }) => !approval.given.some((one) => one.id === id))
  return (
    <p className="small">
      {approval.leavesAt !== null ? (
        <b>
          {approval.leavesAt > now
            ? a.leaves(f.moment(approval.leavesAt, now))
            : a.wasToLeave(f.moment(approval.leavesAt, now))}
        </b>
      ) : !approval.owed ? (
        a.nobodyWaits
      ) : (
        <b className={state}>{state === 'late' ? a.late(f.spell(minutes)) : a.due(f.spell(minutes))}</b>
      )}{' '}
      {left.length === 0 ? a.askedOfNobody : a.askedOf(f.list(left.map(({ name }) => name)))}
    </p>
  )
}

function Why({ approval }: { approval: ApprovalView }) {
  const { f } = useSpeech()
  const a = useApprovalWords()
  const given = approval.given.map(({ name }) => name)
  return (
    <section className="request-why">
      <h2>{a.why}</h2>
      <ul>
        {approval.reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>{sayReason(a, f, reason, approval.writer)}</li>
        ))}
        {approval.needed === 2 && <li>{given.length > 0 ? a.firstGiven(f.list(given)) : a.needsTwo}</li>}
      </ul>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { DeliveryFoot } from '../case/delivery.tsx'
import { queries } from '../query.ts'
import { useAccounts } from '../session/session.ts'
import { Page } from '../shell/page.tsx'
import { AccountMark } from '../ui/badge.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import './deliveries.css'

/** What needs someone among the replies: refused, in doubt, or too late to leave unasked. */
export function Deliveries() {
  const w = useWords()
  const { account } = useAccounts()
  const { data, isPending } = useQuery(queries.unsettled())
  const deliveries = data?.deliveries ?? []
  return (
    <Page
      title={w.delivery.title}
      tone={deliveries.length > 0 ? 'late' : 'calm'}
      answer={isPending ? '\u00a0' : w.delivery.answer(deliveries.length)}
    >
      {isPending && <Skeleton rows={3} tall />}
      {!isPending && deliveries.length === 0 && <p className="quiet">{w.delivery.empty}</p>}
      <ul className="unsettled">
        {deliveries.map((delivery) => {
          const its = account(delivery.accountId)
          return (
            <li key={delivery.id} className="panel">
              <p className="unsettled-head">
                {its && <AccountMark name={its.displayName} colour={its.colour} url={its.avatarUrl} />}
                <b>{its && w.composer.speaker(its.displayName, its.network)}</b>
                <Link
                  to="/w/$workspace/inbox"
                  params={{ workspace: workspaceId() }}
                  search={{ queue: 'all', case: delivery.caseId }}
                >
                  {w.delivery.forCase(delivery.caseNumber, delivery.authorName)}
                </Link>
              </p>
              <p className="bubble-text" dir="auto">
                {delivery.text}
              </p>
              <DeliveryFoot delivery={delivery} />
            </li>
          )
        })}
      </ul>
    </Page>
  )
}

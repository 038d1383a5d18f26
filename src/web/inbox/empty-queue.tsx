import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { InboxFilter } from '#contract/inbox.ts'
import { workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useAccounts } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { filterKey } from './filter.ts'
import { horizonQuery } from './horizon-query.ts'

/** An empty list says why it is empty, and what comes next. */
export function EmptyQueue({ filter, failed, retry }: { filter: InboxFilter; failed: boolean; retry: () => void }) {
  const { w, f } = useSpeech()
  const now = useNow()
  const { accounts } = useAccounts()
  const { data: horizon } = useQuery(horizonQuery({}))
  if (failed)
    return (
      <div className="empty">
        <p>{w.inbox.unreadable}</p>
        <Button onPress={retry}>{w.app.tryAgain}</Button>
      </div>
    )
  if (filterKey(filter) !== filterKey({}))
    return (
      <div className="empty">
        <p>{filter.q === undefined ? w.inbox.nothingHere : w.inbox.nothingFound(filter.q)}</p>
      </div>
    )
  return (
    <div className="empty">
      <p className="strong">{w.inbox.allAnswered}</p>
      <p>{horizon?.nextDueAt == null ? w.inbox.noDeadline : w.inbox.nextDeadline(f.moment(horizon.nextDueAt, now))}</p>
      {(horizon?.thanks ?? 0) > 0 && (
        <p>
          <Link to="/w/$workspace/inbox" params={{ workspace: workspaceId() }} search={{ queue: 'thanks' }}>
            {w.inbox.thanksToo(f.number(horizon?.thanks ?? 0))}
          </Link>
        </p>
      )}
      {accounts.length === 0 && (
        <p>
          {w.inbox.noAccount}{' '}
          <Link to="/w/$workspace/channels/connect" params={{ workspace: workspaceId() }} search={{}}>
            {w.channels.connect}
          </Link>
        </p>
      )}
    </div>
  )
}
